import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createLog } from '@thegither/service';
import { openWorkspace } from '@thegither/workspace';
import { Client } from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { go, goBy, openBrowser, signIn } from './browser.ts';
import { mustBeUsable } from './usable.ts';
import { walksUnless } from './walksUnless.ts';

jest.setTimeout(120_000);

/* Asking for what is not there: to share, to support somebody, and in an emergency. In a real browser, over a whole house. */
const walks = walksUnless('the walks through asking are left out');

/** An id that is well made, and nobody's. */
const nobodysId = (): string => `1.${randomBytes(16).toString('base64url')}`;

const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();

const press = (page: Page, name: string | RegExp): Promise<void> => go(page, 'button', name);

const tick = (page: Page, label: string): Promise<void> => page.locator('label', { hasText: label }).first().click();

const valuesOf = async (page: Page, boxes: string): Promise<(string | null)[]> => Promise.all((await page.locator(boxes).all()).map((box) => box.getAttribute('value')));

/** Without what is another for each page and each address. */
const letters = (html: string, id: string): string => html.replaceAll(id, 'ID').replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, 'KEY');

async function fillAsk(page: Page): Promise<void> {
  await tick(page, 'My goals and action plan');
  await tick(page, 'Only me: Isla');
  await page.locator('#reason').fill('To plan your next steps\n<b>together</b>');
}

async function fillEmergency(page: Page, minutes = '20'): Promise<void> {
  await page.locator('#reason').fill('He said that he cannot go on');
  await tick(page, 'Somebody’s life or safety is in danger');
  await tick(page, 'Where I live');
  await page.locator('#minutes').fill(minutes);
  await tick(page, 'No, tell them now');
}

