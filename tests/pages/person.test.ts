import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { openBrowser, signIn } from './browser.ts';
import { mustBeUsable } from './usable.ts';
import { walksUnless } from './walksUnless.ts';

jest.setTimeout(120_000);

/* The whole picture of a person in a real browser, over a whole house. */
const walks = walksUnless('the walks through the page of a person are left out');

const NOT_SHARED = 'Not shared. This does not say whether there is anything to share.';

const topic = (page: Page, category: string): Locator => page.locator(`section#${category}`);

/** What is told of a person: all but what leads elsewhere. */
const TOLD = '.app-domain :is(h2, h3, h4, p:not(.app-act), .app-items > li)';

/** What stands in a domain's section, letter for letter, whoever it is about. */
const lettersOf = async (page: Page, domain: string): Promise<string> => {
  const [, id] = /people\/([^/?#]+)/.exec(page.url())!;
  return (await page.evaluate<string>(`document.querySelector('[aria-labelledby="section-${domain}"]').outerHTML`)).replaceAll(id!, 'ID');
};

/** How the topics stand, by what their tags say. */
const states = async (page: Page): Promise<Record<string, string>> => Object.fromEntries(
  await page.evaluate<[string, string][]>('[...document.querySelectorAll("section.app-topic")].map((one) => [one.id, one.querySelector(".ds_tag").innerText])'),
);

/** What Morag reads of who looked, latest first. */
const looksAtMorag = async (house: TestHouse) => (await house.ask<{ me: { disclosures: { items: { id: string; worker: string; kind: string; withheld: string[] }[] } } }>(
  'morag', '{ me { disclosures(first: 100) { items { id worker kind withheld } } } }',
)).body.data!.me.disclosures.items.filter(({ worker }) => worker === 'Isla');

walks('the whole person', () => {
  let house: TestHouse, browser: Browser, context: BrowserContext, isla: Page;
  beforeAll(async () => {
    house = await startHouse({ patience: PATIENT, apps: true, through: ['careers'] });
    browser = await openBrowser();
    // Nothing is added to a page for the measure: the browser is told to let it be run.
    context = await browser.newContext({ bypassCSP: true });
    context.setDefaultTimeout(15_000);
    isla = await signIn(context, house.appUrls!.workspace, 'isla');
  });
  afterEach(() => house.proxy('careers').mend());
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  const addressOf = (person: string): string => `${house.appUrls!.workspace}/people/${house.personIdFor('isla', person)}`;
  async function reads(person: string): Promise<Page> {
    await isla.setViewportSize({ width: 1280, height: 800 });
    await isla.goto(addressOf(person));
    return isla;
  }

  test('of Morag stands how to meet her first, then every topic with its state', async () => {
    const page = await reads('morag');
    expect(await page.title()).toBe('Person – Thegither for workers');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Morag');
    const header = page.locator('.ds_layout__header');
    expect(await header.locator('dt').allInnerTexts()).toEqual(['What they need to take part', 'How to reach them', 'Who supports them', 'Next date']);
    expect(await header.innerText()).toMatch(/^Morag\s+she\s+What they need to take part\s+Large print/);
    expect(await header.innerText()).toMatch('It is safe to leave a message.');
    expect(await header.innerText()).toMatch('Isla, Key worker, Fife Works');
    expect(await page.getByRole('navigation', { name: 'More about this person' }).getByRole('link').allInnerTexts()).toEqual(expect.arrayContaining(['Timeline', 'Household', 'Write a note', 'Ask to share', 'Print']));
    expect(await states(page)).toEqual({
      NAME_AND_CONTACT: 'Shared', ACCESS_NEEDS: 'Shared', LEGAL_NAME: 'Not shared', SUPPORT_TEAM: 'Shared', HOUSEHOLD_LINK: 'Not shared',
      ACTION_PLAN: 'Shared', SUPPORT_RECEIVED: 'Shared', BARRIERS: 'Shared', WORK_SINCE: 'Shared',
      HEALTH_AND_WORK: 'Shared', HEALTH_APPOINTMENTS: 'Shared', CONDITIONS: 'Not shared', MENTAL_HEALTH_AND_RECOVERY: 'Not shared',
      JUSTICE_SUPPORT: 'Not shared', JUSTICE_LIMITS: 'Not shared', CONVICTIONS: 'Not shared', RISK_AND_SAFETY: 'Not open to you here',
      WHERE_I_LIVE: 'Not shared', HOMELESSNESS_HELP: 'Not shared', HOUSING_MONEY: 'Not shared', SKILLS: 'Shared', CAREER_PLANS: 'Shared', WORK_HISTORY: 'Shared',
    });
    expect(await topic(page, 'SKILLS').innerText()).toMatch(/Higher English\s+Awarded by: Scottish Qualifications Authority/);
    expect(await topic(page, 'SKILLS').innerText()).toMatch(/Kept by My World Careers. Last updated \d+ \w+ \d{4}\./);
    expect(await topic(page, 'HEALTH_AND_WORK').innerText()).toMatch('No lifting over 5 kg');
    // What tells of her condition is not hers to read, here as little as there.
    expect(await page.locator('main').innerText()).not.toMatch(/disc|spinal|Lower back/);
    expect(await page.locator('main').innerText()).not.toMatch(/\b[A-Z]+_[A-Z_]+\b|undefined|null|\[object/);
    await mustBeUsable(page);
  });

  test('what is not shared can be asked for, and waits then', async () => {
    const page = await reads('tam');
    expect(await topic(page, 'SKILLS').getByRole('link', { name: 'Ask to share about: Skills and qualifications' }).getAttribute('href')).toBe(`${new URL(addressOf('tam')).pathname}/ask?category=SKILLS`);
    const asked = await house.ask('isla', 'mutation ($input: AskForSharingInput!) { askForSharing(input: $input) { at } }', {
      input: { key: randomUUID(), person: house.personIdFor('isla', 'tam'), purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS'], recipient: { agency: 'fife-works' }, reason: 'To plan together' },
    });
    expect(asked.body.errors).toBeUndefined();
    await page.reload();
    expect(await topic(page, 'SKILLS').innerText()).toMatch(/Asked and waiting\s+Asked on \d+ \w+ \d{4}\. The person has not answered yet\.$/);
    expect(await topic(page, 'SKILLS').getByRole('link').count()).toBe(0);
    await mustBeUsable(page);
  });

  test('a section that is not shared is the same, letter for letter, for somebody with a record and for somebody without', async () => {
    const withNone = await reads('jean');
    const none = { justice: await lettersOf(withNone, 'justice'), health: await lettersOf(withNone, 'health'), housing: await lettersOf(withNone, 'housing'), careers: await lettersOf(withNone, 'careers') };
    expect(none.justice).toMatch(NOT_SHARED);
    expect(await lettersOf(await reads('callum'), 'justice')).not.toBe(none.justice);
    // Derek has been homeless and has support to recover, Fiona had two landlords; Jean has none of these records.
    for (const [person, domain] of [['derek', 'health'], ['derek', 'housing'], ['fiona', 'housing'], ['morag', 'justice'], ['morag', 'housing'], ['mairi', 'careers'], ['aisha', 'justice']] as const) {
      expect([person, domain, await lettersOf(await reads(person), domain)]).toEqual([person, domain, none[domain]]);
    }
  });

  test('of somebody who stopped everything nothing is shared, and nothing tells of the stop', async () => {
    const page = await reads('derek');
    const { NAME_AND_CONTACT, RISK_AND_SAFETY, ...others } = await states(page);
    expect([NAME_AND_CONTACT, RISK_AND_SAFETY, ...new Set(Object.values(others))]).toEqual(['Shared', 'Not open to you here', 'Not shared']);
    const stopped = { employability: await lettersOf(page, 'employability'), support: await lettersOf(page, 'support') };
    await mustBeUsable(page);
    // Fiona never said yes to anything.
    await reads('fiona');
    expect({ employability: await lettersOf(isla, 'employability'), support: await lettersOf(isla, 'support') }).toEqual(stopped);
  });

  test('a service that does not answer leaves its own topics out, and they can be tried again', async () => {
    house.proxy('careers').always(async () => 'CUT');
    const page = await reads('morag');
    const { SKILLS, CAREER_PLANS, WORK_HISTORY, ...others } = await states(page);
    expect([SKILLS, CAREER_PLANS, WORK_HISTORY]).toEqual(Array(3).fill('Not available just now'));
    expect(Object.values(others)).not.toContain('Not available just now');
    expect(await topic(page, 'SKILLS').innerText()).toMatch('The service that holds this did not answer. Try again soon.');
    await mustBeUsable(page);
    house.proxy('careers').mend();
    await topic(page, 'SKILLS').getByRole('link', { name: /^Try again/ }).click();
    await page.waitForLoadState();
    expect(await topic(page, 'SKILLS').innerText()).toMatch('Higher English');
  });

  test('on paper stands the same, asked anew, dated and marked with whom it was shared with', async () => {
    const page = await reads('morag');
    const read = await page.locator(TOLD).allTextContents();
    const before = await looksAtMorag(house);
    await page.getByRole('link', { name: 'Print' }).click();
    await page.getByText('Shared with Isla').waitFor();
    const after = await looksAtMorag(house);
    expect(after.slice(1)).toEqual(before);
    // Nobody asked for anything by its name: what was not shown is not held against the reader.
    expect(after[0]).toMatchObject({ kind: 'LOOK', withheld: [] });
    expect(await page.locator('.ds_layout__header').innerText()).toMatch(/Shared with Isla, Key worker, Fife Works, for: Help to find work\.\s+As it stood on \d+ \w+ \d{4}, \d\d:\d\d:\d\d\./);
    expect(await page.locator('main').innerText()).toMatch('Higher English');
    expect(await page.locator(TOLD).allTextContents()).toEqual(read);
    expect(await page.locator('.app-domain').getByRole('link').count()).toBe(0);
    expect(await page.getByRole('navigation').count()).toBe(0);
    await mustBeUsable(page);
    await page.emulateMedia({ media: 'print' });
    for (const link of await page.getByRole('link').all()) expect(await link.isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
  });

  test('a long list is folded on the screen and opened by a key, without JavaScript too; on paper all of it stands', async () => {
    for (let number = 1; number <= 9; number++) {
      const { body } = await house.ask('isla', 'mutation ($input: WriteSupportContactInput!) { writeSupportContact(input: $input) { at } }', {
        input: { key: randomUUID(), person: house.personIdFor('isla', 'aisha'), on: new Date().toISOString().slice(0, 10), mode: 'PHONE', agreed: `Agreed number ${number}.`, labels: ['SUPPORT_RECEIVED'] },
      });
      expect(body.errors).toBeUndefined();
    }
    const plain = await browser.newContext({ javaScriptEnabled: false, bypassCSP: true });
    const page = await signIn(plain, house.appUrls!.workspace, 'isla');
    await page.goto(addressOf('aisha'));
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Aisha');
    expect((await states(page))['SUPPORT_RECEIVED']).toBe('Shared');
    const more = topic(page, 'SUPPORT_RECEIVED').locator('details', { hasText: 'more, Talks' }), all = topic(page, 'SUPPORT_RECEIVED').getByText(/^Agreed number/);
    const seen = async (): Promise<number> => (await Promise.all((await all.all()).map((one) => one.isVisible()))).filter(Boolean).length;
    const folded = Number(/^Show (\d+) more/.exec(await more.locator('summary').innerText())![1]);
    expect(await more.locator('li').count()).toBe(folded);
    expect(await all.count()).toBe(9);
    expect(await seen()).toBeLessThan(6);
    await page.emulateMedia({ media: 'print' });
    expect([await seen(), await more.locator('summary').isVisible()]).toEqual([9, false]);
    await page.emulateMedia({ media: null });
    await more.locator('summary').press('Enter');
    expect(await seen()).toBe(9);
    await plain.close();

    await reads('aisha');
    await mustBeUsable(isla);
    await isla.getByRole('link', { name: 'Print' }).click();
    await isla.getByText('Shared with Isla').waitFor();
    expect([await topic(isla, 'SUPPORT_RECEIVED').getByText(/^Agreed number/).count(), await isla.locator('details').count()]).toEqual([9, 0]);
  });

  test('it is read without JavaScript, and not by anybody who does not know the person', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const page = await signIn(plain, house.appUrls!.workspace, 'isla');
    await page.goto(addressOf('morag'));
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Morag');
    for (const id of [house.personIdFor('isla', 'hamish'), 'nobody', `${house.personIdFor('isla', 'hamish')}/print`]) {
      expect((await page.goto(`${house.appUrls!.workspace}/people/${id}`))!.status()).toBe(404);
      expect(await page.content()).not.toMatch('Hamish');
    }
    await plain.close();
  });
});
