import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { go, openBrowser, signIn } from './browser.ts';
import { mustBeUsable } from './usable.ts';
import { walksUnless } from './walksUnless.ts';

jest.setTimeout(120_000);

/* What happened, and who lives together: in a real browser, over a whole house. */
const walks = walksUnless('the walks through timeline and household are left out');

walks('Isla reads', () => {
  let house: TestHouse, browser: Browser, page: Page, scriptless: Page;
  beforeAll(async () => {
    house = await startHouse({ patience: PATIENT, apps: true, through: ['careers'] });
    browser = await openBrowser();
    const pageWith = async (javaScriptEnabled: boolean): Promise<Page> => {
      const context = await browser.newContext({ bypassCSP: true, javaScriptEnabled });
      context.setDefaultTimeout(15_000);
      return signIn(context, house.appUrls!.workspace, 'isla');
    };
    [page, scriptless] = await Promise.all([pageWith(true), pageWith(false)]);
  });
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  const addressOf = (persona: string, what: 'timeline' | 'household', query = ''): string => `${house.appUrls!.workspace}/people/${house.personIdFor('isla', persona)}/${what}${query}`;
  const rows = (on = page) => on.locator('tbody tr');
  const heads = () => page.locator('thead th').allInnerTexts();
  const statesOf = (topic: string) => rows().filter({ hasText: topic }).locator('td').allInnerTexts();
  const noteOf = (topic: string) => page.locator('main li', { has: page.getByText(`${topic}.`, { exact: true }) });

  interface Look { readonly released: readonly string[]; readonly withheld: readonly string[] }
  const looksAtMorag = async (): Promise<readonly Look[]> => {
    const { body } = await house.ask<{ me: { disclosures: { items: readonly Look[] } } }>('morag', '{ me { disclosures(recipient: { worker: "isla" }) { items { released withheld } } } }');
    return body.data!.me.disclosures.items;
  };

  const does = async (persona: string, mutation: string, input: object) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    const { body } = await house.ask(persona, `mutation ($input: ${type}) { ${mutation}(input: $input) { at } }`, { input: { key: randomUUID(), person: house.personIdFor(persona, persona), ...input } });
    expect(body.errors).toBeUndefined();
  };
  const LINK = { purpose: 'EMPLOYABILITY_SUPPORT', categories: ['HOUSEHOLD_LINK'], recipient: { agency: 'fife-works' } };
  const householdOf = async (persona: string): Promise<string> => {
    const { body } = await house.ask<{ me: { householdLinks: readonly { household: string }[] } }>(persona, '{ me { householdLinks { household } } }');
    return body.data!.me.householdLinks[0]!.household;
  };

  const NOT_SHARED = 'Not shared. This does not say whether there is anything to share.';
  const NO_ANSWER = 'The service that holds this did not answer. Try again soon.';

  describe('what happened', () => {
    test('one list of everything that is shared, newest first, and nothing that is not', async () => {
      await page.goto(addressOf('morag', 'timeline'));
      expect(await page.title()).toBe('What happened – Thegither for workers');
      expect(await rows().count()).toBe(21);
      const days = (await rows().locator('td:first-child').allInnerTexts()).map((day) => Date.parse(day));
      expect(days).toEqual(days.toSorted((a, b) => b - a));
      expect(await rows().filter({ hasText: 'Work with a case manager began' }).locator('td, th').allInnerTexts()).toEqual([
        expect.stringMatching(/^\d+ \w+ \d{4}$/), 'Work with a case manager began', 'Case manager', 'Health and work (NHS Fife Health & Work)', 'How my health affects work',
      ]);
      const text = await page.locator('main').innerText();
      expect(text).not.toMatch(/disc in the lower back|injections|rent was|tenancy/);
      expect(await noteOf('My conditions and treatment').innerText()).toMatch(NOT_SHARED);
    });

    test('what is not shared is the same, letter for letter, with a record and without one', async () => {
      const said = async (persona: string): Promise<string> => {
        await page.goto(addressOf(persona, 'timeline', '?topic=CONDITIONS'));
        return (await page.locator('[data-live]').last().innerHTML()).trim();
      };
      const ofMorag = await said('morag');
      expect(ofMorag).toMatch(NOT_SHARED);
      expect(await said('jean')).toBe(ofMorag);
      await mustBeUsable(page);
    });

    test.each([['with JavaScript', () => page], ['without JavaScript', () => scriptless]])('one topic and one period are chosen, %s', async (_, pageFor) => {
      const on = pageFor();
      await on.goto(addressOf('morag', 'timeline'));
      expect(await on.locator('#topic option').allInnerTexts()).not.toContain('My conditions and treatment');
      await on.getByLabel('Topic').selectOption({ label: 'How my health affects work' });
      await go(on, 'button', 'Show');
      expect(await rows(on).count()).toBe(2);
      expect(new URL(on.url()).search).toBe('?topic=HEALTH_AND_WORK&from=&to=');
      const [later] = (await rows(on).locator('td:first-child').allInnerTexts()).map((day) => new Date(`${day} UTC`).toISOString().slice(0, 10));
      await on.getByLabel('From this day').fill(later!);
      await go(on, 'button', 'Show');
      expect(await rows(on).count()).toBe(1);
      await on.getByLabel('From this day').fill('2999-01-01');
      await go(on, 'button', 'Show');
      expect(await on.locator('main').innerText()).toMatch('Shared. There is nothing to show of these days.');
      await go(on, 'link', 'Show everything');
      expect(await rows(on).count()).toBe(21);
    });

    test('on the person\'s record one topic was asked for by its name, and everything was not', async () => {
      await page.goto(addressOf('morag', 'timeline'));
      const [whole] = await looksAtMorag();
      expect(whole).toMatchObject({ released: expect.arrayContaining(['ACTION_PLAN', 'HEALTH_AND_WORK']), withheld: [] });
      await page.goto(addressOf('morag', 'timeline', '?topic=CONDITIONS'));
      const [one] = await looksAtMorag();
      expect(one).toEqual({ released: ['NAME_AND_CONTACT'], withheld: ['CONDITIONS'] });
    });

    test('days that are none are said, and nobody was asked', async () => {
      await page.goto(addressOf('morag', 'timeline'));
      const before = await looksAtMorag();
      const response = await page.goto(addressOf('morag', 'timeline', '?from=2026-02-30&to=2026-01-01'));
      expect(response!.status()).toBe(400);
      expect(await page.getByRole('alert').innerText()).toMatch('Choose a day of the calendar.');
      expect(await page.getByText('Morag').count()).toBe(0);
      expect(await looksAtMorag()).toHaveLength(before.length);
      await mustBeUsable(page);
    });

    test('a service that does not answer is said so beside its topics, and the rest stands', async () => {
      house.proxy('careers').always(async () => 'CUT');
      await page.goto(addressOf('morag', 'timeline'));
      expect(await rows().count()).toBe(18);
      expect(await noteOf('Work and learning history').innerText()).toMatch(NO_ANSWER);
      expect(await noteOf('My conditions and treatment').innerText()).toMatch(NOT_SHARED);
      await mustBeUsable(page);
      house.proxy('careers').mend();
    });

    test('fifty things are one page, and the next is a link away', async () => {
      const careers = new Client({ connectionString: house.databases.rooms.careers });
      await careers.connect();
      await careers.query(`INSERT INTO "TimelineEvent" (id, person, controller, category, "on", kind, title, labels)
        SELECT gen_random_uuid(), $1, 'my-world-careers', 'SKILLS', '2020-01-01', 'PROFILE_CHANGED', 'An old change ' || n, '{}' FROM generate_series(1, 40) n`, [house.personIdFor('careers', 'morag')])
        .finally(() => careers.end());
      await page.goto(addressOf('morag', 'timeline'));
      expect(await rows().count()).toBe(50);
      await mustBeUsable(page);
      await go(page, 'link', 'Older');
      expect(await rows().count()).toBe(11);
      expect(await page.getByText('Page 2 of 2').count()).toBe(1);
      await go(page, 'link', 'Newer');
      expect(await rows().count()).toBe(50);
    });
  });

  describe('a household', () => {
    test('of which one agreed to be linked shows her alone: of the other there is not a word', async () => {
      await page.goto(addressOf('mairi', 'household'));
      expect(await heads()).toEqual(['Topic', 'Mairi']);
      expect(await page.getByText('Nobody else who agreed to be linked is shown here.').count()).toBe(1);
      expect(await statesOf('My goals and action plan')).toEqual(['Shared']);
      expect(await statesOf('My conditions and treatment')).toEqual(['Not shared']);
    });

    test('of two who agreed has each one\'s own sharing beside the other\'s, and the way to both', async () => {
      const household = await householdOf('mairi');
      await does('tam', 'joinHousehold', { household });
      await page.goto(addressOf('mairi', 'household'));
      expect(await heads()).toEqual(['Topic', 'Mairi']);

      await does('tam', 'giveGrant', LINK);
      await page.goto(addressOf('mairi', 'household'));
      expect(await heads()).toEqual(['Topic', 'Mairi', 'Tam']);
      expect(await statesOf('My goals and action plan')).toEqual(['Shared', 'Not shared']);
      expect(await statesOf('Who I live with and plan with')).toEqual(['Shared', 'Shared']);
      expect(await page.locator('thead a').last().getAttribute('href')).toBe(`/people/${house.personIdFor('isla', 'tam')}`);
      await mustBeUsable(page);
    });

    test('has not a word of those whom she may not know, though they agreed and are in it', async () => {
      const household = await householdOf('mairi');
      for (const persona of ['hamish', 'jean']) {
        await does(persona, 'joinHousehold', { household });
        await does(persona, 'giveGrant', LINK);
      }
      await does('jean', 'exclude', { recipient: { worker: 'isla' } });
      await page.goto(addressOf('mairi', 'household'));
      expect(await heads()).toEqual(['Topic', 'Mairi', 'Tam']);
      const html = await page.content();
      for (const persona of ['hamish', 'jean']) expect(html).not.toMatch(house.personIdFor('isla', persona));
    });

    test('that is not shared is the same, letter for letter, with anybody in it and without', async () => {
      const said = async (persona: string): Promise<string> => {
        await page.goto(addressOf(persona, 'household'));
        return (await page.locator('[data-live]').last().innerHTML()).trim();
      };
      await does('aisha', 'joinHousehold', { household: await householdOf('mairi') });
      const ofAisha = await said('aisha');
      expect(ofAisha).toMatch(NOT_SHARED);
      expect(await said('fiona')).toBe(ofAisha);
      await mustBeUsable(page);
    });
  });

  test.each(['timeline', 'household'] as const)('of somebody whom she does not support, nothing of their %s', async (what) => {
    await page.goto(addressOf('hamish', what));
    expect(await page.locator('main').innerText()).not.toMatch('Hamish');
    expect(await page.locator('[data-live]').count()).toBe(0);
  });
});
