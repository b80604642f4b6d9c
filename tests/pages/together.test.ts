import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { openBrowser, signIn } from './browser.ts';
import { walksUnless } from './walksUnless.ts';

jest.setTimeout(180_000);

/* Both apps together, each with its reader: what one does the other sees. */
const walks = walksUnless('nobody walked from the question to the stop');

/** Goes to a control by the Tab key alone, however far it is. */
async function tabTo(page: Page, isThere: string): Promise<void> {
  for (let pressed = 0; pressed < 120; pressed++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate<boolean>(`(({ activeElement: at }) => ${isThere})(document)`)) return;
  }
  throw new Error(`the keyboard does not get to ${isThere}`);
}
const toButton = (page: Page, text: string): Promise<void> => tabTo(page, `at.matches("button, a") && at.textContent.startsWith(${JSON.stringify(text)})`);
const toField = (page: Page, value: string): Promise<void> => tabTo(page, `at.value === ${JSON.stringify(value)}`);

walks('from the question to the stop', () => {
  let house: TestHouse, browser: Browser;
  beforeAll(async () => {
    house = await startHouse({ patience: PATIENT, apps: true });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  async function pageOf(account: string, at: string): Promise<Page> {
    const context = await browser.newContext();
    context.setDefaultTimeout(40_000);
    return signIn(context, at, account);
  }

  test('asked, agreed to in part by the keyboard alone, seen, stopped by the keyboard alone, gone, and on both records', async () => {
    const { workspace, mySharing } = house.appUrls!, about = `${workspace}/people/${house.personIdFor('isla', 'tam')}`;
    const isla = await pageOf('isla', workspace), tam = await pageOf('tam', mySharing);
    const topic = (category: string): Promise<string> => isla.locator(`#${category}`).innerText();

    // Asked.
    await isla.goto(`${about}/ask?category=ACTION_PLAN`);
    await isla.locator('label', { hasText: 'Skills and qualifications' }).first().click();
    await isla.locator('label', { hasText: 'My agency' }).first().click();
    await isla.locator('#reason').fill('To plan what comes next');
    await isla.getByRole('button', { name: 'Go on' }).click();
    await isla.getByRole('button', { name: 'Ask', exact: true }).click();
    await isla.goto(about);
    for (const category of ['ACTION_PLAN', 'SKILLS']) expect(await topic(category)).toMatch(/Asked and waiting/);

    // Agreed to in part.
    await tam.goto(`${mySharing}/requests`);
    await toButton(tam, 'Read and answer');
    await tam.keyboard.press('Enter');
    await tam.getByText('To plan what comes next').waitFor();
    await toButton(tam, 'Choose what to share');
    await tam.keyboard.press('Enter');
    await tam.locator('input[value=ACTION_PLAN]').waitFor({ state: 'attached' });
    expect(await tam.locator('input:checked').count()).toBe(0);
    await toField(tam, 'ACTION_PLAN');
    await tam.keyboard.press('Space');
    await toButton(tam, 'Go on');
    await tam.keyboard.press('Enter');
    await tam.getByRole('heading', { level: 1, name: 'Check' }).waitFor();
    await toButton(tam, 'Yes, share this');
    await tam.keyboard.press('Enter');
    await tam.getByRole('status').getByText(/^You said yes at/).waitFor();

    // Seen, and only what was agreed to: the open page shows it by itself.
    await isla.locator('#ACTION_PLAN', { hasNotText: /Not shared|Asked and waiting/ }).waitFor();
    await isla.reload();
    expect(await topic('ACTION_PLAN')).toMatch(/^My goals and action plan\s+(Shared|Nothing recorded)/);
    expect(await topic('SKILLS')).toMatch(/Not shared/);

    // Stopped, and gone.
    await toButton(tam, 'Stop');
    await tam.keyboard.press('Enter');
    await tam.getByRole('status').getByText(/^Stopped at \d\d:\d\d:\d\d/).waitFor();
    await isla.locator('#ACTION_PLAN', { hasText: 'Not shared' }).waitFor();
    await isla.reload();
    expect(await topic('ACTION_PLAN')).toMatch(/Not shared/);
    const { body } = await house.ask('isla', 'query ($id: PersonId!) { person(id: $id) { actionPlan { agreedOn } } }', { id: house.personIdFor('isla', 'tam') });
    expect(body.data).toEqual({ person: { actionPlan: null } });

    // On both records.
    await tam.goto(`${mySharing}/history`);
    const history = await tam.locator('main').innerText();
    expect(history).toMatch(/Isla[^\n]*asked for: [^\n]*goals and action plan/i);
    expect(history).toMatch(/You stopped sharing with Fife Works: My goals and action plan\.[^]*You said yes to Fife Works: My goals and action plan\./);
    await tam.goto(`${mySharing}/looked`);
    expect(await tam.locator('main').innerText()).toMatch(/Isla of Fife Works looked at[^\n]*your goals and action plan/);
    await isla.goto(`${about}/ask`);
    expect(await isla.locator('main').innerText()).toMatch(/My goals and action plan/);
  });
});
