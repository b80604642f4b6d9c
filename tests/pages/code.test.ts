import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { go, goBy, openBrowser, signIn } from './browser.ts';
import { mustBeUsable } from './usable.ts';
import { walksUnless } from './walksUnless.ts';

jest.setTimeout(120_000);

/* From paper to My sharing: what a worker recorded is found again by its code, in a real browser, over a whole house. */
const walks = walksUnless('the walks from a code are left out');

const labelled = (page: Page, text: string) => page.locator('label', { hasText: text });
const CODE = /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/;
const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();
const answers = (page: Page) => page.locator('.app-equal button');

async function type(page: Page, code: string): Promise<void> {
  await page.getByLabel('Your code').fill(code);
  await page.getByRole('button', { name: 'Go on' }).click();
}

walks('a code', () => {
  let house: TestHouse, browser: Browser;
  const open: BrowserContext[] = [];
  beforeAll(async () => {
    house = await startHouse({ patience: PATIENT, apps: true });
    browser = await openBrowser();
  });
  afterEach(async () => { await Promise.all(open.splice(0).map((one) => one.close())); });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  async function pageOf(app: 'workspace' | 'mySharing', account: string, path: string, how: Parameters<Browser['newContext']>[0] = { bypassCSP: true }): Promise<Page> {
    const context = await browser.newContext(how);
    open.push(context);
    context.setDefaultTimeout(15_000);
    const page = await signIn(context, house.appUrls![app], account);
    await page.goto(house.appUrls![app] + path);
    return page;
  }
  const pathOf = (person: string): string => `/people/${house.personIdFor('isla', person)}`;

  interface Grants { readonly me: { readonly grants: readonly { readonly id: string; readonly code: string; readonly state: string }[] } }
  const grantsOf = async (person: string) => (await house.ask<Grants>(person, '{ me { grants { id code state } } }')).body.data!.me.grants;
  const stateOf = async (person: string, code: string): Promise<string | undefined> => (await grantsOf(person)).find((grant) => grant.code === code)?.state;
  const planOf = async (person: string): Promise<object | null> => (await house.ask<{ person: { actionPlan: object | null } }>('isla', 'query ($id: PersonId!) { person(id: $id) { actionPlan { agreedOn } } }', { id: house.personIdFor('isla', person) })).body.data!.person.actionPlan;

  /** Isla records it by the API, as the page does. */
  async function recorded(person: string, change: object = {}): Promise<{ grant: string; code: string }> {
    const { body } = await house.ask<{ recordGrant: { grant: string; code: string } }>('isla', 'mutation ($input: RecordGrantInput!) { recordGrant(input: $input) { grant code } }', { input: {
      key: randomUUID(), person: house.personIdFor('isla', person), recipient: { agency: 'fife-works' }, categories: ['ACTION_PLAN'], channel: 'ON_PAPER', words: 'Signed: yes, <b>share my goals</b>.', ...change,
    } });
    return body.data!.recordGrant;
  }

  test('goes from the page of the worker, by paper, to the person, who says with the keyboard alone that they agreed', async () => {
    expect(await planOf('tam')).toBeNull();
    const worker = await pageOf('workspace', 'isla', `${pathOf('tam')}/record`);
    for (const answer of ['Fife Works, east', 'My goals and action plan', 'On a form that they signed', 'On paper', 'English', 'Nobody else']) await labelled(worker, answer).first().click();
    await worker.getByLabel('What was read out').fill('May my team see your goals? Tam: yes, <b>that is fine</b>.');
    await worker.getByRole('button', { name: 'Check it' }).click();
    await worker.getByRole('button', { name: 'Record it' }).click();

    expect(await heading(worker)).toBe('What you recorded waits for the person');
    expect(await worker.locator('#said').innerText()).toMatch(/^Recorded at \d\d:\d\d:\d\d, for Fife Works, east: My goals and action plan\. It is open for 14 days at most\.$/);
    const code = CODE.exec(await worker.locator('.app-handout').innerText())![0];
    expect(worker.url()).not.toMatch(code);
    expect(worker.url()).not.toMatch(/plan|tam/i);
    await mustBeUsable(worker);
    await worker.reload();
    await worker.getByRole('link', { name: 'Back to the person' }).click();
    await worker.goBack();
    expect(await worker.locator('.app-handout').innerText()).toMatch(code);
    expect(await worker.locator('#said').count()).toBe(0);

    const person = await pageOf('mySharing', 'tam', '/', { javaScriptEnabled: false });
    await person.getByRole('link', { name: 'I have a code' }).click();
    await person.getByLabel('Your code').focus();
    await person.keyboard.type(` ${code.toLowerCase().replace('-', ' ')} `);
    await person.keyboard.press('Enter');
    await person.waitForURL(/\/code\/./);
    expect(await heading(person)).toBe('Did you agree to this?');
    expect(await person.locator('main').innerText()).toMatch(/Who wrote it down\s+Isla, Fife Works\s[^]*When\s+\d+ \w+ 20\d\d, \d\d:\d\d:\d\d[^]*Tam: yes, <b>that is fine<\/b>\.[^]*My goals and action plan\.[^]*Fife Works, east[^]*Help to find work[^]*Until\s+\d+ \w+ 20\d\d/);
    expect(person.url()).not.toMatch(new RegExp(code, 'i'));
    const yes = person.getByRole('button', { name: 'Yes, I agreed to this' });
    for (let step = 0; step < 40 && !(await yes.evaluate((button) => button.matches(':focus'))); step += 1) await person.keyboard.press('Tab');
    await person.keyboard.press('Enter');
    await person.waitForURL(/\/sharing$/);
    expect(await person.locator('#said').innerText()).toMatch(/^You said at \d\d:\d\d:\d\d that it is right\.$/);
    expect(await stateOf('tam', code)).toBe('ACTIVE');

    await person.goBack();
    expect(new URL(person.url()).pathname).toBe('/sharing');
    await worker.reload();
    expect(await worker.locator('.app-handout').innerText()).toMatch(code);
  });

  test('is alone on paper, with the name by which the person is known to the worker', async () => {
    const { grant, code } = await recorded('jean');
    const page = await pageOf('workspace', 'isla', `${pathOf('jean')}/record/${grant}`);
    await page.emulateMedia({ media: 'print' });
    const paper = (await page.locator('body').innerText()).split('\n').map((line) => line.trim()).filter((line) => line !== '');
    expect(paper).toEqual([
      'For Jean', 'A worker wrote down what you agreed to share. Read it, and say whether it is right.', 'Go to My sharing and sign in.', 'Choose "I have a code".', 'Enter this code:', code, 'You do not have to say yes. You can stop at any time.',
    ]);
  });

  test('leads to two equal answers, of which one is no', async () => {
    const { grant, code } = await recorded('callum', { categories: ['WORK_SINCE'], dataFrom: '2026-03-01' });
    const page = await pageOf('mySharing', 'callum', '/requests');
    await go(page, 'link', 'I have a code');
    await mustBeUsable(page);
    await type(page, code.replace('-', ''));
    expect(new URL(page.url()).pathname).toBe(`/code/${grant}`);
    expect(await page.locator('main').innerText()).toMatch(/From 1 March 2026 on/);
    await mustBeUsable(page);
    expect(await answers(page).allInnerTexts()).toEqual(['Yes, I agreed to this', 'That is not right']);
    expect(new Set(await answers(page).evaluateAll((all) => all.map((one) => one.className))).size).toBe(1);
    await page.getByRole('button', { name: 'That is not right' }).click();
    expect(await page.locator('#said').innerText()).toMatch(/^You said at \d\d:\d\d:\d\d that it is not right\. Nobody sees anything by it\.$/);
    expect(await stateOf('callum', code)).toBe('INVALIDATED');
    await page.goto(`${house.appUrls!.mySharing}/code`);
    await type(page, code);
    expect(await page.getByRole('alert').innerText()).toMatch('We cannot find that code.');
  });

  test('of somebody else is found no more than one that there never was', async () => {
    const { grant, code } = await recorded('jean');
    const page = await pageOf('mySharing', 'tam', '/code');
    const said: string[] = [];
    for (const typed of [code, '0000-0000', 'what is it']) {
      const [answer] = await Promise.all([page.waitForResponse((response) => response.request().method() === 'POST'), type(page, typed)]);
      expect(answer.status()).toBe(400);
      expect(await page.getByLabel('Your code').inputValue()).toBe(typed);
      said.push(await page.locator('main').innerHTML());
    }
    expect(new Set(said.map((html) => html.replaceAll(/value="[^"]*"/g, ''))).size).toBe(1);
    expect(await page.getByRole('alert').innerText()).toMatch('We cannot find that code. Check it, or look at everything that waits for you');
    await mustBeUsable(page);
    await goBy(page, page.getByRole('link', { name: 'Look at everything that waits for you', exact: true }));
    expect(new URL(page.url()).pathname).toBe('/sharing');
    expect((await page.goto(`${house.appUrls!.mySharing}/code/${grant}`))!.status()).toBe(404);

    await page.goto(`${house.appUrls!.mySharing}/code`);
    await type(page, ' ');
    expect(await page.getByRole('alert').innerText()).toMatch('Type in your code');
  });

  test('tells a worker nothing: not whether there is one, nor of whom', async () => {
    const page = await pageOf('workspace', 'isla', `${pathOf('jean')}/record/7e570000-0000-4000-8000-000000000000`);
    expect(await page.locator('.app-handout').innerText()).toMatch('ZSKX-9V3F');
    for (const path of [`${pathOf('hamish')}/record/7e570000-0000-4000-8000-000000000000`, `${pathOf('jean')}/record/hello`]) expect((await page.goto(house.appUrls!.workspace + path))!.status()).toBe(404);
    const { code } = await recorded('tam');
    const { id } = (await grantsOf('tam')).find((one) => one.code === code)!;
    await house.ask('tam', 'mutation ($input: InvalidateGrantInput!) { invalidateGrant(input: $input) { at } }', { input: { key: randomUUID(), person: house.personIdFor('tam', 'tam'), grant: id } });
    expect((await recorded('tam')).code).toMatch(CODE);
  });
});
