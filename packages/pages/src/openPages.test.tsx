import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { applyMigrations, ensureDatabase } from '@thegither/local-postgres';
import { createLog } from '@thegither/service';
import { HouseError, parsePurpose } from '@thegither/vocabulary';
import { parse } from 'graphql';
import { Hono } from 'hono';
import { FormToken } from './parts/FormToken.tsx';
import { Layout } from './layout/Layout.tsx';
import { html } from './layout/html.ts';
import { takeKept } from './forms/keptForm.ts';
import { textOf } from './forms/readFields.ts';
import { openPages, type App, type OpenPages, type PagesDeps } from './openPages.ts';
import type { SessionEnv } from './session/session.ts';
import { readEvents, type Told } from './live/readEvents.ts';
import { SILENT_MS } from './signIn/signedIn.ts';

const MORAG = '1.AAAAAAAAAAAAAAAAAAAAAA', CALLUM = '1.BBBBBBBBBBBBBBBBBBBBBA';
const QUESTION = parse('{ me { id } }');

/** An app with one page for those who are signed in: it shows a word, and takes one. */
const APP: App = {
  name: 'test-app',
  chrome: { app: 'Test', sections: [], hideAt: undefined },
  open: [(chrome) => new Hono<SessionEnv>().get('/', (c) => html(c, <Layout title="Start" chrome={chrome(c)}>{c.var.session.user?.name ?? 'nobody'}</Layout>))],
  pages: [({ ask, chrome }) => new Hono<SessionEnv>()
    .get('/word', (c) => html(c, (
      <Layout title="Word" chrome={chrome(c)}>
        <form method="post"><FormToken chrome={chrome(c)} /><input name="word" value={textOf(takeKept(c) ?? {}, 'word')} /></form>
      </Layout>)))
    .post('/word', async (c) => {
      await ask(c, QUESTION, {});
      c.var.changeSession({ said: `You said ${textOf(c.var.fields, 'word')}` });
      return c.redirect('/word', 303);
    })
    .get('/seen', async (c) => {
      for (let times = 0; times < Number(c.req.query('asks') ?? 1); times++) await ask(c, QUESTION, {}, parsePurpose(c.req.query('for')));
      if (c.req.query('then') === 'unknown') throw new HouseError('UNKNOWN_PERSON');
      return html(c, <Layout title="Seen" chrome={chrome(c)}>seen</Layout>);
    })
    .get('/slow', async (c) => {
      arrived();
      await gate;
      c.var.changeSession({ said: 'at last' });
      return c.text('done');
    })
    .get('/broken', () => { throw new TypeError('Morag lives at 12 High Street'); })],
};

