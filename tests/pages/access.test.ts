import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { go, openBrowser, signIn } from './browser.ts';
import { mustBeUsable } from './usable.ts';
import { walksUnless } from './walksUnless.ts';

jest.setTimeout(120_000);

/* Every page of My sharing can be read and used by everybody: as far as a machine can tell. */
const walks = walksUnless('nobody looked whether everybody can use the pages');

walks('My sharing', () => {
  let house: TestHouse, browser: Browser, page: Page, request: string;
  beforeAll(async () => {
    house = await startHouse({ patience: PATIENT, apps: true });
    browser = await openBrowser();
    const asked = await house.ask<{ askForSharing: { eventId: string } }>('isla', 'mutation ($input: AskForSharingInput!) { askForSharing(input: $input) { eventId } }', {
      input: { key: randomUUID(), person: house.personIdFor('isla', 'tam'), purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS', 'CONVICTIONS'], recipient: { agency: 'fife-works' }, reason: 'To plan together' },
    });
    expect(asked.body.errors).toBeUndefined();
    // Nothing is added to a page for the measure: the browser is told to let it be run.
    const context = await browser.newContext({ bypassCSP: true });
    page = await signIn(context, house.appUrls!.mySharing, 'tam');
    await page.goto(`${house.appUrls!.mySharing}/requests`);
    request = new URL((await page.getByRole('link', { name: /Read and answer/ }).getAttribute('href'))!, house.appUrls!.mySharing).href;
  });
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  test.each(['/', '/sharing', '/requests', '/looked', '/helpers', '/help', '/looked/none/challenge', '/nothing-here'])('%s', async (path) => {
    await page.goto(house.appUrls!.mySharing + path);
    await mustBeUsable(page);
  });

  const press = (name: string) => go(page, 'button', name);

  test('a request, and every question on the way to a yes', async () => {
    await page.goto(request);
    await mustBeUsable(page);
    await press('Choose what to share');
    await mustBeUsable(page);
    await press('Go on');
    await mustBeUsable(page);
    await press('Go on');
    await page.waitForFunction('document.activeElement.id === "error-summary"');
    await mustBeUsable(page);
    await page.locator('label', { hasText: 'Yes, share this' }).click();
    await press('Go on');
    await mustBeUsable(page);
    await press('Yes, share this');
    await mustBeUsable(page);
  });

  test('large letters', async () => {
    await page.goto(`${house.appUrls!.mySharing}/sharing`);
    await press('Large letters');
    await mustBeUsable(page);
  });

  test('without signing in', async () => {
    const stranger = await browser.newContext({ bypassCSP: true });
    page = await stranger.newPage();
    await page.goto(house.appUrls!.mySharing);
    await mustBeUsable(page);
  });

  test('agreeing and stopping by the keyboard alone', async () => {
    page = await signIn(await browser.newContext(), house.appUrls!.mySharing, 'tam');
    await page.goto(`${house.appUrls!.mySharing}/sharing`);
    const isAtStop = async () => (await page.evaluate<string | null>('document.activeElement.textContent'))?.startsWith('Stop sharing') ?? false;
    for (let pressed = 0; pressed < 60 && !(await isAtStop()); pressed++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('#said').innerText()).toMatch(/^Stopped at/);
  });
});
