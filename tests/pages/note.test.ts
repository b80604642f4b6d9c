import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { go, openBrowser, signIn } from './browser.ts';
import { mustBeUsable } from './usable.ts';
import { walksUnless } from './walksUnless.ts';

jest.setTimeout(120_000);

/* What a worker writes down of somebody whom they support, in a real browser, over a whole house. */
const walks = walksUnless('the walks through notes are left out');

const labelled = (page: Page, text: string) => page.locator('label', { hasText: text });
const radio = (page: Page, text: string) => page.getByRole('radio', { name: text, exact: true });
const ticked = (page: Page): Promise<unknown> => page.evaluate('[...document.querySelectorAll("main input[type=checkbox]:checked")].map(({ value }) => value)');

/** Everything that a note has to have, but its labels. */
async function fill(page: Page, agreed: string, nextStep = ''): Promise<void> {
  await labelled(page, 'By phone').click();
  await page.getByLabel('What was agreed?').fill(agreed);
  await page.getByLabel('What comes next?').fill(nextStep);
}

walks('what a worker writes down', () => {
  let house: TestHouse, browser: Browser, context: BrowserContext;
  beforeAll(async () => {
    house = await startHouse({ patience: PATIENT, apps: true, through: ['employability'] });
    browser = await openBrowser();
  });
  afterEach(async () => {
    house.proxy('employability').mend();
    await context.close();
  });
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  const pathOf = (person: string): string => `/people/${house.personIdFor('isla', person)}`;

  async function islaReads(path: string, how: Parameters<Browser['newContext']>[0] = { bypassCSP: true }): Promise<Page> {
    context = await browser.newContext(how);
    context.setDefaultTimeout(15_000);
    const page = await signIn(context, house.appUrls!.workspace, 'isla');
    await page.goto(house.appUrls!.workspace + path);
    return page;
  }

  interface Contacts { readonly person: { readonly supportContacts: readonly { readonly agreed: string; readonly nextStep: string | null; readonly mode: string }[] | null } }
  const contactsFor = async (worker: string, person: string) =>
    (await house.ask<Contacts>(worker, 'query ($id: PersonId!) { person(id: $id) { supportContacts { agreed nextStep mode } } }', { id: house.personIdFor(worker, person) })).body.data!.person.supportContacts ?? [];
  const wordsFor = async (worker: string, person: string): Promise<readonly string[]> => (await contactsFor(worker, person)).map(({ agreed }) => agreed);

  test('a note is read by whoever sees all that its words tell, and by nobody else', async () => {
    const given = await house.ask('aisha', 'mutation ($input: GiveGrantInput!) { giveGrant(input: $input) { at } }', {
      input: { key: randomUUID(), person: house.personIdFor('aisha', 'aisha'), purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SUPPORT_RECEIVED'], recipient: { agency: 'jobcentre-kirkcaldy' } },
    });
    expect(given.body.errors).toBeUndefined();
    const before = await wordsFor('gordon', 'aisha');

    const page = await islaReads(`${pathOf('aisha')}/note`, { javaScriptEnabled: false });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Write a note');
    expect(await ticked(page)).toEqual(expect.arrayContaining(['SUPPORT_RECEIVED', 'BARRIERS']));
    expect(await ticked(page)).not.toContain('CONVICTIONS');
    expect(await page.locator('input[type=radio]:checked').count()).toBe(0);
    await fill(page, 'Ask what helps <b>with money</b>.', 'Ring on Monday');
    await go(page, 'button', 'Keep this note');
    expect(new URL(page.url()).pathname).toBe(pathOf('aisha'));
    expect(await page.locator('#said').innerText()).toMatch(/^Kept at \d\d:\d\d:\d\d\. The person can read it\.$/);

    expect(await contactsFor('isla', 'aisha')).toContainEqual({ agreed: 'Ask what helps <b>with money</b>.', nextStep: 'Ring on Monday', mode: 'PHONE' });
    expect(await wordsFor('gordon', 'aisha')).toEqual(before);
    const own = await house.ask<{ me: { supportContacts: { agreed: string }[] } }>('aisha', '{ me { supportContacts { agreed } } }');
    expect(own.body.data!.me.supportContacts.map(({ agreed }) => agreed)).toContain('Ask what helps <b>with money</b>.');

    await page.goto(`${house.appUrls!.workspace}${pathOf('aisha')}/note`);
    const others = await page.evaluate<string[]>('[...document.querySelectorAll("main input[type=checkbox]:checked:not([value=SUPPORT_RECEIVED])")].map(({ id }) => id)');
    for (const id of others) await page.locator(`label[for="${id}"]`).click();
    expect(await ticked(page)).toEqual(['SUPPORT_RECEIVED']);
    await fill(page, 'Bring the bus pass.');
    await page.getByRole('button', { name: 'Keep this note' }).click();
    expect(await page.locator('#said').innerText()).toMatch(/^Kept at/);
    expect((await wordsFor('gordon', 'aisha')).filter((words) => !before.includes(words))).toEqual(['Bring the bus pass.']);
  });

  test('what is missing is said at the top and beside each field, and nothing that was typed is lost', async () => {
    const page = await islaReads(`${pathOf('morag')}/note`);
    await mustBeUsable(page);
    await page.getByLabel('What comes next?').fill('Meet at the library');
    await page.getByLabel('When is that?').fill('2020-01-01');
    const before = await ticked(page) as string[];
    await labelled(page, 'Support I have had').click();
    await page.getByRole('button', { name: 'Keep this note' }).click();
    expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
      'Choose how you talked', 'Write what was agreed, in 3 to 2000 letters', 'The next day cannot be before the talk', 'Tick "Support I have had": every note tells something of it',
    ]);
    for (const link of await page.getByRole('alert').getByRole('link').all()) expect(await page.locator((await link.getAttribute('href'))!).count()).toBe(1);
    expect(await page.getByLabel('What comes next?').inputValue()).toBe('Meet at the library');
    expect(await ticked(page)).toEqual(before.filter((topic) => topic !== 'SUPPORT_RECEIVED'));
    await mustBeUsable(page);
  });

  test('a note whose answer was lost is sent again, and kept once', async () => {
    const page = await islaReads(`${pathOf('morag')}/note`);
    await fill(page, 'Look at two posts near the school.');
    house.proxy('employability').once(async (_asked, passOn) => { await passOn(); return 'CUT'; });
    await page.getByRole('button', { name: 'Keep this note' }).click();
    expect(await page.getByRole('alert').innerText()).toMatch('Send it again: it is kept once only');
    expect(await page.getByLabel('What was agreed?').inputValue()).toBe('Look at two posts near the school.');
    expect(await radio(page, 'By phone').isChecked()).toBe(true);
    await mustBeUsable(page);
    await page.getByRole('button', { name: 'Keep this note' }).click();
    expect(await page.locator('#said').innerText()).toMatch(/^Kept at/);
    expect((await wordsFor('isla', 'morag')).filter((words) => words === 'Look at two posts near the school.').length).toBe(1);
  });

  test('a note of support that was stopped meanwhile is not kept; its writer reads why, and what they wrote', async () => {
    const page = await islaReads(`${pathOf('callum')}/note`);
    await fill(page, 'Bring both certificates.');
    const id = house.personIdFor('callum', 'callum');
    const refused = await house.ask('callum', 'mutation ($input: RefuseInput!) { refuse(input: $input) { at } }', { input: { key: randomUUID(), person: id, categories: ['SUPPORT_RECEIVED'], recipient: { agency: 'fife-works' } } });
    expect(refused.body.errors).toBeUndefined();
    await page.getByRole('button', { name: 'Keep this note' }).click();
    expect(await page.getByRole('alert').innerText()).toMatch('What is shared with you has changed');
    expect(await page.getByText('Bring both certificates.').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Keep this note' }).count()).toBe(0);
    const own = await house.ask<{ me: { supportContacts: { agreed: string }[] } }>('callum', '{ me { supportContacts { agreed } } }');
    expect(own.body.data!.me.supportContacts.map(({ agreed }) => agreed)).not.toContain('Bring both certificates.');
  });

  test('of whoever does not share their support nobody writes, and somebody unknown is nobody', async () => {
    const page = await islaReads(`${pathOf('tam')}/note`);
    expect(await page.locator('main').innerText()).toMatch('You cannot write a note just now: "Support I have had" is not open to you');
    expect(await page.locator('main form').count()).toBe(0);
    await mustBeUsable(page);
    const pages = [];
    for (const person of [house.personIdFor('isla', 'hamish'), 'nobody']) pages.push((await page.goto(`${house.appUrls!.workspace}/people/${person}/note`))!.status());
    expect(pages).toEqual([404, 404]);
  });

  interface Plans { readonly person: { readonly actionPlan: { readonly agreedOn: string } | null } }
  const planOf = async (person: string) => (await house.ask<Plans>('isla', 'query ($id: PersonId!) { person(id: $id) { actionPlan { agreedOn } } }', { id: house.personIdFor('isla', person) })).body.data!.person.actionPlan;
  interface Grants { readonly me: { readonly grants: readonly { readonly state: string; readonly categories: readonly string[]; readonly evidence: object | null }[] } }
  const grantsOf = async (person: string) => (await house.ask<Grants>(person, '{ me { grants { state categories evidence { channel words witness shown ticked language format } } } }')).body.data!.me.grants;

  test('what a person agreed to in a worker’s presence opens, and goes on when they say in My sharing that it is right', async () => {
    expect(await planOf('tam')).toBeNull();
    const page = await islaReads(`${pathOf('tam')}/record`, { javaScriptEnabled: false });
    await labelled(page, 'Fife Works, east').click();
    await labelled(page, 'My goals and action plan').click();
    for (const answer of ['On the phone', 'Read out or told', 'Polish', 'An interpreter']) await labelled(page, answer).click();
    await page.getByLabel('What was read out').fill('Isla: may my team see your goals? Tam: yes, <b>that is fine</b>.');
    await page.getByRole('button', { name: 'Check it' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Check it with the person');
    expect(await page.locator('main').innerText()).toMatch(/Fife Works, east[^]*My goals and action plan[^]*Six months from now[^]*On the phone[^]*Read out or told[^]*Polish[^]*<b>that is fine<\/b>[^]*An interpreter[^]*for 14 days/);
    expect(await planOf('tam')).toBeNull();
    await go(page, 'button', 'Record it');
    expect(new URL(page.url()).pathname).toMatch(new RegExp(`^${pathOf('tam')}/record/[0-9a-f-]{36}$`));
    expect(await page.locator('#said').innerText()).toMatch(/^Recorded at \d\d:\d\d:\d\d, for Fife Works, east: My goals and action plan\. It is open for 14 days at most\./);
    expect(await planOf('tam')).toMatchObject({ agreedOn: expect.any(String) });
    expect(await grantsOf('tam')).toEqual([{
      state: 'RECORDED_UNCONFIRMED', categories: ['ACTION_PLAN'],
      evidence: {
        channel: 'BY_PHONE', words: 'Isla: may my team see your goals? Tam: yes, <b>that is fine</b>.', witness: 'INTERPRETER', ticked: ['ACTION_PLAN'], language: 'pl', format: 'SPOKEN',
        shown: ['NAME_AND_CONTACT', 'SUPPORT_TEAM', 'ACTION_PLAN', 'SUPPORT_RECEIVED', 'WORK_SINCE', 'WHERE_I_LIVE', 'HOUSING_MONEY', 'SKILLS', 'CAREER_PLANS', 'WORK_HISTORY'],
      },
    }]);

    await context.close();
    context = await browser.newContext();
    const own = await signIn(context, house.appUrls!.mySharing, 'tam');
    await own.goto(`${house.appUrls!.mySharing}/sharing`);
    await own.getByRole('button', { name: /^Yes, that is right/ }).click();
    expect((await grantsOf('tam')).map(({ state }) => state)).toEqual(['ACTIVE']);
    expect(await planOf('tam')).toMatchObject({ agreedOn: expect.any(String) });
  });

  test('nothing is chosen beforehand, nothing sensitive can be recorded, and what is missing is said', async () => {
    const page = await islaReads(`${pathOf('jean')}/record`);
    expect(await page.evaluate('document.querySelectorAll("main input:checked").length')).toBe(0);
    expect(await page.locator('main input[type=checkbox]').count()).toBe(10);
    for (const sensitive of ['CONVICTIONS', 'CONDITIONS', 'HOMELESSNESS_HELP', 'RISK_AND_SAFETY']) expect(await page.locator(`input[value=${sensitive}]`).count()).toBe(0);
    await mustBeUsable(page);
    await page.getByLabel('Until which day?').fill('2020-01-01');
    await page.getByRole('button', { name: 'Check it' }).click();
    expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
      'Choose who may see it', 'Tick what they agreed to share', 'The last day is over', 'Choose how they said it', 'Choose how you put it before them', 'Choose the language', 'Write what was said, in 3 to 500 letters', 'Choose who else was there',
    ]);
    for (const link of await page.getByRole('alert').getByRole('link').all()) expect(await page.locator((await link.getAttribute('href'))!).count()).toBe(1);
    await mustBeUsable(page);
    await page.getByLabel('Until which day?').fill('');
    for (const answer of ['Fife Works, east', 'Where I live', 'Face to face', 'On paper', 'English', 'Nobody else']) await labelled(page, answer).first().click();
    await page.getByLabel('What was read out').fill('May we see where you live? Yes.');
    await go(page, 'button', 'Check it');
    await mustBeUsable(page);
    await page.getByRole('button', { name: 'Change something' }).click();
    expect(await ticked(page)).toEqual(['WHERE_I_LIVE']);
    expect(await page.getByLabel('What was read out').inputValue()).toBe('May we see where you live? Yes.');
    expect((await grantsOf('jean')).filter(({ categories }) => categories.includes('WHERE_I_LIVE'))).toEqual([]);
  });
});