/** Both an issuer and a gateway, as far as pages see them; who signs in is who it is told. */
let elsewhere: Server, url: string, pages: OpenPages, clock: number, who: string, asked: string[], logged: string[];
let gate = Promise.resolve(), release = (): void => undefined, arrived = (): void => undefined, lasts: number, refreshes: number;
/** The gateway's stream of changes: what it was asked with, and what it says. */
const changes = { asked: [] as IncomingHttpHeaders[], sent: [] as unknown[], refusal: undefined as number | undefined, closed: (): void => undefined, tell: (_text: string): void => undefined };
const waiting = (): Promise<void> => new Promise((resolve) => { arrived = resolve; });
const told = (): number => clock;
beforeAll(async () => {
  const { generateKeyPair, SignJWT, exportJWK } = await import('jose');
  const key = await generateKeyPair('ES256');
  let nonce = '';
  elsewhere = createServer((request, response) => {
    const answer = (body: object) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    const { pathname, searchParams } = new URL(request.url!, url);
    if (pathname === '/.well-known/openid-configuration') answer({ issuer: url, authorization_endpoint: `${url}/auth`, token_endpoint: `${url}/token`, jwks_uri: `${url}/jwks`, revocation_endpoint: `${url}/revoke`, id_token_signing_alg_values_supported: ['ES256'], response_types_supported: ['code'], subject_types_supported: ['public'] });
    else if (pathname === '/jwks') void exportJWK(key.publicKey).then((jwk) => answer({ keys: [{ ...jwk, alg: 'ES256' }] }));
    else if (pathname === '/auth') {
      nonce = searchParams.get('nonce')!;
      response.writeHead(303, { location: `${searchParams.get('redirect_uri')}?code=a-code&state=${searchParams.get('state')}` }).end();
    } else if (pathname === '/token') {
      let sent = '';
      request.on('data', (bytes) => { sent += String(bytes); }).on('end', () => void giveTokens(new URLSearchParams(sent)));
      const giveTokens = (asks: URLSearchParams) => asks.get('grant_type') === 'refresh_token'
        ? (refreshes++, answer({ access_token: `token of ${who}, renewed`, refresh_token: `again ${refreshes}`, token_type: 'bearer', expires_in: lasts }))
        : new SignJWT({ nonce, name: who }).setProtectedHeader({ alg: 'ES256' }).setIssuer(url).setAudience('test').setSubject(who).setIssuedAt().setExpirationTime('5m').sign(key.privateKey)
        .then((id) => answer({ access_token: `token of ${who}`, refresh_token: randomUUID(), token_type: 'bearer', expires_in: lasts, id_token: id }));
    } else if (pathname === '/changes') {
      changes.asked.push(request.headers);
      request.on('data', (bytes) => changes.sent.push(JSON.parse(String(bytes))));
      if (changes.refusal !== undefined) response.writeHead(changes.refusal).end();
      else {
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write('event: open\ndata: {}\n\n');
        response.once('close', changes.closed);
        changes.tell = (text) => void response.write(text);
      }
    } else if (pathname === '/graphql') {
      asked.push(request.headers.authorization ?? '');
      answer({ data: { me: { id: '1' } }, ...(request.headers.changes === 'since' && { extensions: { since: { [MORAG]: `seen-${asked.length}` } } }) });
    } else answer({});
  });
  await new Promise<void>((resolve) => { elsewhere.listen(0, '127.0.0.1', resolve); });
  url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  pages = await openApp();
});
const openApp = (more: Partial<PagesDeps> = {}): Promise<OpenPages> => openPages(APP, {
  issuer: { url, clientId: 'test', clientSecret: 'secret', resource: 'https://house.example/graphql' }, gatewayUrl: `${url}/graphql`, now: told,
  log: createLog({ service: 'test', destination: { write: (line) => void logged.push(line) } }), ...more,
});
beforeEach(() => {
  Object.assign(changes, { asked: [], sent: [], refusal: undefined, closed: () => undefined });
  [clock, who, asked, logged, lasts, refreshes] = [Date.now(), 'Morag', [], [], 36_000, 0];
});
afterAll(async () => {
  await pages.close();
  await new Promise((resolve) => { elsewhere.closeAllConnections(); elsewhere.close(resolve); });
});

/** A browser, as far as these tests need one: it keeps cookies and says where a form was sent from. */
function browser(cookies = new Map<string, string>(), at = (): string => pages.baseUrl) {
  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(new URL(path, at()), { redirect: 'manual', ...init, headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; '), ...init.headers as Record<string, string> } });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value === '') cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    return response;
  }
  const formToken = async (path: string): Promise<string> => /name="form" value="([^"]*)"/.exec(await (await send(path)).text())?.[1] ?? '';
  return {
    send, formToken,
    /** Another browser with the same cookies. */
    copied: (where = at) => browser(new Map(cookies), where),
    signIn: async (to = '/') => {
      const begun = await send(`/sign-in?to=${encodeURIComponent(to)}`);
      const back = await fetch(begun.headers.get('location')!, { redirect: 'manual' });
      return send(new URL(back.headers.get('location')!).pathname + new URL(back.headers.get('location')!).search);
    },
    post: async (path: string, fields: Record<string, string>, headers: Record<string, string> = { origin: pages.baseUrl }) =>
      send(path, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }, body: new URLSearchParams(fields) }),
  };
}

