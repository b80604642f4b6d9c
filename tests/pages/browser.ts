import { accessSync, constants } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

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

/** Signs a demo account in at an app's pages and answers the page that comes then. */
export async function signIn(context: BrowserContext, baseUrl: string, account: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${baseUrl}/sign-in`);
  await page.locator(`button[value="${account}"]`).click();
  await page.waitForURL((url) => url.origin === baseUrl && !url.pathname.startsWith('/sign'));
  return page;
}
