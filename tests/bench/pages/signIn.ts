/** A browser as far as signing in needs one: it keeps each place's cookies and goes where it is sent. */
function openBrowser() {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: string): Map<string, string> => jars.get(new URL(url).origin) ?? new Map<string, string>();
  const cookieFor = (url: string): string => [...jarOf(url)].map(([name, value]) => `${name}=${value}`).join('; ');
  const go = async (url: string, body?: URLSearchParams): Promise<string> => {
    const response = await fetch(url, { method: body ? 'POST' : 'GET', body, headers: { cookie: cookieFor(url) }, redirect: 'manual' });
    const jar = jarOf(url);
    for (const [name, value] of response.headers.getSetCookie().map((line) => line.split(';')[0]!.split('='))) jar.set(name!, value!);
    jars.set(new URL(url).origin, jar);
    await response.arrayBuffer();
    const to = response.headers.get('location');
    return to === null ? url : go(new URL(to, url).href);
  };
  return { go, cookieFor };
}

/** Signs a demo account in at an app's pages, and answers the cookie of the browser. Throws where the issuer knows no such account. */
export async function signIn(baseUrl: string, account: string): Promise<string> {
  const { go, cookieFor } = openBrowser();
  const picking = await go(`${baseUrl}/sign-in?to=/help`);
  const arrived = await go(picking, new URLSearchParams({ account }));
  if (arrived !== `${baseUrl}/help`) throw new Error(`nobody could be signed in as ${account}`);
  return cookieFor(baseUrl);
}
