import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FREE_PORTS, silently, startLocalHouse, type House } from '@thegither/local';
import type { Browser, Page } from 'playwright-core';
import { CHROMIUM, openBrowser, signIn } from './browser.ts';

// Pictures of the main pages for docs/screenshots, always of the same demo people in a house of its own:
// `node --conditions=source --import tsx tests/pages/screenshots.ts`. Days are counted from today, so that they change.
const FOLDER = path.resolve(import.meta.dirname, '../../docs/screenshots');

/** What fits on a desk and in a hand; of long pages what is seen first. */
const SIZES = [{ width: 1280, height: 900 }, { width: 375, height: 812 }] as const;

const TRIES = 5;

/** An app, who is signed in, and what is pictured of it by which name. */
interface Album {
  readonly app: 'workspace' | 'mySharing';
  readonly account: string;
  readonly pages: Readonly<Record<string, string>>;
}

const albums = (house: House): readonly Album[] => {
  const about = (persona: string): string => `/people/${house.personIdFor('isla', persona)}`;
  return [
    {
      app: 'workspace', account: 'isla',
      pages: {
        today: '/', caseload: '/caseload', person: about('morag'), ask: `${about('tam')}/ask`, timeline: `${about('morag')}/timeline`, household: `${about('mairi')}/household`, note: `${about('morag')}/note`, 'not-known': about('hamish'),
      },
    },
    { app: 'mySharing', account: 'morag', pages: { home: '/', sharing: '/sharing', table: '/sharing/table', looked: '/looked', helpers: '/helpers' } },
    { app: 'mySharing', account: 'tam', pages: { requests: '/requests' } },
  ];
};

if (CHROMIUM === undefined) throw new Error('There is no Chromium here: no pictures are taken.');
mkdirSync(FOLDER, { recursive: true });
const folder = mkdtempSync(path.join(tmpdir(), 'thegither-pictures-'));
const house = await startLocalHouse({ ...process.env, THEGITHER_DATA: folder }, silently, FREE_PORTS);
const browser = await openBrowser();
try {
  await askTam(house);
  for (const album of albums(house)) await take(house, browser, album);
} finally {
  await browser.close();
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Isla asks Tam, so that there is something to answer. */
async function askTam(house: House): Promise<void> {
  const response = await fetch(house.gatewayUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await house.tokenFor('isla')}`, purpose: 'EMPLOYABILITY_SUPPORT' },
    body: JSON.stringify({
      query: 'mutation ($input: AskForSharingInput!) { askForSharing(input: $input) { at } }',
      variables: { input: { key: randomUUID(), person: house.personIdFor('isla', 'tam'), purpose: 'EMPLOYABILITY_SUPPORT', categories: ['ACTION_PLAN', 'SKILLS', 'WORK_HISTORY'], recipient: { agency: 'fife-works' }, reason: 'To plan the next steps together.' } },
    }),
  });
  const body: unknown = await response.json();
  if (!response.ok || typeof body !== 'object' || body === null || 'errors' in body) throw new Error('Tam could not be asked.');
}

async function take({ appUrls }: House, browser: Browser, { app, account, pages }: Album): Promise<void> {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'Europe/London' });
  const page = await signIn(context, appUrls![app], account);
  for (const [name, address] of Object.entries(pages)) {
    await open(page, appUrls![app] + address);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.screenshot({ path: path.join(FOLDER, `${app === 'workspace' ? 'workspace' : 'my-sharing'}-${name}-${size.width}.png`), animations: 'disabled', caret: 'hide' });
    }
  }
  await context.close();
}

/** On a busy machine an answer can come too late to be told: then once more. */
async function open(page: Page, url: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const response = await page.goto(url);
    if (response && response.status() < 500) return;
  }
  throw new Error(`a page could not be pictured: ${new URL(url).pathname}`);
}
