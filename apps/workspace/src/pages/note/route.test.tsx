import { expect, test } from '@jest/globals';
import type { Chrome, Fields, Reader, SessionEnv } from '@thegither/pages';
import { Hono } from 'hono';
import { recordPage } from '../record/route.tsx';
import { notePage } from './route.tsx';

const WHO = '1.AAAAAAAAAAAAAAAAAAAAAA';
const CHROME: Chrome = { app: 'Workspace', formToken: 't', user: 'Isla', language: 'en', large: false, path: '/', said: undefined, sections: [], purpose: undefined, hideAt: undefined };
const ANSWER = { person: { id: WHO, name: { knownAs: 'Morag' }, sharing: [{ category: 'SUPPORT_RECEIVED', state: 'SHARED' }, { category: 'SKILLS', state: 'SHARED' }] }, recipients: [{ worker: 'isla', name: 'Isla' }] };
const READER: Reader = { chrome: () => CHROME, now: () => Date.UTC(2026, 10, 22, 12), ask: async () => ({ data: ANSWER as never, sharing: [], errors: [] }) };

/** What a reader is shown who was signed out while they sent a form, and is back. */
async function back(path: string, kept: { readonly path: string; readonly fields: Fields }, sub = 'isla'): Promise<string> {
  const app = new Hono<SessionEnv>()
    .use(async (c, next) => {
      c.set('session', { formToken: 't', user: { sub, name: 'Isla' }, kept: { sub: 'isla', ...kept }, reading: { easy: false, large: false } });
      c.set('changeSession', () => undefined);
      await next();
    })
    .route('/', notePage(READER)).route('/', recordPage(READER));
  return (await app.request(path)).text();
}

const NOTE = { path: `/people/${WHO}/note`, fields: { agreed: ['Bring the <CV>.'], mode: ['VIDEO'], on: ['2026-11-20'], labels: ['SUPPORT_RECEIVED', 'SKILLS'] } };
const RECORD = { path: `/people/${WHO}/record`, fields: { words: ['Yes, that is fine.'], categories: ['SKILLS'], recipient: ['worker isla'], step: ['record'] } };

test('a note that was typed before signing in again is there, and nothing of it is chosen anew', async () => {
  const page = await back(NOTE.path, NOTE);
  expect(page).toContain('Bring the &lt;CV&gt;.</textarea>');
  expect(page).toContain('value="2026-11-20"');
  expect([...page.matchAll(/value="([A-Z_]+)" checked/g)].map(([, value]) => value)).toEqual(['VIDEO', 'SUPPORT_RECEIVED', 'SKILLS']);
});

test('what was to be recorded before signing in again is there to be looked at once more', async () => {
  const page = await back(RECORD.path, RECORD);
  expect(page).toContain('Yes, that is fine.</textarea>');
  expect([...page.matchAll(/value="([^"]+)" checked/g)].map(([, value]) => value)).toEqual(['worker isla', 'SKILLS']);
});

test.each([['of another account', NOTE.path, NOTE, 'kirsty'], ['of another page', NOTE.path, { ...NOTE, path: RECORD.path }, 'isla']])('what was typed into the form %s is not there', async (_, path, kept, sub) => {
  expect(await back(path, kept, sub)).not.toContain('CV');
});
