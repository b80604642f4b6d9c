import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { answerError, listen, type Listening } from '@thegither/service';
import { PAGE_POLICY } from './page.ts';
import { createTryIt, type TryItDeps } from './tryIt.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'thegither-try-'));
  for (const name of ['tryIt.js', 'tryIt.css', 'tryIt.js.LEGAL.txt']) writeFileSync(path.join(folder, name), `what is in ${name}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let open: Listening | undefined;
afterEach(() => open?.close());

/** Opens the page of a house in which Isla and one person with an odd name can sign in. */
async function opened(change: Partial<TryItDeps> = {}): Promise<string> {
  const tryIt = createTryIt({
    folder, tokenFor: async (account) => `token of ${account}`,
    accounts: [{ name: 'isla', kind: 'worker', words: 'Isla' }, { name: 'odd', kind: 'person', words: '</script><script>alert(1)</script>' }], ...change,
  });
  open = await listen(async (request, response) => {
    try {
      if (!(await tryIt(request, response, new URL(request.url ?? '/', 'http://gateway').pathname))) response.writeHead(404).end('not the page\'s');
    } catch (error) {
      answerError(response, error);
    }
  });
  return open.url;
}

const signIn = (url: string, body: string, headers: Record<string, string> = { 'content-type': 'application/json' }, method = 'POST') =>
  fetch(`${url}/try/sign-in`, { method, headers, ...(method === 'GET' ? {} : { body }) });
const codeOf = async (response: Response) => ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code;

test('the page has no script or style of its own, and may load our files alone', async () => {
  const response = await fetch(await opened());
  const html = await response.text();
  expect(response.headers.get('content-security-policy')).toBe(PAGE_POLICY);
  expect(PAGE_POLICY).not.toMatch(/unsafe|https?:|\*/);
  expect(html).toMatch(/^<!doctype html>/);
  expect([...html.matchAll(/<script(?![^>]* src=)(?![^>]*application\/json)/g)]).toEqual([]);
  expect([...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address)).toEqual(['data:,', '/try/tryIt.css', '/try/tryIt.js']);
});

test('no name that somebody can sign in by ends the element that it stands in', async () => {
  const html = await (await fetch(await opened())).text();
  expect(html).not.toContain('<script>alert');
  const told = JSON.parse(/id="house">(.*)<\/script>/.exec(html)![1]!) as { accounts: { words: string }[] };
  expect(told.accounts[1]!.words).toBe('</script><script>alert(1)</script>');
});

test.each([['tryIt.js', 'text/javascript'], ['tryIt.css', 'text/css'], ['tryIt.js.LEGAL.txt', 'text/plain']])('%s is served as %s', async (name, type) => {
  const response = await fetch(`${await opened()}/try/${name}`);
  expect([response.status, response.headers.get('content-type'), response.headers.get('x-content-type-options'), await response.text()]).toEqual([200, `${type}; charset=utf-8`, 'nosniff', `what is in ${name}`]);
});

test.each(['/try/', '/try/package.json', '/try/..%2fpackage.json', '/try/tryIt.js/', '/graphql'])('%s is not the page\'s', async (address) => {
  expect((await fetch(`${await opened()}${address}`)).status).toBe(404);
});

describe('signing in', () => {
  test('gives the token of a demo account', async () => {
    expect(await (await signIn(await opened(), '{"account":"isla"}')).json()).toEqual({ token: 'token of isla' });
  });

  test.each([
    ['somebody else', '{"account":"mallory"}', 'INVALID_INPUT'], ['nobody', '{}', 'INVALID_INPUT'], ['a list', '[]', 'INVALID_INPUT'], ['no JSON', 'isla', 'BAD_REQUEST'], ['too much', JSON.stringify({ account: 'x'.repeat(2_000) }), 'TOO_LARGE'],
  ])('as %s is refused', async (_, body, code) => expect(await codeOf(await signIn(await opened(), body))).toBe(code));

  test('cannot be sent by a form of another site, or by an address', async () => {
    const url = await opened();
    expect(await codeOf(await signIn(url, '{"account":"isla"}', { 'content-type': 'text/plain' }))).toBe('BAD_REQUEST');
    expect(await codeOf(await signIn(url, '', {}, 'GET'))).toBe('METHOD_NOT_ALLOWED');
  });
});

test('a page that was not built keeps the gateway from opening, in a sentence', () => {
  expect(() => createTryIt({ folder: path.join(folder, 'elsewhere'), accounts: [], tokenFor: async () => '' })).toThrow(expect.objectContaining({ code: 'CONFIGURATION', message: expect.stringContaining('npm run build') }));
});
