import { accessSync, constants } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';

/** Debian's, and where others put it. */
const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const isThere = (file: string | undefined): file is string => {
  try {
    accessSync(file ?? '', constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Where the browser is; undefined where there is none. */
export const CHROMIUM = PLACES.find(isThere);

/** Opens it: nothing beyond this machine can be reached from it. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] });

/** Signs a demo account in at an app's pages as its reader does, page by page, and answers the page that comes then. */
export async function signInByHand(context: BrowserContext, baseUrl: string, account: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${baseUrl}/sign-in`);
  await page.locator(`button[value="${account}"]`).click();
  await page.waitForURL((url) => url.origin === baseUrl && !url.pathname.startsWith('/sign'));
  return page;
}

/**
 * Signs a demo account in and answers the app's first page. The same requests with the same cookies, but the issuer's
 * pages are not shown: most of what a sign-in by hand takes is the browser's time for them.
 */
export async function signIn(context: BrowserContext, baseUrl: string, account: string): Promise<Page> {
  const asked = await context.request.get(`${baseUrl}/sign-in`);
  const action = /<form method="post" action="([^"]+)"/.exec(await asked.text())?.[1];
  if (action === undefined) throw new Error('somebody is signed in at the issuer already, which signInByHand is for');
  await context.request.post(new URL(action, asked.url()).href, { form: { account } });
  const page = await context.newPage();
  await page.goto(baseUrl);
  return page;
}

/** Presses what leads to another page, and waits until that page is there with all that belongs to it: until then it is without its style. */
export async function goBy(page: Page, pressed: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), pressed.click()]);
}

/** The same, by what it is called. */
export const go = (page: Page, role: 'button' | 'link', name: string | RegExp): Promise<void> => goBy(page, page.getByRole(role, { name }));
