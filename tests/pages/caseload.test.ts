import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { failing } from '../harness/faults.ts';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { openSharing, somebody } from '../harness/twins.ts';
import { go, openBrowser, signIn } from './browser.ts';
import { mustBeUsable } from './usable.ts';
import { walksUnless } from './walksUnless.ts';

jest.setTimeout(120_000);

/* Today and the caseload in a real browser, over a whole house. */
const walks = walksUnless('the walks through today and the caseload are left out');

interface Line { readonly kind: 'LIST' | 'LOOK'; readonly released: readonly string[]; readonly withheld: readonly string[] }

const part = (page: Page, heading: string) => page.locator('section', { has: page.getByRole('heading', { level: 2, name: heading }) });
const namesOn = (page: Page): Promise<string[]> => page.locator('tbody th').allInnerTexts();

walks('today and the caseload', () => {
  let house: TestHouse, browser: Browser, isla: Page, ruaridh: Page;
  let questions = 0;
  beforeAll(async () => {
    house = await startHouse({ patience: PATIENT, apps: true, through: ['employability'] });
    browser = await openBrowser();
    isla = await signIn(await browser.newContext({ bypassCSP: true }), house.appUrls!.workspace, 'isla');
    ruaridh = await signIn(await browser.newContext({ bypassCSP: true }), house.appUrls!.workspace, 'ruaridh');
    // The app runs in this process: what it asks the gateway is counted on its way out.
    const send = globalThis.fetch;
    jest.spyOn(globalThis, 'fetch').mockImplementation((to, init) => {
      if (to === house.gatewayUrl) questions++;
      return send(to, init);
    });
  });
  beforeEach(() => {
    questions = 0;
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await browser.close();
    await house.stop();
  });

  const open = async (page: Page, path: string): Promise<void> => void await page.goto(house.appUrls!.workspace + path);
  const choose = async (label: string, option: string): Promise<void> => {
    await isla.getByLabel(label, { exact: true }).selectOption({ label: option });
    await go(isla, 'button', /^Show$/);
  };
  /** What stands on somebody's record of a worker, latest first. */
  async function linesOf(person: string, worker: string): Promise<Line[]> {
    const { body } = await house.ask<{ me: { disclosures: { items: Line[] } } }>(person, `{ me { disclosures(recipient: { worker: "${worker}" }) { items { kind released withheld } } } }`);
    expect(body.errors).toBeUndefined();
    return body.data!.me.disclosures.items;
  }

  const looksOn = async (person: string): Promise<number> => (await linesOf(person, 'isla')).filter(({ kind }) => kind === 'LOOK').length;

  describe('on the record', () => {
    test('today and the caseload, however often, are one line of a list a day', async () => {
      for (const path of ['/', '/caseload', '/', '/caseload?sort=next&review=due']) await open(isla, path);
      expect(await linesOf('morag', 'isla')).toEqual([{ kind: 'LIST', released: ['NAME_AND_CONTACT', 'ACTION_PLAN', 'SUPPORT_RECEIVED', 'HEALTH_APPOINTMENTS'], withheld: [] }]);
      expect(await linesOf('tam', 'isla')).toEqual([{ kind: 'LIST', released: ['NAME_AND_CONTACT'], withheld: [] }]);
    });

    test.each([['need', 'BARRIERS', 'WHERE_I_LIVE'], ['area', 'WHERE_I_LIVE', 'BARRIERS']])('a caseload by %s is a look of its own, and asks for nothing else', async (filter, category, other) => {
      const before = await linesOf('morag', 'isla');
      await open(isla, `/caseload?${filter}=any`);
      const [look, ...rest] = await linesOf('morag', 'isla');
      expect(rest).toEqual(before);
      expect(look).toMatchObject({ kind: 'LOOK', withheld: [] });
      expect(look!.released.includes(category)).toBe(category === 'BARRIERS');
      expect(look!.released).not.toContain(other);
    });

    test('who leaves prison is a look, and the page before says so', async () => {
      const [before, others] = [await linesOf('callum', 'ruaridh'), await linesOf('callum', 'isla')];
      await open(ruaridh, '/');
      expect(await part(ruaridh, 'Leaving prison').innerText()).toMatch('It goes on the record of each of them.');
      await go(ruaridh, 'button', 'Look, and put it on their record');
      expect(new URL(ruaridh.url()).pathname).toBe('/today/leaving-prison');
      expect(await namesOn(ruaridh)).toEqual(['Callum']);
      await mustBeUsable(ruaridh);
      const [look] = await linesOf('callum', 'ruaridh');
      expect(look).toMatchObject({ kind: 'LOOK', released: expect.arrayContaining(['CONVICTIONS']) });
      expect(before.filter(({ kind }) => kind === 'LOOK')).toEqual([]);

      await open(isla, '/today/leaving-prison');
      expect(await isla.getByText('Nobody whose plans are shared with you leaves prison in the next six weeks.').count()).toBe(1);
      expect(await isla.locator('main').innerText()).not.toMatch('Callum');
      await mustBeUsable(isla);
      expect((await linesOf('callum', 'isla')).length).toBe(others.length + 1);
    });

    test.each([['/today/leaving-prison', 403], ['/caseload?need=any', 403], ['/caseload?area=any', 403], ['/caseload', 200], ['/', 200]])('an open page that asks again by itself puts no look on the record: %s is answered with %i', async (path, status) => {
      const before = await looksOn('morag');
      expect(await isla.evaluate(`fetch(${JSON.stringify(path)}, { headers: { 'x-asked-by-page': 'yes' } }).then((response) => response.status)`)).toBe(status);
      expect(await looksOn('morag')).toBe(before);
    });

    test.each(['/', '/caseload', '/caseload?need=any&area=any&sort=end&page=2', '/today/leaving-prison'])('%s is one question to the gateway', async (path) => {
      await open(isla, path);
      expect(questions).toBe(1);
    });
  });

  test('today says what comes, what is due, what waits and what ends, and of nobody what they do not share', async () => {
    const asked = await house.ask('isla', 'mutation ($input: AskForSharingInput!) { askForSharing(input: $input) { at } }', {
      input: { key: randomUUID(), person: house.personIdFor('isla', 'tam'), purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS', 'ACTION_PLAN'], recipient: { agency: 'fife-works' }, reason: 'To plan together' },
    });
    expect(asked.body.errors).toBeUndefined();
    const ledger = new Client({ connectionString: house.ledgerUrl });
    await ledger.connect();
    await ledger.query(`UPDATE assignment SET access_to = now() + interval '2 days' WHERE recipient_worker = 'isla' AND person = $1`, [house.personIdFor('consent', 'jean')]);
    await ledger.end();

    await open(isla, '/');
    expect(await isla.getByRole('heading', { level: 1 }).innerText()).toBe('Today');
    const comes = await part(isla, 'Appointments').locator('tbody tr').allInnerTexts();
    expect(comes.map((line) => line.split('\t').slice(1))).toEqual([['Morag', 'Ring the school office'], ['Morag', 'Health appointment'], ['Callum', 'Send the form for the birth certificate'], ['Morag', 'Health appointment']]);
    expect(comes[0]).toMatch(/^(Today|Tomorrow), /);
    expect(await part(isla, 'Plan reviews').locator('tbody tr').allInnerTexts()).toEqual([expect.stringMatching(/\tAisha\tReview due$/)]);
    expect(await part(isla, 'Requests that wait').locator('tbody tr').allInnerTexts()).toEqual([expect.stringMatching(/\tTam\t2 topics asked for$/)]);
    expect(await part(isla, 'Requests answered').innerText()).toMatch('None of the last four weeks.');
    expect(await part(isla, 'Support about to end').locator('tbody tr').allInnerTexts()).toEqual([expect.stringMatching(/\tJean\tEnds within three days$/)]);
    await mustBeUsable(isla);
  });

  test('a worker sorts, filters and clears the caseload, and the address says how it stands', async () => {
    await open(isla, '/caseload');
    expect(await namesOn(isla)).toEqual(['Aisha', 'Callum', 'Derek', 'Fiona', 'Jean', 'Mairi', 'Morag', 'Tam']);
    expect(await isla.getByText('8 people.').count()).toBe(1);
    expect(await isla.locator('tr', { hasText: 'Morag' }).innerText()).toMatch(/Stage 3: Vocational activity\tNext step on .*\tNo end set\t12 of 22 topics shared\./);
    expect(await isla.locator('tr', { hasText: 'Derek' }).innerText()).toMatch(/Not shared\tNot shared\tNo end set\tName and contact only, of 22 topics\./);
    await mustBeUsable(isla);
    await choose('Sort by', 'End of support');
    expect((await namesOn(isla))[0]).toBe('Jean');
    await choose('Sharing', 'Asked and waiting');
    expect([await namesOn(isla), await isla.getByText('1 of 8 people.').count()]).toEqual([['Tam'], 1]);
    expect(new URL(isla.url()).searchParams.get('sharing')).toBe('waiting');
    await isla.reload();
    expect(await namesOn(isla)).toEqual(['Tam']);
    await go(isla, 'link', 'Clear filters');
    expect((await namesOn(isla)).length).toBe(8);
    expect(new URL(isla.url()).search).toBe('?sort=end');
    await choose('Need', 'Look at needs');
    expect(await isla.locator('tr', { hasText: 'Tam' }).innerText()).toMatch(/Not shared$/);
    await isla.getByLabel('Need', { exact: true }).selectOption('CARER');
    await go(isla, 'button', /^Show$/);
    expect(await namesOn(isla)).toEqual(['Morag']);
    await mustBeUsable(isla);
    await choose('Stage', 'Stage 5: Support in work');
    expect(await isla.getByText('Nobody here fits what you chose.').count()).toBe(1);
    await mustBeUsable(isla);
  });

  test.each(['sort=%3Cb%3Ezzz', 'stage=zzz&review=zzz&sharing=zzz', 'page=zzz', 'need=zzz', 'area=zzz', 'after=zzz', 'zzz=zzz'])('what the address says and nobody knows is left out: %s', async (query) => {
    await open(isla, `/caseload?${query}`);
    expect((await namesOn(isla)).length).toBe(8);
    expect(await isla.locator('html').innerHTML()).not.toMatch('zzz');
  });

  test('a service that is down is said in its places, and the rest stands', async () => {
    house.proxy('employability').always(failing);
    await open(isla, '/caseload?need=any');
    expect((await namesOn(isla)).length).toBe(8);
    expect(await isla.locator('tr', { hasText: 'Morag' }).innerText()).toMatch(/^Morag\tNot available now\tHealth appointment on .* \(some dates are not available now\)\t.*12 of 22 topics shared\.\tNot available now$/);
    expect(await isla.locator('tr', { hasText: 'Derek' }).innerText()).toMatch(/^Derek\tNot shared/);
    await mustBeUsable(isla);
    await open(isla, '/');
    expect(await part(isla, 'Appointments').innerText()).toMatch(/Some of this is not available now\. Try again[\s\S]*Morag\tHealth appointment/);
    expect(await part(isla, 'Plan reviews').innerText()).not.toMatch('None overdue');
    await mustBeUsable(isla);
    house.proxy('employability').mend();
  });

  test('those whose name is not shared have a line all the same', async () => {
    await open(ruaridh, '/');
    await ruaridh.getByLabel('Why I look').selectOption('KEEP_SAFE');
    await ruaridh.getByRole('button', { name: 'Change' }).click();
    await open(ruaridh, '/caseload');
    expect(await namesOn(ruaridh)).toEqual(['Somebody whose name is not shared with you']);
    await mustBeUsable(ruaridh);
  });

  test('whoever supports more people than one page is about reads so, and comes to the rest', async () => {
    const sharing = openSharing(house.ledgerUrl);
    // Ten at a time: the ledger has so many connections.
    for (let made = 0; made < 250; made += 10) await Promise.all(Array.from({ length: 10 }, () => sharing.support(somebody(), 'una')));
    await sharing.close();
    const una = await signIn(await browser.newContext({ bypassCSP: true }), house.appUrls!.workspace, 'una');
    expect(await una.locator('main').innerText()).toMatch('You support more than 200 people. This page is about 200 of them.');
    await mustBeUsable(una);
    await una.getByRole('link', { name: 'The next 200 people' }).click();
    await una.getByRole('link', { name: 'Back to the first 200 people' }).waitFor();
    expect(await una.locator('main').innerText()).toMatch('You support more than 200 people. This page is about 50 of them.');
    expect(await una.getByRole('link', { name: 'The next 200 people' }).count()).toBe(0);
    await go(una, 'link', 'Back to the first 200 people');
    expect(new URL(una.url()).search).toBe('');
    await open(isla, '/');
    expect(await isla.locator('main').innerText()).not.toMatch('more than 200');
  });
});
