import { EventEmitter, once } from 'node:events';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { act } from '../withdrawal/acts.ts';
import { openBrowser, signIn, signInByHand } from './browser.ts';
import { mustBeUsable } from './usable.ts';
import { walksUnless } from './walksUnless.ts';

jest.setTimeout(120_000);

/* What stands on an open page of the workspace when what is shared changes. */
const walks = walksUnless('nobody looked whether open pages close what is not shared any more');

const lineOf = (page: Page, name: string) => page.locator('[data-live] tr', { hasText: name });
const cookieOf = async (context: BrowserContext): Promise<string> => (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

/** Whoever wants to hear of changes waits until it is let go. */
async function holdEvents(context: BrowserContext): Promise<{ readonly came: Promise<unknown>; readonly letGo: () => void }> {
  const gate = new EventEmitter(), came = once(gate, 'came'), gone = once(gate, 'gone');
  await context.route('**/events?*', async (route) => {
    gate.emit('came');
    await gone;
    await route.continue();
  });
  return { came, letGo: () => void gate.emit('gone') };
}

/** Whom a page is about, as its script reads it. */
async function peopleOn(page: Page): Promise<readonly string[]> {
  const lists = await Promise.all((await page.locator('[data-live]').all()).map((one) => one.getAttribute('data-live')));
  return [...new Set(lists.flatMap((list) => list!.split(',').filter(Boolean)))];
}

/** What it brings of them, and for what it was asked. */
async function seenOn(page: Page) {
  const meta = page.locator('meta[name=since]');
  return { texts: new Map((await meta.getAttribute('content'))!.split(' ').map((one) => one.split(':') as [string, string])), purpose: await meta.getAttribute('data-purpose') };
}
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
  /** Others of the same session push a page's stream out. Answers the way to end theirs. */
  async function pushOut(page: Page, context: BrowserContext): Promise<() => void> {
    const { origin } = new URL(page.url()), cookie = await cookieOf(context), leaving = new AbortController();
    for (let others = 0; others < 5; others++) await fetch(`${origin}/events?people=${house.personIdFor('isla', 'tam')}`, { headers: { cookie }, signal: leaving.signal });
    return () => leaving.abort();
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
    const leave = await pushOut(page, context);
    await gone(page, 'Callum');
    expect(await page.locator('[data-live]').innerText()).toMatch('This is closed.');
    leave();
    await context.unroute('**/events?*');
    await lineOf(page, 'Callum').waitFor();
  });

  test('closes what a person stopped sharing after the page was made and before it heard of changes', async () => {
    const context = await contextOf(), page = await pageOf('isla', context);
    const { letGo } = await holdEvents(context);
    await page.goto(`${house.appUrls!.workspace}/caseload`);
    await lineOf(page, 'Callum').getByText(/\d+ of \d+ topics/).waitFor();
    await act(house, 'callum', 'stopAll', 'callum');
    letGo();
    await page.locator('#live-said', { hasText: 'What is shared has changed.' }).waitFor();
    expect(await lineOf(page, 'Callum').innerText()).not.toMatch(/Stage|topics shared/);
    await act(house, 'callum', 'resumeSharing', 'callum');
  });

  test('closes what a person stopped sharing while nothing was heard of changes', async () => {
    const context = await contextOf(), page = await open(await pageOf('isla', context), '/caseload');
    await lineOf(page, 'Callum').getByText(/\d+ of \d+ topics/).waitFor();
    const { came, letGo } = await holdEvents(context);
    const leave = await pushOut(page, context);
    await came;
    await act(house, 'callum', 'stopAll', 'callum');
    letGo();
    await page.locator('#live-said', { hasText: 'What is shared has changed.' }).waitFor();
    leave();
    expect(await lineOf(page, 'Callum').innerText()).not.toMatch(/Stage|topics shared/);
    await act(house, 'callum', 'resumeSharing', 'callum');
    await lineOf(page, 'Callum').getByText(/\d+ of \d+ topics/).waitFor();
  });

  test('brings what it saw of everybody on it, so that it is not asked for again when nothing changed', async () => {
    const context = await contextOf({ javaScriptEnabled: false }), page = await pageOf('isla', context), cookie = await cookieOf(context);
    const callum = aboutOf('callum'), told: unknown[] = [];
    const paths = ['/', '/caseload', callum, `${callum}/print`, `${callum}/timeline`, `${aboutOf('mairi')}/household`, `${callum}/ask`, `${callum}/ask?purpose=REFERRAL`];
    for (const path of paths) {
      await page.goto(house.appUrls!.workspace + path);
      const people = await peopleOn(page), { texts: seen, purpose } = await seenOn(page);
      // Of one more it brings nonsense: of that one alone it is told.
      const texts = [...people.map((id) => seen.get(id) ?? ''), 'x'], query = `people=${[...people, house.personIdFor('isla', 'hamish')].join(',')}&since=${texts.join('~')}&purpose=${purpose}`;
      const leaving = new AbortController(), response = await fetch(`${new URL(page.url()).origin}/events?${query}`, { headers: { cookie }, signal: leaving.signal });
      let text = '';
      for await (const part of response.body!.pipeThrough(new TextDecoderStream())) if (/event: changed\n.*\n\n$/.test(text += part)) break;
      leaving.abort();
      told.push([path, people.length > 0, texts.includes(''), text.replace(`[${people.length}]`, '[LAST]')]);
    }
    expect(told).toEqual(paths.map((path) => [path, true, false, 'event: ready\ndata: []\n\nevent: changed\ndata: [LAST]\n\n']));
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
    await isla.waitForURL((url) => url.pathname === '/');
    const next = await signInByHand(context, house.appUrls!.workspace, 'niamh');
    expect((await next.goto(house.appUrls!.workspace + aboutOf('morag')))?.status()).toBe(404);
    await next.goBack();
    expect(await next.content()).not.toMatch('Callum');
  });
});
