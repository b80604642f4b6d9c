import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Feedback } from '@thegither/my-sharing';
import { Kind, parse, print } from 'graphql';
import { Client } from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { go, openBrowser, signIn } from './browser.ts';
import { mustBeUsable } from './usable.ts';
import { walksUnless } from './walksUnless.ts';

jest.setTimeout(120_000);

/* The rest of My sharing in a real browser, over a whole house: without JavaScript, as everything has to work. */
const walks = walksUnless('the walks through the rest of My sharing are left out');

walks('the rest of My sharing', () => {
  let house: TestHouse, browser: Browser, context: BrowserContext;
  const feedback: Feedback[] = [];
  beforeAll(async () => {
    house = await startHouse({ patience: PATIENT, apps: true, feedback: async (one) => { feedback.push(one); } });
    browser = await openBrowser();
  });
  afterEach(() => context.close());
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  /** Somebody's own pages; `scripts` to look at them with axe, which is one. */
  async function pageOf(account: string, scripts: 'scripts' | 'no scripts' = 'no scripts'): Promise<Page> {
    context = await browser.newContext(scripts === 'scripts' ? { bypassCSP: true } : { javaScriptEnabled: false });
    context.setDefaultTimeout(15_000);
    return signIn(context, house.appUrls!.mySharing, account);
  }
  const at = (path: string): string => `${house.appUrls!.mySharing}${path}`;
  const planOf = async (persona: string) =>
    (await house.ask<{ person: { actionPlan: object | null } | null }>('isla', 'query ($id: PersonId!) { person(id: $id) { actionPlan { agreedOn } } }', { id: house.personIdFor('isla', persona) })).body.data!.person?.actionPlan ?? null;
  const agrees = (persona: string, recipient: object, categories: string[], purpose = 'EMPLOYABILITY_SUPPORT') =>
    house.ask(persona, 'mutation ($input: GiveGrantInput!) { giveGrant(input: $input) { at } }', { input: { key: randomUUID(), person: house.personIdFor('person', persona), recipient, categories, purpose } });

  const jeanActs = async (): Promise<unknown[]> => (await house.ask<{ representing: object[] }>('jean', '{ representing { powers categories until } }')).body.data!.representing;

  describe('who can see what, as a table', () => {
    test('has a word in each cell, stops everything with an agency and its workers in one step, and undoes it in one', async () => {
      await agrees('morag', { worker: 'isla' }, ['CAREER_PLANS'], 'REFERRAL');
      const page = await pageOf('morag');
      await page.goto(at('/sharing'));
      await page.getByRole('link', { name: 'See it as a table' }).click();
      expect(await page.getByRole('row', { name: /^Skills and qualifications/ }).getByRole('cell').allInnerTexts()).toEqual(['No', expect.stringMatching(/^Yes, until \d+ \w+ \d{4}\. Help to find work\.$/)]);
      expect(await planOf('morag')).not.toBeNull();

      await page.getByRole('button', { name: 'Stop everything with them Fife Works', exact: true }).click();
      expect(await page.locator('#said').innerText()).toMatch(/^You stopped everything with them at \d\d:\d\d:\d\d\./);
      expect(await page.getByText('You share nothing with anybody.').count()).toBe(1);
      expect(await planOf('morag')).toBeNull();

      await page.getByRole('button', { name: 'Undo: share all of it again' }).click();
      expect(await page.locator('#said').innerText()).toMatch(/^Shared again from/);
      expect(await planOf('morag')).not.toBeNull();
      expect(await page.getByRole('button', { name: /^Undo/ }).count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Stop everything with Fife Works' }).count()).toBe(1);
    });

    test('can be read and used by everybody', async () => {
      const page = await pageOf('morag', 'scripts');
      for (const path of ['/sharing', '/sharing/table']) {
        await page.goto(at(path));
        await mustBeUsable(page);
      }
    });
  });

  describe('what a worker would see', () => {
    test('is what they see, for the purpose that was chosen, and of nobody else', async () => {
      const page = await pageOf('morag');
      await page.goto(at('/sharing'));
      await page.getByRole('link', { name: 'See what they would see' }).click();
      await page.getByLabel('Whose eyes?').selectOption('Isla, Fife Works');
      await go(page, 'button', 'Show me');
      expect(await page.getByRole('heading', { name: 'Isla, Fife Works would see' }).count()).toBe(1);
      expect(await page.getByText('Skills and qualifications. You agreed to share this.').count()).toBe(1);
      expect(await page.getByText('Convictions I must tell an employer about. You have not been asked about this.').count()).toBe(1);
      expect(await page.getByText(/^Isla of Fife Works could look at your skills and qualifications/).count()).toBeGreaterThan(0);
      await page.getByLabel('Why would they look?').selectOption('Passing you on to a service');
      await go(page, 'button', 'Show me');
      expect(await page.getByText('Skills and qualifications. You agreed to share this.').count()).toBe(0);
      expect(await page.getByText(/^Skills and qualifications\. /).count()).toBe(1);
      await page.goto(at('/sharing/preview?worker=shona&purpose=REFERRAL'));
      expect(await page.getByText('Nothing was changed.').count()).toBe(1);
    });

    test('can be read and used by everybody', async () => {
      const page = await pageOf('morag', 'scripts');
      for (const path of ['/sharing/preview', '/sharing/preview?worker=isla&purpose=EMPLOYABILITY_SUPPORT']) {
        await page.goto(at(path));
        await mustBeUsable(page);
      }
    });
  });

  test('what was said and done is told newest first', async () => {
    const page = await pageOf('tam', 'scripts');
    const person = house.personIdFor('person', 'tam');
    await agrees('tam', { worker: 'isla' }, ['SKILLS']);
    await house.ask('tam', 'mutation ($input: RefuseInput!) { refuse(input: $input) { at } }', { input: { key: randomUUID(), person, recipient: { agency: 'nhs-fife' }, categories: ['CONDITIONS'] } });
    await page.goto(at('/history'));
    const lines = await page.locator('main dd').allInnerTexts();
    expect(lines[0]).toMatch(/^You said no to Health & Work|^You said no to NHS Fife/);
    expect(lines[1]).toMatch(/^You said yes to Isla, .+: Skills and qualifications\. Why: Help to find work\. Until \d/);
    expect(lines.at(-1)).toMatch(/^Isla, .+ helped you from then on\.$/);
    await mustBeUsable(page);
  });

  test('what ended says when it did and who ended it', async () => {
    const page = await pageOf('jean', 'scripts');
    const person = house.personIdFor('person', 'jean'), ofGrant = async (mutation: string, of: 'jean' | 'isla', grant: string): Promise<void> => {
      const { body } = await house.ask(of, `mutation ($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { at } }`, { input: { key: randomUUID(), person: of === 'jean' ? person : house.personIdFor('isla', 'jean'), grant } });
      expect(body.errors).toBeUndefined();
    };
    const given = async (category: string): Promise<string> => {
      expect((await agrees('jean', { worker: 'isla' }, [category])).body.errors).toBeUndefined();
      const { body } = await house.ask<{ me: { grants: { id: string; categories: string[] }[] } }>('jean', '{ me { grants { id categories } } }');
      return body.data!.me.grants.find(({ categories }) => categories.includes(category))!.id;
    };
    await ofGrant('withdrawGrant', 'jean', await given('SKILLS'));
    await ofGrant('renounceGrant', 'isla', await given('CAREER_PLANS'));
    const expired = await given('WORK_HISTORY');
    const ledger = new Client({ connectionString: house.ledgerUrl });
    await ledger.connect();
    await ledger.query(`UPDATE sharing_grant SET access_from = '2026-03-02T10:00Z', access_to = '2026-05-04T10:00Z' WHERE id = $1`, [expired]);
    await ledger.end();

    await page.goto(at('/history'));
    const history = await page.locator('main').innerText();
    for (const what of [/\d{4}, \d\d:\d\d:\d\d\s+You stopped sharing with Isla, Fife Works: Skills and qualifications\./, /Isla, Fife Works gave up what you shared: /, /4 May 2026, \d\d:00:00\s+Sharing with Isla, Fife Works ended by itself: /]) expect(history).toMatch(what);
    await mustBeUsable(page);
    await page.goto(at('/sharing'));
    const sharing = await page.locator('main').innerText();
    for (const what of [/You stopped this on \d+ \w+ \d{4} at \d\d:\d\d:\d\d\./, /Isla, Fife Works gave this up on \d+ \w+ \d{4} at \d\d:\d\d:\d\d\./, /This ended by itself on 4 May 2026\./]) expect(sharing).toMatch(what);
    await mustBeUsable(page);
  });

  describe('what is held about somebody', () => {
    // Eight services at once, of a house that has just been opened: planned here, and not within the patience of a page.
    beforeAll(async () => {
      const { definitions, ...document } = parse(readFileSync(new URL('../../apps/my-sharing/operations/myData.graphql', import.meta.url), 'utf8'));
      const question = print({ ...document, definitions: definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION || (one.kind === Kind.OPERATION_DEFINITION && one.name?.value === 'MyData')) });
      expect((await house.ask('morag', question, {})).body.errors).toBeUndefined();
    });

    test('is told topic by topic, in words', async () => {
      const page = await pageOf('morag');
      await page.goto(at('/my-data'));
      const text = await page.locator('main').innerText();
      expect(text).toMatch('That is on your record');
      expect(text).toMatch('What happened with skills and qualifications');
      expect(text).not.toMatch(/did not answer|\[object|undefined|null|[A-Z]{3,}_[A-Z]/);
    });

    test('can be read and used by everybody', async () => {
      const page = await pageOf('tam', 'scripts');
      await page.goto(at('/my-data'));
      await mustBeUsable(page);
    });

    test('can be taken along as a file that nothing keeps and whose name says nothing, and the look is on their own record', async () => {
      const page = await pageOf('morag');
      const got = await page.request.get(at('/my-data.json'));
      expect(got.headers()).toMatchObject({ 'content-disposition': 'attachment; filename="my-data.json"', 'cache-control': 'no-store', 'content-type': expect.stringMatching('application/json') });
      const file: { me: { id: string; skills: object[] }; whoLooked: { worker: string | null }[]; whoLookedIsWhole: boolean; didNotAnswer: string[] } = await got.json();
      expect(file).toMatchObject({ me: { id: house.personIdFor('person', 'morag'), skills: [{ name: expect.any(String) }, expect.anything()] }, whoLookedIsWhole: true, didNotAnswer: [] });
      expect(file.whoLooked.some(({ worker }) => worker === null)).toBe(true);
    });

    test('is nobody\'s who is not signed in', async () => {
      context = await browser.newContext();
      const got = await context.request.get(at('/my-data.json'), { maxRedirects: 0 });
      expect([got.status(), got.headers()['location']]).toEqual([303, '/sign-in?to=%2Fmy-data.json']);
    });
  });

  test('stopping takes no more clicks and no more words on the way than agreeing', async () => {
    expect((await house.ask('isla', 'mutation ($input: AskForSharingInput!) { askForSharing(input: $input) { at } }', {
      input: { key: randomUUID(), person: house.personIdFor('isla', 'tam'), purpose: 'EMPLOYABILITY_SUPPORT', categories: ['CAREER_PLANS'], recipient: { agency: 'fife-works' }, reason: 'To ask' },
    })).body.errors).toBeUndefined();
    const page = await pageOf('tam');

    /** Clicks from the first page on, and the words that stand on every page on which one was made. */
    const walk = async (clicks: readonly (() => Promise<void>)[]): Promise<{ readonly clicks: number; readonly words: number }> => {
      await page.goto(at('/'));
      let words = 0;
      for (const click of clicks) {
        words += (await page.locator('main').innerText()).match(/[\p{L}\p{N}’'-]+/gu)!.length;
        await click();
      }
      return { clicks: clicks.length, words };
    };
    const press = (role: 'link' | 'button', name: string | RegExp) => (): Promise<void> => page.getByRole(role, { name }).first().click();

    const agreeing = await walk([
      press('link', 'See the requests'), press('link', /^Read and answer/), press('button', 'Choose what to share'),
      () => page.locator('label', { hasText: 'Plans and interests' }).click(), press('button', 'Go on'), press('button', 'Yes, share this'),
    ]);
    expect(await page.locator('#said').innerText()).toMatch(/^You said yes at/);
    const stopping = await walk([press('link', 'See who can see what'), () => page.locator('section', { hasText: 'Plans and interests' }).getByRole('button', { name: /^Stop/ }).click()]);
    expect(await page.locator('#said').innerText()).toMatch(/^Stopped at/);
    expect(agreeing.clicks).toBe(6);
    expect(stopping.clicks).toBeLessThanOrEqual(agreeing.clicks);
    expect(stopping.words).toBeLessThanOrEqual(agreeing.words);
  });

  describe('somebody acts for somebody', () => {
    test('who was asked to by their code, one question a page with nothing ticked, reads that they act; and it is ended in one step', async () => {
      let page = await pageOf('jean');
      await page.goto(at('/acting'));
      await page.getByRole('link', { name: 'My code to pass on' }).click();
      const code = await page.locator('#code').innerText();
      expect(code).not.toMatch(/jean/i);
      await context.close();

      page = await pageOf('morag');
      await go(page, 'link', 'Somebody acts for me');
      expect(await page.getByText('Nobody acts for you.').count()).toBe(1);
      await page.getByRole('link', { name: 'Ask somebody to act for me' }).click();
      await page.getByRole('button', { name: 'Go on' }).click();
      expect(await page.getByRole('alert').innerText()).toMatch('Type in their code');
      await page.getByLabel('Their code').fill('no such code');
      const goOn = () => page.getByRole('button', { name: 'Go on' }).click();
      await goOn();
      for (const tick of ['Read what I can read', 'What I am called and how to reach me', undefined, '3 months']) {
        expect(await page.locator('input:checked').count()).toBe(0);
        if (tick !== undefined) await page.locator('label', { hasText: tick }).click();
        await goOn();
      }
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Check your answers');
      await page.getByRole('button', { name: 'Yes, they act for me' }).click();
      expect(await page.getByRole('alert').innerText()).toMatch('The code may be wrong or too old');
      expect(await jeanActs()).toEqual([]);
      // What was said is still there: the code alone is asked for again.
      await page.getByLabel('Their code').fill(code);
      await goOn();
      await page.getByRole('button', { name: 'Yes, they act for me' }).click();
      expect(await page.locator('#said').innerText()).toMatch(/^From \d\d:\d\d:\d\d on they act for you\./);
      expect(await jeanActs()).toEqual([{ powers: ['READ'], categories: ['NAME_AND_CONTACT'], until: expect.any(String) }]);
      await context.close();

      page = await pageOf('jean', 'scripts');
      await page.goto(at('/acting'));
      expect(await page.getByRole('heading', { name: 'Morag' }).count()).toBe(1);
      await mustBeUsable(page);
      await context.close();

      page = await pageOf('morag');
      await page.goto(at('/acting'));
      await page.getByRole('button', { name: /^End this/ }).click();
      expect(await page.locator('#said').innerText()).toMatch(/^Ended at/);
      expect(await jeanActs()).toEqual([]);
    });

    test('each page can be read and used by everybody', async () => {
      const page = await pageOf('morag', 'scripts');
      const goOn = () => go(page, 'button', 'Go on');
      await page.goto(at('/acting/code'));
      await mustBeUsable(page);
      await page.goto(at('/acting/appoint'));
      await goOn();
      await mustBeUsable(page);
      await page.getByLabel('Their code').fill('a code');
      await goOn();
      for (const tick of ['Stop sharing for me', 'Who is supporting me', undefined, 'One month']) {
        if (tick === undefined) await mustBeUsable(page);
        else await page.locator('label', { hasText: tick }).click();
        await goOn();
      }
      await mustBeUsable(page);
    });
  });

  describe('feedback and rights', () => {
    test('feedback is sent once, in words alone; what is missing is said and nothing typed is lost', async () => {
      const page = await pageOf('jean');
      await page.getByRole('link', { name: 'Help and complaints' }).click();
      await page.getByRole('link', { name: 'Feedback or a complaint' }).click();
      await page.getByLabel('In your words').fill('It is <b>good</b>.');
      await page.getByRole('button', { name: 'Send' }).click();
      expect(await page.getByRole('alert').innerText()).toMatch('Choose what it is');
      expect(await page.getByLabel('In your words').inputValue()).toBe('It is <b>good</b>.');
      await page.locator('label', { hasText: 'Feedback' }).click();
      await page.getByRole('button', { name: 'Send' }).click();
      expect(await page.locator('#said').innerText()).toBe('Thank you. We have your feedback.');
      expect(feedback).toEqual([{ kind: 'FEEDBACK', text: 'It is <b>good</b>.', key: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
    });

    test('each page can be read and used by everybody', async () => {
      const page = await pageOf('jean', 'scripts');
      for (const path of ['/', '/help', '/rights', '/feedback']) {
        await page.goto(at(path));
        await mustBeUsable(page);
      }
      await go(page, 'button', 'Send');
      await mustBeUsable(page);
    });

    test('somebody who is not signed in reads their rights too', async () => {
      context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(at('/help'));
      await page.getByRole('link', { name: 'My rights' }).click();
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('My rights');
    });
  });
});