walks('asking', () => {
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

  /** Without JavaScript, unless something is to be measured: whatever works then works always. */
  async function enter(account: string, at: string, options: object = { javaScriptEnabled: false }): Promise<Page> {
    context = await browser.newContext(options);
    context.setDefaultTimeout(10_000);
    return signIn(context, at, account);
  }
  const workspaceOf = (account: string, options?: object): Promise<Page> => enter(account, house.appUrls!.workspace, options);
  const at = (id: string, path = ''): string => `${house.appUrls!.workspace}/people/${id}${path}`;

  /** Ewan is not assigned to Morag, and Derek, whom he is assigned to, keeps him out. */
  const everybody = () => ({ 'not on the list': house.personIdFor('ewan', 'morag'), 'keeps him out': house.personIdFor('ewan', 'derek'), 'nobody at all': nobodysId(), 'no id': 'not-an-id-at-all' });
  const tam = () => house.personIdFor('isla', 'tam');

  /** What a worker reads whom nothing is opened for. */
  async function refused(worker: string, whom: string): Promise<string> {
    const page = await workspaceOf(worker);
    await page.goto(at(whom, '/emergency'));
    await fillEmergency(page);
    await press(page, 'Go on');
    await press(page, 'Open it now');
    expect(await page.locator('#reason').inputValue()).toBe('He said that he cannot go on');
    return page.getByRole('alert').innerText();
  }

  describe('one page for whoever is unknown', () => {
    let pageOfEwan: Page;
    beforeEach(async () => { pageOfEwan = await workspaceOf('ewan'); });

    test.each(['', '/ask', '/timeline', '/household', '/print', '/note', '/record'])('the letters of /people/:id%s are the same, read or sent to', async (path) => {
      const form = await pageOfEwan.locator('input[name="form"]').first().inputValue();
      const seen: unknown[] = [];
      for (const id of Object.values(everybody())) {
        const read = await pageOfEwan.request.get(at(id, path));
        const sent = await pageOfEwan.request.post(at(id, '/ask'), { form: { form, reason: 'x', step: 'send' }, headers: { origin: house.appUrls!.workspace } });
        for (const response of [read, sent]) seen.push([response.status(), letters((await response.text()).replaceAll(`${id}${path}"`, 'HERE"').replaceAll(`${id}/ask"`, 'HERE"'), id)]);
      }
      expect(seen[0]).toEqual([404, expect.stringMatching(/Nobody here is on your list[^]*Give a reason and ask/)]);
      for (const other of seen.slice(1)) expect(other).toEqual(seen[0]);
    });

    test('and when a reason was given, with the same number tried', async () => {
      const page = pageOfEwan, seen: unknown[] = [];
      for (const id of Object.values(everybody())) {
        await page.goto(at(id));
        await page.getByRole('link', { name: 'Give a reason and ask' }).click();
        await page.locator('#reason').fill('I met them at the housing office');
        await press(page, 'Send');
        const asked = [await heading(page), letters(await page.content(), id)];
        await page.locator('#code').fill('12');
        await press(page, 'Confirm');
        seen.push([...asked, letters(await page.content(), id)]);
      }
      expect(seen[0]).toEqual(['Your reason is on the record', expect.anything(), expect.stringContaining('That is not the number')]);
      for (const other of seen.slice(1)) expect(other).toEqual(seen[0]);
    });
  });

  test('a reason has to be given, and stays in the form', async () => {
    const page = await workspaceOf('ewan');
    await page.goto(at(nobodysId(), '/support'));
    await press(page, 'Send');
    expect(await page.getByRole('alert').innerText()).toMatch('Say why you should support them');
  });

  test('a worker who asked is seen by the person, who says yes; then the worker sees the person', async () => {
    const morag = house.personIdFor('catriona', 'morag'), mySharing = house.appUrls!.mySharing;
    let page = await workspaceOf('catriona');
    await page.goto(at(morag, '/support'));
    await page.locator('#reason').fill('She came to the careers fair');
    await press(page, 'Send');
    expect((await page.goto(at(morag)))!.status()).toBe(404);
    await context.close();

    page = await enter('morag', mySharing);
    await page.goto(`${mySharing}/helpers`);
    const card = page.locator('section', { has: page.getByRole('heading', { name: /Catriona/ }) });
    expect(await card.innerText()).toMatch('They say: She came to the careers fair');
    await goBy(page, card.getByRole('button').first());
    expect(await page.getByRole('status').count()).toBe(1);
    await context.close();

    page = await workspaceOf('catriona');
    expect((await page.goto(at(morag)))!.status()).toBe(200);
    expect(await page.locator('main').innerText()).toMatch('Morag');
  });

  test('or reads out a number, with which the worker confirms it', async () => {
    const hamish = house.personIdFor('isla', 'hamish');
    const page = await workspaceOf('isla');
    await page.goto(at(hamish, '/support'));
    await page.locator('#reason').fill('He is back');
    await press(page, 'Send');
    const { body } = await house.ask<{ me: { assignments: { state: string; code: string | null }[] } }>('hamish', '{ me { assignments { state code } } }');
    await page.locator('#code').fill(body.data!.me.assignments.find(({ state }) => state === 'PENDING')!.code!);
    await press(page, 'Confirm');
    expect(await page.getByRole('status').innerText()).toMatch(/^Confirmed at/);
    expect(await page.locator('main').innerText()).toMatch('Hamish');
  });

  describe('to share', () => {
    test('a worker asks for what the link came from and more, reads how it stands, and takes it back', async () => {
      const page = await workspaceOf('isla');
      await page.goto(at(tam(), '/ask?category=SKILLS'));
      expect(await valuesOf(page, 'input[type="checkbox"]:checked')).toEqual(['SKILLS']);
      expect(await page.getByText('Risk and safety').count()).toBe(0);
      await press(page, 'Go on');
      expect(await page.getByRole('alert').innerText()).toMatch(/Choose who is to see it[^]*Tell them why/);
      await fillAsk(page);
      await press(page, 'Go on');
      expect(await heading(page)).toBe('Check what you ask for');
      await press(page, 'Change it');
      expect(await page.locator('#reason').inputValue()).toBe('To plan your next steps <b>together</b>');
      await press(page, 'Go on');
      await press(page, 'Ask');
      expect(await page.getByRole('status').innerText()).toMatch(/^Asked at \d\d:\d\d:\d\d\./);
      expect((await house.ask('tam', '{ me { requests { reason categories purpose recipient { worker } } } }')).body.data).toEqual({
        me: { requests: [{ reason: 'To plan your next steps <b>together</b>', categories: ['ACTION_PLAN', 'SKILLS'], purpose: 'EMPLOYABILITY_SUPPORT', recipient: { worker: 'isla' } }] },
      });

      expect(await page.getByText('Waiting for an answer').count()).toBe(1);
      expect(await page.getByText('Your agency has asked for this reason').count()).toBe(1);
      expect(await page.locator('#reason').count()).toBe(0);
      await press(page, /^Take it back/);
      expect(await page.getByRole('status').innerText()).toMatch(/^Taken back at/);
      expect(await page.locator('section').innerText()).toMatch(/Closed/);

      await fillAsk(page);
      await press(page, 'Go on');
      await press(page, 'Ask');
      expect(await page.getByRole('alert').innerText()).toMatch('It is too soon to ask again');
      expect(await page.locator('#reason').inputValue()).toBe('To plan your next steps <b>together</b>');
    });

    test('a purpose offers what a yes to it would open', async () => {
      const page = await workspaceOf('isla');
      await page.goto(at(tam(), '/ask'));
      await page.locator('#purpose').selectOption('FAMILY_PLAN');
      await press(page, 'Show topics');
      expect(await valuesOf(page, 'input[type="checkbox"]')).toEqual(['NAME_AND_CONTACT', 'HOUSEHOLD_LINK', 'ACTION_PLAN']);
    });

    test('what was typed when the sign-in had ended is there after signing in again', async () => {
      let ahead = 0;
      const apart = await openWorkspace({
        issuer: { url: house.issuerUrls.workers, clientId: 'workspace', clientSecret: house.keys.accountSecret, resource: 'https://thegither.example/graphql' },
        gatewayUrl: house.gatewayUrl, log: createLog({ service: 'apart', destination: { write: () => undefined } }), now: () => Date.now() + ahead,
      });
      try {
        const page = await enter('isla', apart.baseUrl);
        await page.goto(`${apart.baseUrl}/people/${house.personIdFor('isla', 'jean')}/ask?purpose=REFERRAL`);
        await fillAsk(page);
        ahead = 31 * 60_000;
        await press(page, 'Go on');
        await page.locator('button[value="isla"]').click();
        await page.waitForURL((url) => url.pathname.endsWith('/ask'));
        expect(await page.locator('#reason').inputValue()).toBe('To plan your next steps <b>together</b>');
        expect(await page.locator('#purpose').inputValue()).toBe('REFERRAL');
        expect(await valuesOf(page, 'input:checked')).toEqual(['ACTION_PLAN', 'worker']);
      } finally {
        await apart.close();
      }
    });
  });

  describe('in an emergency', () => {
    test('a worker opens what they need of somebody unknown to them, and the person is told', async () => {
      const page = await workspaceOf('ewan'), callum = house.personIdFor('ewan', 'callum');
      await page.goto(at(callum));
      await page.getByRole('link', { name: 'Open in an emergency' }).click();
      expect(await page.locator('main').innerText()).toMatch(/The person is told what you opened and why\.[^]*A second person checks it/);
      await fillEmergency(page, '90');
      await press(page, 'Go on');
      expect(await page.getByRole('alert').innerText()).toMatch('Give a number of minutes from 1 to 60');
      await page.locator('#minutes').fill('20');
      await press(page, 'Go on');
      expect(await page.locator('dl').innerText()).toMatch(/He said that he cannot go on[^]*Where I live[^]*20 minutes[^]*They are told at once/);
      expect((await house.ask('callum', '{ me { openings { id } } }')).body.data).toEqual({ me: { openings: [] } });
      await press(page, 'Open it now');

      expect(new URL(page.url()).pathname).toBe(`/people/${callum}`);
      expect(await page.getByRole('status').innerText()).toMatch(/^Opened at/);
      expect(await page.locator('main').innerText()).toMatch('Callum');
      expect(await page.getByLabel('Why I look').inputValue()).toBe('KEEP_SAFE');
      expect((await house.ask('callum', '{ me { openings { worker categories ground } } }')).body.data).toEqual({ me: { openings: [{ worker: 'Ewan', categories: ['WHERE_I_LIVE'], ground: 'SERIOUS_THREAT' }] } });
    });

    test('nobody opens what their role never opens, nor a fourth time in a day: in plain words, with nothing lost', async () => {
      const page = await workspaceOf('gordon');
      const send = async (): Promise<string> => {
        await press(page, 'Go on');
        await press(page, 'Open it now');
        return page.getByRole('alert').innerText();
      };
      await page.goto(at(nobodysId(), '/emergency'));
      await fillEmergency(page);
      await tick(page, 'My conditions and treatment');
      expect(await send()).toMatch('Your role, or what your agency agreed, never opens one of these topics');
      expect(await page.locator('#reason').inputValue()).toBe('He said that he cannot go on');

      for (let times = 0; times < 3; times++) {
        const { body } = await house.ask('gordon', 'mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { at } }', {
          input: { key: randomUUID(), person: nobodysId(), categories: ['SKILLS'], ground: 'SERIOUS_THREAT', reason: 'Danger.', minutes: 1 },
        }, { purpose: 'KEEP_SAFE' });
        expect(body.errors).toBeUndefined();
      }
      await tick(page, 'My conditions and treatment');
      await tick(page, 'Where I live');
      await tick(page, 'Skills and qualifications');
      expect(await send()).toMatch('You did this three times in 24 hours');
    });

    test('whose role opens nothing, and whose earlier one waits for its check, read which of them it is', async () => {
      expect(await refused('kirsty', house.personIdFor('kirsty', 'morag'))).toMatch('Your role opens nothing in an emergency');
      await context.close();

      const { body } = await house.ask<{ breakGlass: { opening: string } }>('una', 'mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { opening } }', {
        input: { key: randomUUID(), person: nobodysId(), categories: ['WHERE_I_LIVE'], ground: 'SERIOUS_THREAT', reason: 'Danger.', minutes: 1 },
      }, { purpose: 'KEEP_SAFE' });
      expect(body.errors).toBeUndefined();
      const ledger = new Client({ connectionString: house.ledgerUrl });
      await ledger.connect();
      await ledger.query('UPDATE opening SET review_by = clock_timestamp() WHERE id = $1', [body.data!.breakGlass.opening]);
      await ledger.end();
      expect(await refused('una', nobodysId())).toMatch('Something that you opened before was not checked in time');
    });

    test('who supports somebody is offered to ask instead; at an address that is nobody’s it leads to nobody', async () => {
      const page = await workspaceOf('isla'), nobody = nobodysId();
      await page.goto(at(tam(), '/emergency'));
      await go(page, 'link', 'Ask them to share instead');
      expect(new URL(page.url()).pathname).toBe(`/people/${tam()}/ask`);
      expect(await page.locator('#reason').count()).toBe(1);
      await page.goto(at(nobody, '/emergency'));
      await page.getByRole('link', { name: 'Ask them to share instead' }).click();
      expect(await heading(page)).toBe('Nobody here is on your list');
    });
  });

  test('every page and state can be used by everybody', async () => {
    const page = await workspaceOf('isla', { bypassCSP: true }), nobody = nobodysId(), fiona = house.personIdFor('isla', 'fiona');
    await page.goto(at(nobody));
    await mustBeUsable(page);
    await page.goto(at(nobody, '/support'));
    await mustBeUsable(page);
    await press(page, 'Send');
    await mustBeUsable(page);
    await page.locator('#reason').fill('Why');
    await press(page, 'Send');
    await mustBeUsable(page);
    await page.locator('#code').fill('1');
    await press(page, 'Confirm');
    await mustBeUsable(page);

    await page.goto(at(nobody, '/emergency'));
    await mustBeUsable(page);
    await press(page, 'Go on');
    await page.waitForFunction('document.activeElement.id === "error-summary"');
    await mustBeUsable(page);
    await page.locator('#reason').fill('Why');
    for (const label of ['The law tells me to', 'Skills and qualifications', 'Yes, it would be dangerous']) await tick(page, label);
    await page.locator('#minutes').fill('5');
    await page.locator('#dangerWhy').fill('Somebody reads their post');
    await press(page, 'Go on');
    await mustBeUsable(page);

    await page.goto(at(fiona, '/ask'));
    await mustBeUsable(page);
    await press(page, 'Go on');
    await mustBeUsable(page);
    for (const label of ['Skills and qualifications', 'My team']) await tick(page, label);
    await page.locator('#reason').fill('Why');
    await press(page, 'Go on');
    await mustBeUsable(page);
    await press(page, 'Ask');
    await mustBeUsable(page);
  });
});