describe('a page', () => {
  test('is a whole document that nobody keeps and that loads nothing from elsewhere', async () => {
    const response = await browser().send('/');
    expect(await response.text()).toMatch(/^<!DOCTYPE html><html lang="en-GB">/);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store', 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self'; style-src 'self';.*frame-ancestors 'none'; base-uri 'none'$/),
    });
  });

  test('leaves nothing behind in a browser in which nobody signed in', async () => {
    expect((await browser().send('/')).headers.getSetCookie()).toEqual([]);
  });

  test('that breaks says so, with nothing of why on it and none of the words in the log', async () => {
    const isla = browser();
    await isla.signIn();
    const response = await isla.send('/broken');
    expect([response.status, await response.text()]).toEqual([503, expect.not.stringMatching(/Morag lives|TypeError/)]);
    expect(logged.join('')).toMatch(/a page could not be shown/);
    expect(logged.join('')).not.toMatch(/High Street/);
  });

  test.each(['/files/pages/../package.json', '/files/pages/%2e%2e/package.json', '/files/design-system/../../package.json', '/nothing'])('is not found at %s', async (path) => {
    const nobody = await browser().send(path);
    expect([303, 404]).toContain(nobody.status);
  });
});

describe('signing in', () => {
  test('leads back to the page that was wanted, in another session than before', async () => {
    const morag = browser();
    const first = await morag.send('/word');
    expect([first.status, first.headers.get('location')]).toEqual([303, '/sign-in?to=%2Fword']);
    const back = await morag.signIn('/word');
    expect([back.status, back.headers.get('location')]).toEqual([303, '/word']);
    expect(back.headers.getSetCookie()).toEqual([expect.stringMatching(/^test-app=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)]);
    expect((await morag.send('/word')).status).toBe(200);
  });

  test.each(['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example/', '/a b', 'javascript:alert(1)', ''])('never leads to another address: %s', async (to) => {
    expect((await browser().signIn(to)).headers.get('location')).toBe('/');
  });

  test.each(['/signed-in?code=a-code&state=foreign', '/signed-in'])('that was not begun here signs nobody in: %s', async (path) => {
    const morag = browser();
    await morag.send('/sign-in');
    expect((await morag.send(path)).status).toBe(400);
    expect((await morag.send('/word')).status).toBe(303);
  });

  test('is needed again after half an hour of silence, and not before', async () => {
    const morag = browser();
    await morag.signIn();
    clock += SILENT_MS;
    expect((await morag.send('/word')).status).toBe(200);
    clock += SILENT_MS + 1;
    expect((await morag.send('/word')).status).toBe(303);
  });

  test('stays ended though a page of another window was still being made', async () => {
    const morag = browser();
    await morag.signIn();
    const form = await morag.formToken('/word');
    const slow = morag.copied();
    gate = new Promise((open) => { release = open; });
    const answering = slow.send('/slow');
    await waiting();
    await morag.post('/sign-out', { form });
    release();
    await answering;
    expect((await slow.send('/word')).status).toBe(303);
  });

  test('with a token that ended is renewed once, however many windows ask', async () => {
    lasts = 40;
    const morag = browser();
    await morag.signIn();
    const form = await morag.formToken('/word'), other = morag.copied();
    clock += 20_000;
    lasts = 36_000;
    await Promise.all([morag.post('/word', { form, word: 'a' }), other.post('/word', { form, word: 'b' })]);
    await other.post('/word', { form, word: 'c' });
    expect([refreshes, asked]).toEqual([1, Array.from({ length: 3 }, () => 'Bearer token of Morag, renewed')]);
  });

  test('ends when somebody signs out, whoever kept the cookie', async () => {
    const morag = browser();
    await morag.signIn();
    const form = await morag.formToken('/word');
    const thief = morag.copied();
    expect((await thief.send('/word')).status).toBe(200);
    const kept = await morag.post('/sign-out', { form });
    expect([kept.status, kept.headers.get('location')]).toEqual([303, '/']);
    expect((await morag.send('/word')).status).toBe(303);
    expect((await thief.send('/word')).status).toBe(303);
  });
});

