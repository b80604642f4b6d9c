import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { go, openBrowser, signInByHand } from './browser.ts';
import { walksUnless } from './walksUnless.ts';

jest.setTimeout(120_000);

/* My sharing in a real browser, over a whole house. */
const walks = walksUnless('the walks through My sharing are left out');

walks.each([['with JavaScript', true], ['without JavaScript', false]])('My sharing, %s', (_, javaScriptEnabled) => {
  let house: TestHouse, browser: Browser, context: BrowserContext;
  beforeAll(async () => {
    house = await startHouse({ patience: PATIENT, apps: true });
    browser = await openBrowser();
  });
  afterEach(() => context.close());
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  async function pageOf(account: string): Promise<Page> {
    context = await browser.newContext({ javaScriptEnabled });
    context.setDefaultTimeout(15_000);
    return signInByHand(context, house.appUrls!.mySharing, account);
  }

  const asksFor = (...categories: string[]) => house.ask('isla', 'mutation ($input: AskForSharingInput!) { askForSharing(input: $input) { at } }', {
    input: { key: randomUUID(), person: house.personIdFor('isla', 'tam'), purpose: 'EMPLOYABILITY_SUPPORT', categories, recipient: { agency: 'fife-works' }, reason: 'To plan your next steps <b>together</b>' },
  });
  const seen = async () => (await house.ask('isla', 'query ($id: PersonId!) { person(id: $id) { actionPlan { agreedOn } } }', { id: house.personIdFor('isla', 'tam') })).body.data;

  test('a person says yes to a part of what they are asked, and stops it again in one step', async () => {
    expect((await asksFor('ACTION_PLAN', 'SKILLS', 'CONVICTIONS')).body.errors).toBeUndefined();
    expect(await seen()).toEqual({ person: { actionPlan: null } });

    const page = await pageOf('tam');
    await page.getByRole('link', { name: 'Requests', exact: true }).click();
    await go(page, 'link', /Read and answer/);
    expect(await page.getByText('To plan your next steps <b>together</b>').count()).toBe(1);
    await go(page, 'button', 'Choose what to share');
    expect(await page.locator('input:checked').count()).toBe(0);
    await page.locator('label', { hasText: 'My goals and action plan' }).click();
    await page.getByRole('button', { name: 'Go on' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Convictions I must tell an employer about');
    await page.getByRole('button', { name: 'Go on' }).click();
    expect(await page.getByRole('alert').innerText()).toMatch('Choose yes or no');
    await page.locator('label', { hasText: 'No, keep this to myself' }).click();
    await page.getByRole('button', { name: 'Go on' }).click();
    await go(page, 'button', 'Yes, share this');

    expect(new URL(page.url()).pathname).toBe('/sharing');
    expect(await page.locator('#said').innerText()).toMatch(/^You said yes at \d\d:\d\d:\d\d\./);
    const card = page.locator('section', { has: page.getByRole('heading', { name: 'Fife Works' }) }).first();
    expect(await card.innerText()).toMatch('My goals and action plan');
    expect(await card.innerText()).not.toMatch('Convictions');
    expect(await seen()).toMatchObject({ person: { actionPlan: { agreedOn: expect.any(String) } } });

    await card.getByRole('button', { name: /^Stop/ }).click();
    expect(await page.locator('#said').innerText()).toMatch(/^Stopped at \d\d:\d\d:\d\d\./);
    expect(await seen()).toEqual({ person: { actionPlan: null } });

    await page.getByRole('button', { name: /^Undo/ }).click();
    expect(await page.locator('#said').innerText()).toMatch(/^Shared again from/);
    expect(await seen()).toMatchObject({ person: { actionPlan: { agreedOn: expect.any(String) } } });
    await page.locator('section', { has: page.getByRole('heading', { name: 'Fife Works' }) }).first().getByRole('button', { name: /^Stop/ }).click();

    await go(page, 'link', 'Who looked');
    expect(await page.locator('section', { hasText: 'Isla' }).count()).toBeGreaterThan(0);
  });

  test('a person who does not recognise a look says so, and reads that it is being looked into', async () => {
    await seen();
    const page = await pageOf('tam');
    await page.goto(`${house.appUrls!.mySharing}/looked`);
    await page.getByRole('link', { name: /^I do not recognise this/ }).first().click();
    await page.locator('textarea').fill('I was not there <script>alert(1)</script>');
    await page.getByRole('button', { name: 'Send' }).click();
    expect(await page.locator('#said').innerText()).toBe('We look into it, and answer within a month.');
    expect(await page.getByText('You asked about this. It is being looked into.').count()).toBeGreaterThan(0);
  });

  test('a person keeps somebody out, who then knows nobody of that name, and lets them in again', async () => {
    const page = await pageOf('tam');
    await page.goto(`${house.appUrls!.mySharing}/helpers`);
    await page.getByRole('button', { name: /^Keep them out Isla/ }).click();
    expect(await page.locator('#said').innerText()).toMatch(/^Kept out since/);
    expect(await seen()).toEqual({ person: null });
    await page.getByRole('button', { name: /^Let them in again/ }).click();
    expect(await seen()).toMatchObject({ person: {} });
  });

  test('a person who stopped everything reads it everywhere, and can go on', async () => {
    const page = await pageOf('tam');
    await page.goto(`${house.appUrls!.mySharing}/sharing`);
    await page.getByRole('button', { name: 'Stop all sharing' }).click();
    expect(await page.locator('#said').innerText()).toMatch(/^All sharing stopped at/);
    await page.goto(`${house.appUrls!.mySharing}/`);
    expect(await page.getByText(/^All sharing has been stopped since/).count()).toBe(1);
    await page.goto(`${house.appUrls!.mySharing}/sharing`);
    await go(page, 'button', 'Share again');
    expect(await page.getByRole('button', { name: 'Stop all sharing' }).count()).toBe(1);
  });

  test('easy words and large letters stay until they are put back', async () => {
    const page = await pageOf('jean');
    await page.getByRole('button', { name: 'Large letters' }).click();
    await page.goto(`${house.appUrls!.mySharing}/looked`);
    expect(await page.locator('html').getAttribute('class')).toBe('app-large');
    await page.getByRole('button', { name: 'Usual letters' }).click();
    expect(await page.locator('html').getAttribute('class')).toBeNull();
  });
});
