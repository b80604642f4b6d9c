import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { openBrowser, signInByHand } from './browser.ts';
import { walksUnless } from './walksUnless.ts';

jest.setTimeout(120_000);

/* The workspace in a real browser, over a whole house. */
const walks = walksUnless('the walks through the workspace are left out');

walks.each([['with JavaScript', true], ['without JavaScript', false]])('the workspace, %s', (_, javaScriptEnabled) => {
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
    return signInByHand(context, house.appUrls!.workspace, account);
  }

  test('a worker comes to today, and chooses whom of the caseload to see', async () => {
    const page = await pageOf('isla');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Today');
    await page.getByRole('link', { name: 'People I support' }).click();
    await page.getByLabel('Sharing', { exact: true }).selectOption('nothing');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    expect(await page.locator('tbody th').allInnerTexts()).toEqual(['Derek', 'Fiona', 'Tam']);
  });

  test('a worker reads whom they support', async () => {
    const page = await pageOf('isla');
    await page.goto(`${house.appUrls!.workspace}/caseload`);
    expect(await page.getByRole('link', { name: 'Morag' }).count()).toBe(1);
  });

  test('why a worker looks stays chosen', async () => {
    const page = await pageOf('isla');
    await page.getByLabel('Why I look').selectOption('REFERRAL');
    await page.getByRole('button', { name: 'Change' }).click();
    expect(await page.getByLabel('Why I look').inputValue()).toBe('REFERRAL');
  });
});