describe('a form', () => {
  test('does its work, and says so once', async () => {
    const morag = browser();
    await morag.signIn();
    expect((await morag.post('/word', { form: await morag.formToken('/word'), word: 'hello <b>' })).headers.get('location')).toBe('/word');
    expect(asked).toEqual(['Bearer token of Morag']);
    expect(await (await morag.send('/word')).text()).toMatch('You said hello &lt;b&gt;');
    expect(await (await morag.send('/word')).text()).not.toMatch('You said');
  });

  test.each<[string, (form: string) => [Record<string, string>, Record<string, string>?]]>([
    ['without the token of its session', () => [{ word: 'x' }]],
    ['with another token', () => [{ form: 'x'.repeat(43), word: 'x' }]],
    ['from another address', (form) => [{ form, word: 'x' }, { origin: 'https://elsewhere.example' }]],
    ['from nowhere', (form) => [{ form, word: 'x' }, {}]],
    ['from a frame of another address', (form) => [{ form, word: 'x' }, { origin: 'null', 'sec-fetch-site': 'cross-site' }]],
    ['of another type', (form) => [{ form, word: 'x' }, { origin: pages.baseUrl, 'content-type': 'text/plain' }]],
    ['that is too large', (form) => [{ form, word: 'x'.repeat(70_000) }]],
  ])('%s is refused, and nothing is asked', async (_, sent) => {
    const morag = browser();
    await morag.signIn();
    expect((await morag.post('/word', ...sent(await morag.formToken('/word')))).status).toBe(403);
    expect(asked).toEqual([]);
  });

  test('of somebody who was signed out meanwhile keeps what was typed, for them alone', async () => {
    const morag = browser();
    await morag.signIn();
    const form = await morag.formToken('/word');
    clock += SILENT_MS + 1;
    const first = await morag.post('/word', { form, word: 'what I wrote' });
    expect(first.headers.get('location')).toBe('/sign-in?to=%2Fword');
    expect(asked).toEqual([]);
    await morag.signIn('/word');
    expect(await (await morag.send('/word')).text()).toMatch('value="what I wrote"');
    expect(await (await morag.send('/word')).text()).not.toMatch('what I wrote');
  });

  test('is shown to nobody else who signs in at the same browser', async () => {
    const shared = browser();
    await shared.signIn();
    const form = await shared.formToken('/word');
    clock += SILENT_MS + 1;
    await shared.post('/word', { form, word: 'what Morag wrote' });
    who = 'Callum';
    await shared.signIn('/word');
    expect(await (await shared.send('/word')).text()).not.toMatch('what Morag wrote');
  });
});

async function signedIn(): Promise<ReturnType<typeof browser>> {
  const isla = browser();
  await isla.signIn();
  return isla;
}

