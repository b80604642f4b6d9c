import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { act } from '../withdrawal/acts.ts';
import { openBrowser, signIn } from './browser.ts';
import { mustBeUsable } from './usable.ts';
import { walksUnless } from './walksUnless.ts';

jest.setTimeout(120_000);

/* What stands on an open page of the workspace when what is shared changes. */
const walks = walksUnless('nobody looked whether open pages close what is not shared any more');

const lineOf = (page: Page, name: string) => page.locator('[data-live] tr', { hasText: name });
const gone = (page: Page, text: string): Promise<void> => page.locator('main', { hasText: text }).waitFor({ state: 'detached' });

walks('an open page', () => {
  let house: TestHouse, browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    house = await startHouse({ patience: PATIENT, apps: true });
    browser = await openBrowser();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  async function contextOf(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(40_000);
    contexts.push(context);
    return context;
  }
  const pageOf = async (account: string, context?: BrowserContext): Promise<Page> => signIn(context ?? await contextOf(), house.appUrls!.workspace, account);
  /** Goes to a page, and resolves when it hears of changes. */
  async function open(page: Page, path: string): Promise<Page> {
    const heard = page.waitForResponse((response) => new URL(response.url()).pathname === '/events');
    await page.goto(house.appUrls!.workspace + path);
    expect((await heard).status()).toBe(200);
    return page;
  }
  const aboutOf = (persona: string): string => `/people/${house.personIdFor('isla', persona)}`;

  test('closes by itself what a person stops sharing, in every window, and shows it when it is shared again', async () => {
    const context = await contextOf({ bypassCSP: true });
    const page = await open(await pageOf('isla', context), '/caseload'), other = await open(await context.newPage(), '/caseload');
    await lineOf(page, 'Callum').getByText(/\d+ of \d+ topics/).waitFor();
    const before = await lineOf(page, 'Callum').innerText();
    await act(house, 'callum', 'stopAll', 'callum');
    for (const one of [page, other]) {
      await one.locator('#live-said', { hasText: 'What is shared has changed.' }).waitFor();
      expect(await lineOf(one, 'Callum').innerText()).not.toBe(before);
      expect(await lineOf(one, 'Callum').innerText()).not.toMatch(/Stage|topics shared/);
    }
    await mustBeUsable(page);
    await act(house, 'callum', 'resumeSharing', 'callum');
    await lineOf(other, 'Callum').getByText(/\d+ of \d+ topics/).waitFor();
    expect(await lineOf(other, 'Callum').innerText()).toBe(before);
  });

  test('of somebody who keeps the reader out has nothing of them any more, and neither has the one before it', async () => {
    const page = await open(await pageOf('isla', await contextOf({ bypassCSP: true })), '/caseload');
    await page.getByRole('link', { name: 'Jean', exact: true }).waitFor();
    await open(page, aboutOf('jean'));
    expect(await page.locator('main').innerText()).toMatch('Jean');
    // Words of the reader's own are theirs, wherever they stand.
    await page.evaluate('document.querySelector("main").insertAdjacentHTML("beforeend", "<form><label>Words <textarea name=words></textarea></label></form>")');
    await page.getByLabel('Words').fill('what I wrote');
    await act(house, 'jean', 'exclude', 'jean', { recipient: { worker: 'isla' } });
    await gone(page, 'Jean');
    expect(await page.content()).not.toMatch('Jean');
    expect(await page.locator('main').innerText()).toMatch('This is closed.');
    expect(await page.getByLabel('Words').inputValue()).toBe('what I wrote');
    await mustBeUsable(page);
    await page.goBack();
    await page.waitForURL((url) => url.pathname === '/caseload');
    await page.getByRole('link', { name: 'Morag', exact: true }).waitFor();
    expect(await page.content()).not.toMatch('Jean');
    expect((await page.goto(house.appUrls!.workspace + aboutOf('jean')))?.status()).toBe(404);
  });

  test('without JavaScript shows at the next request what is shared by then, and "back" asks again', async () => {
    const page = await pageOf('isla', await contextOf({ javaScriptEnabled: false }));
    await page.goto(house.appUrls!.workspace + aboutOf('aisha'));
    expect(await page.locator('main').innerText()).toMatch('Aisha');
    await page.goto(`${house.appUrls!.workspace}/help`);
    await act(house, 'aisha', 'exclude', 'aisha', { recipient: { worker: 'isla' } });
    await page.goBack();
    expect(await page.content()).not.toMatch('Aisha');
    expect((await page.reload())?.status()).toBe(404);
  });

  test('closes when nothing is heard of changes any more, and is whole again when they are', async () => {
    const context = await contextOf();
    const page = await open(await pageOf('isla', context), '/caseload');
    await lineOf(page, 'Callum').waitFor();
    await context.route('**/events?*', (route) => route.abort());
    // Others of the same session push its stream out.
    const { origin } = new URL(page.url()), cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const leaving = new AbortController();
    for (let others = 0; others < 5; others++) await fetch(`${origin}/events?people=${house.personIdFor('isla', 'tam')}`, { headers: { cookie }, signal: leaving.signal });
    await gone(page, 'Callum');
    expect(await page.locator('[data-live]').innerText()).toMatch('This is closed.');
    leaving.abort();
    await context.unroute('**/events?*');
    await lineOf(page, 'Callum').waitFor();
  });

  test('closes when its reader signed out in another window', async () => {
    const context = await contextOf();
    const page = await open(await pageOf('isla', context), '/caseload'), other = await context.newPage();
    await other.goto(`${house.appUrls!.workspace}/help`);
    await other.getByRole('button', { name: 'Sign out' }).click();
    // It is seen with the next word that comes: each quarter of a minute, or with a change.
    await act(house, 'tam', 'stopAll', 'tam');
    await gone(page, 'Callum');
    expect(await page.content()).not.toMatch(/Callum|Morag/);
  });

  test('is its reader\'s alone: the same address shows another worker their own, also in the same browser afterwards', async () => {
    const context = await contextOf();
    const isla = await open(await pageOf('isla', context), aboutOf('morag'));
    expect(await isla.locator('main').innerText()).toMatch('Morag');
    const niamh = await pageOf('niamh');
    for (const path of [aboutOf('morag'), aboutOf('callum')]) expect((await niamh.goto(house.appUrls!.workspace + path))?.status()).toBe(404);
    await niamh.goto(`${house.appUrls!.workspace}/caseload`);
    expect(await niamh.content()).not.toMatch('Callum');
    await isla.getByRole('button', { name: 'Sign out' }).click();
    const next = await pageOf('niamh', context);
    expect((await next.goto(house.appUrls!.workspace + aboutOf('morag')))?.status()).toBe(404);
    await next.goBack();
    expect(await next.content()).not.toMatch('Callum');
  });
});
