/** An access token for a demo account. */
export type Tokens = (account: string) => Promise<string>;

/** A demo token is good for ten minutes. */
const RENEW_MS = 300_000;

/** Signs in once, and again in good time. */
export function createTokens(signIn: Tokens): Tokens {
  const had = new Map<string, { readonly token: Promise<string>; readonly since: number }>();
  return (account) => {
    const held = had.get(account);
    if (held && performance.now() - held.since < RENEW_MS) return held.token;
    const token = signIn(account);
    had.set(account, { token, since: performance.now() });
    return token;
  };
}