describe('an open page', () => {
  const BY_PAGE = { headers: { 'x-asked-by-page': 'yes' } };
  /** Listens, and answers the events one after the other; undefined when there are no more. */
  async function listening(isla: ReturnType<typeof browser>, people = `${MORAG},${CALLUM}`) {
    const leaving = new AbortController();
    const response = await isla.send(`/events?people=${people}`, { signal: leaving.signal });
    const events = response.body ? readEvents(response.body) : undefined;
    return { response, next: async () => (await events!.next()).value as Told | undefined, leave: () => leaving.abort() };
  }

  test('is told at which places of its list something changed, and nothing else of what the gateway says', async () => {
    const isla = await signedIn();
    const { response, next, leave } = await listening(isla);
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control'), response.headers.getSetCookie()]).toEqual([200, 'text/event-stream; charset=utf-8', 'no-store', []]);
    expect(changes.asked).toEqual([expect.objectContaining({ authorization: 'Bearer token of Morag' })]);
    expect(await next()).toEqual({ event: 'ready', data: '[]' });
    changes.tell('event: changed\ndata: [1]\nname: Callum\n\n');
    expect(await next()).toEqual({ event: 'changed', data: '[1]' });
    leave();
  });

  test.each([
    ['/seen', '<meta name="since" content="1.AAAAAAAAAAAAAAAAAAAAAA:seen-1"/>'],
    ['/seen?asks=2', '<meta name="since" content="1.AAAAAAAAAAAAAAAAAAAAAA:seen-1.seen-2"/>'],
    ['/seen?for=REFERRAL', '<meta name="since" content="1.AAAAAAAAAAAAAAAAAAAAAA:seen-1" data-purpose="REFERRAL"/>'],
    // A page that asked nothing has nothing, and one of somebody unknown says nothing of what was asked before.
    ['/word', undefined], ['/seen?then=unknown', undefined],
  ])('%s has in it what came along with its answers', async (path, meta) => {
    const page = await (await (await signedIn()).send(path)).text();
    expect(/<meta name="since"[^>]*>/.exec(page)?.[0]).toBe(meta);
  });

  test.each([['', undefined], ['&purpose=', undefined], ['&purpose=REFERRAL', 'REFERRAL'], ['&purpose=NOSINESS', undefined]])('hears for what it was asked: %j', async (query, purpose) => {
    const { next, leave } = await listening(await signedIn(), MORAG + query);
    await next();
    expect(changes.asked[0]!.purpose).toBe(purpose);
    leave();
  });

  test.each<[string, unknown]>([
    ['', undefined], ['&since=seen-1~', { [MORAG]: 'seen-1' }], ['&since=seen-1.seen-2~seen-3', { [MORAG]: 'seen-1.seen-2', [CALLUM]: 'seen-3' }], ['&since=seen-1', ''], ['&since=', ''],
  ])('brings to the gateway what was in it: %j', async (since, brought) => {
    const { next, leave } = await listening(await signedIn(), `${MORAG},${CALLUM}${since}`);
    await next();
    expect(changes.sent).toEqual([{ people: [MORAG, CALLUM], ...(brought !== undefined && { since: brought }) }]);
    leave();
  });

  test.each(['[2]', '["Callum"]', '{"name":"Callum"}', 'Callum', '[0,1,0]', `[${'1,'.repeat(5_000)}1]`])('is over when the gateway says what is no place: %#', async (data) => {
    const { next } = await listening(await signedIn());
    await next();
    changes.tell(`event: changed\ndata: ${data}\n\n`);
    expect([await next(), await next()]).toEqual([{ event: 'over', data: '[]' }, undefined]);
  });

  test('that is left is listened for at the gateway no more', async () => {
    const closed = new Promise<void>((resolve) => { changes.closed = resolve; });
    const { next, leave } = await listening(await signedIn());
    await next();
    leave();
    await closed;
  });

  test.each<[string, number, string, boolean]>([
    ['of nobody who is signed in', 401, MORAG, false],
    ['about what is no id', 400, 'morag', true],
    ['about nobody', 400, '', true],
    ['about too many', 400, Array.from({ length: 201 }, () => MORAG).join(','), true],
  ])('%s is refused, and the gateway is not asked', async (_, status, people, isIn) => {
    const response = await (isIn ? await signedIn() : browser()).send(`/events?people=${people}`);
    expect([response.status, response.headers.get('location'), changes.asked]).toEqual([status, null, []]);
  });

  test.each([[401, 401], [429, 503], [503, 503], [200, 503]])('of which the gateway says %s has no stream', async (refusal, status) => {
    changes.refusal = refusal;
    expect((await (await signedIn()).send(`/events?people=${MORAG}`)).status).toBe(status);
  });

  test('asks nothing as its reader: a sign-in lasts no longer by it, and what is to be said once is said to them', async () => {
    const isla = await signedIn();
    await isla.post('/word', { form: await isla.formToken('/word'), word: 'hello' });
    clock += SILENT_MS;
    expect(await (await isla.send('/word', BY_PAGE)).text()).toMatch('You said hello');
    const { leave } = await listening(isla);
    leave();
    expect(await (await isla.copied().send('/word', BY_PAGE)).text()).toMatch('You said hello');
    clock += 1;
    const late = await isla.send('/word', BY_PAGE);
    expect([late.status, late.headers.get('location'), late.headers.getSetCookie(), (await listening(isla)).response.status]).toEqual([401, null, [], 401]);
    expect((await isla.send('/word')).status).toBe(303);
  });

  test('keeps a token that was renewed for it, for it is good once', async () => {
    lasts = 40;
    const isla = await signedIn();
    const form = await isla.formToken('/word');
    clock += 20_000;
    lasts = 36_000;
    const { leave } = await listening(isla);
    leave();
    await isla.post('/word', { form, word: 'a' });
    expect([refreshes, asked]).toEqual([1, ['Bearer token of Morag, renewed']]);
  });

  test.each<[string, (isla: ReturnType<typeof browser>, form: string) => unknown]>([
    ['signed out', (isla, form) => isla.post('/sign-out', { form })],
    ['was silent for half an hour', () => { clock += SILENT_MS + 1; }],
    ['signed in as somebody else', async (isla) => { who = 'Callum'; await isla.signIn(); }],
  ])('is over when its reader %s', async (_, happens) => {
    const isla = await signedIn();
    const form = await isla.formToken('/word');
    const { next } = await listening(isla.copied());
    await next();
    await happens(isla, form);
    changes.tell('event: changed\ndata: [0]\n\n');
    expect(await next()).toEqual({ event: 'over', data: '[]' });
  });

  test('is told to listen anew before its token ends, and is over when it does', async () => {
    lasts = 29;
    const isla = await signedIn();
    lasts = 1;
    const { next } = await listening(isla);
    expect([await next(), await next(), await next(), await next()]).toEqual([...['ready', 'renew', 'over'].map((event) => ({ event, data: '[]' })), undefined]);
  });

  test('is over when the gateway goes', async () => {
    const { next } = await listening(await signedIn());
    await next();
    changes.tell('event: over\ndata: {}\n\n');
    expect(await next()).toEqual({ event: 'over', data: '[]' });
  });
});

describe('two processes of an app', () => {
  let databaseUrl: string;
  const keys = `1.${randomBytes(32).toString('base64url')}`;
  const others: OpenPages[] = [];
  beforeAll(async () => {
    databaseUrl = await ensureDatabase(process.env.TEST_POSTGRES!, `pages ${randomUUID()}`);
    await applyMigrations(databaseUrl, path.resolve(import.meta.dirname, '../prisma/migrations'));
    for (let i = 0; i < 2; i++) others.push(await openApp({ baseUrl: pages.baseUrl, sessionTable: { databaseUrl, keys } }));
  });
  afterAll(() => Promise.all(others.map((one) => one.close())));

  test('serve one browser: signed in at one, signed in at the other, and signed out at both', async () => {
    const [here, there] = others as [OpenPages, OpenPages];
    const morag = browser(new Map(), () => here.url), same = morag.copied(() => there.url);
    await morag.signIn();
    expect((await morag.copied(() => there.url).send('/word')).status).toBe(200);
    const form = await morag.formToken('/word'), elsewhereToo = morag.copied(() => there.url);
    expect((await elsewhereToo.post('/word', { form, word: 'hello' })).headers.get('location')).toBe('/word');
    expect(await (await morag.send('/word')).text()).toMatch('You said hello');
    await elsewhereToo.post('/sign-out', { form });
    expect([(await morag.send('/word')).status, (await same.send('/word')).status]).toEqual([303, 303]);
  });

  test('renew a token once, whichever of them is asked', async () => {
    lasts = 20;
    const [here, there] = others as [OpenPages, OpenPages];
    const morag = browser(new Map(), () => here.url);
    await morag.signIn();
    const form = await morag.formToken('/word'), other = morag.copied(() => there.url);
    lasts = 36_000;
    await Promise.all([morag.post('/word', { form, word: 'a' }), other.post('/word', { form, word: 'b' })]);
    expect([refreshes, asked]).toEqual([1, Array.from({ length: 2 }, () => 'Bearer token of Morag, renewed')]);
  });

  test('say that they are not ready, and show a plain page, while nothing is known of sessions', async () => {
    const lost = await openApp({ baseUrl: pages.baseUrl, sessionTable: { databaseUrl: databaseUrl.replace(/\/[^/]*$/, '/no such database'), keys } });
    others.push(lost);
    const morag = browser(new Map([['test-app', 'an id']]), () => lost.url);
    const page = await morag.send('/word');
    expect([page.status, await page.text(), page.headers.getSetCookie()]).toEqual([503, expect.stringMatching('Something does not work just now'), []]);
    expect(await (await morag.send('/ready')).json()).toEqual({ ready: false, failing: ['sessions'] });
  });
});
