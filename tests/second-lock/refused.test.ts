import { createHash, createHmac, randomUUID, sign as signBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { exportSigningKey, generateSigningKey, signDecision, signDecisions, signRequest, type SigningKey } from '@thegither/identity';
import { DOMAINS, ERRORS, REGISTER, type DecisionClaims, type Domain, type SpineId } from '@thegither/vocabulary';
import { bodyOf, openDirect, recorded, signBody, type Answer, type Direct, type Question, type Signed } from './direct.ts';
import { identifiers } from '../harness/twins.ts';

jest.setTimeout(60_000);

const ALL = REGISTER.map(({ name }) => name);
const CONTROLLER = 'fife-pathways';

let direct: Direct;
let person: SpineId;
beforeAll(async () => {
  direct = await openDirect();
  person = await recorded(direct, CONTROLLER);
});
afterAll(() => direct.close());

const REFUSED: Answer = { status: 403, text: JSON.stringify({ errors: [{ message: ERRORS.DECISION_REFUSED.meaning, extensions: { code: 'DECISION_REFUSED' } }] }) };

/** The question for everything of the person, with a decision that opens all of it. */
const open = (room: Domain): Question => ({ ...direct.everything(room, [person]), people: { [identifiers.issue(room, person)]: { granted: ALL, own: ALL } } });

/** The same with another decision; the request is signed as it should be. */
const withDecision = (make: (claims: DecisionClaims, room: Domain) => unknown) => (room: Domain): Signed =>
  signBody(bodyOf(open(room), make(direct.claims(room, open(room)), room)), direct.keys.gateway);

const withClaims = (change: (claims: DecisionClaims, room: Domain) => Partial<DecisionClaims> & Readonly<Record<string, unknown>>) =>
  withDecision((claims, room) => signDecision({ ...claims, ...change(claims, room) }, direct.keys.decisions));

/** The same question and decision, but the request is signed otherwise. */
const withRequest = (change: (body: string, signed: Signed, room: Domain) => Signed) => (room: Domain): Signed => {
  const signed = direct.sign(room, open(room));
  return change(signed.body, signed, room);
};

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = (): number => Math.floor(Date.now() / 1000);
const without = (headers: Signed['headers'], ...names: readonly string[]) => Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
const otherThan = (room: Domain): Domain => DOMAINS.find((other) => other !== room)!;

/** A decision with any header, signed with the house's own key: only the header is wrong. */
const signedAs = (header: object, { iss, iat, exp, ...decision }: DecisionClaims, key: SigningKey = direct.keys.decisions): string => {
  const disclosure = encode(['2GLC42sKQveCfGfryNRN9w', 'decision', decision]);
  const text = `${encode(header)}.${encode({ iss, iat, exp, _sd_alg: 'sha-256', _sd: [createHash('sha256').update(disclosure).digest('base64url')] })}`;
  return `${text}.${signBytes(null, Buffer.from(text), key.privateKey).toString('base64url')}~${disclosure}~`;
};
const header = () => ({ alg: 'EdDSA', typ: 'decision+sd-jwt', kid: direct.keys.decisions.kid });

/** A decision of the right form that says less, and the claims of one that says more in its place. */
const swapDisclosure = (claims: DecisionClaims): string => {
  const [signed] = signDecision({ ...claims, people: {} }, direct.keys.decisions).split('~');
  const [, disclosure] = signDecision(claims, direct.keys.decisions).split('~');
  return `${signed}~${disclosure}~`;
};

const WRONG: readonly (readonly [string, (room: Domain) => Signed])[] = [
  ['no decision', (room) => signBody(JSON.stringify(direct.everything(room, [person])), direct.keys.gateway)],
  ['null for a decision', withDecision(() => null)],
  ['an object for a decision', withDecision((claims) => claims)],
  ['an empty text for a decision', withDecision(() => '')],
  ['a decision that ran out', withClaims(() => ({ iat: seconds() - 60, exp: seconds() - 11 }))],
  ['a decision of tomorrow', withClaims(() => ({ iat: seconds() + 60, exp: seconds() + 90 }))],
  ['a decision that would last', withClaims(() => ({ exp: seconds() + 3600 }))],
  ['a decision for another room', withClaims((_, room) => ({ aud: otherThan(room) }))],
  ['a decision for several rooms', withClaims((_, room) => ({ aud: [room] as never }))],
  ['a decision of another service', withClaims(() => ({ iss: 'https://decisions.example' }))],
  ['a decision without people', withClaims(() => ({ people: undefined }))],
  ['a claim that nobody knows', withClaims(() => ({ admin: true }))],
  ['a mask that cannot be read', withClaims(({ people }) => ({ people: Object.fromEntries(Object.keys(people).map((id) => [id, { granted: 'all', own: 'all' }])) }))],
  ['a decision forged with another key', withDecision((claims) => signDecision(claims, generateSigningKey()))],
  ['a decision forged in the name of the house\'s key', withDecision((claims) => signDecision(claims, { ...generateSigningKey(), kid: direct.keys.decisions.kid }))],
  ['a decision signed by the gateway', withDecision((claims) => signDecision(claims, direct.keys.gateway))],
  ['a decision that brings its own key', withDecision((claims) => { const key = generateSigningKey(); return signedAs({ ...header(), kid: key.kid, jwk: key.publicJwk }, claims, key); })],
  ['a decision without a signature', withDecision((claims) => { const [signed, disclosure] = signedAs({ alg: 'none', typ: 'decision+sd-jwt' }, claims).split('~'); return `${signed!.replace(/[^.]*$/, '')}~${disclosure}~`; })],
  ['claims without what was signed for them', withDecision((claims) => `~${signDecision(claims, direct.keys.decisions).split('~')[1]}~`)],
  ['what was signed without its claims', withDecision((claims) => signDecision(claims, direct.keys.decisions).replace(/~.*$/, '~'))],
  ['the decision for another room that was signed along', withDecision((claims, room) => { const { iss, iat, exp, ...own } = claims; return signDecisions({ iss, iat, exp }, [own, { ...own, aud: otherThan(room) }], direct.keys.decisions)[1]!; })],
  ['a decision signed with the public key as a secret', withDecision((claims) => {
    const [signed, disclosure] = signedAs({ ...header(), alg: 'HS256' }, claims).split('~');
    const text = signed!.replace(/\.[^.]*$/, '');
    return `${text}.${createHmac('sha256', JSON.stringify(exportSigningKey(direct.keys.decisions)['x'])).update(text).digest('base64url')}~${disclosure}~`;
  })],
  ['another kind of token', withDecision((claims) => signedAs({ ...header(), typ: 'at+jwt' }, claims))],
  ['an extension that must be understood', withDecision((claims) => signedAs({ ...header(), crit: ['exp'] }, claims))],
  ['claims that were put in the place of others', withDecision(swapDisclosure)],
  ['a decision that binds another gateway', withClaims(() => ({ cnf: { jwk: generateSigningKey().publicJwk } }))],
  ['a decision that binds nobody', withClaims(() => ({ cnf: undefined }))],

  ['a request that nobody signed', withRequest((_, { body, headers }) => ({ body, headers: without(headers, 'signature', 'signature-input', 'request-digests', 'request-nonce', 'content-digest') }))],
  ['a request whose own digest is not signed', withRequest((body, { headers }) => ({ body, headers: { ...headers, 'request-nonce': randomUUID() } }))],
  ['a request that adds itself to those that were signed', withRequest((body, { headers }) => ({ body, headers: { ...headers, 'request-digests': `${signBody(`${body} `, direct.keys.gateway).headers['request-digests']}, ${headers['request-digests']}` } }))],
  ['a request without its digest', withRequest((_, { body, headers }) => ({ body, headers: without(headers, 'content-digest') }))],
  ['a request signed by another gateway than the decision names', withRequest((body) => signBody(body, generateSigningKey()))],
  ['a request signed in the name of that gateway', withRequest((body) => signBody(body, { ...generateSigningKey(), kid: direct.keys.gateway.kid }))],
  ['a request signed a minute ago', withRequest((body) => signBody(body, direct.keys.gateway, { at: Date.now() - 60_000 }))],
  ['a request signed for another address', withRequest((body) => signBody(body, direct.keys.gateway, { path: '/graphql' }))],
  ['a request signed for another verb', withRequest((body) => ({ body, headers: { 'content-type': 'application/json', ...signRequest({ method: 'PUT', path: '/', body }, direct.keys.gateway, Date.now(), randomUUID()) } }))],
  ['another body than was signed', withRequest((body, { headers }) => ({ body: body.replace('"query":"query', '"query":"query All'), headers }))],
  ['one more space in the body', withRequest((body, { headers }) => ({ body: ` ${body}`, headers }))],
  ['another body and its digest', withRequest((body, { headers }, room) => ({ body: `${body} `, headers: { ...headers, 'content-digest': signBody(`${body} `, direct.keys.gateway).headers['content-digest']!, room } }))],
  ['the signature of another request', withRequest((body, _, room) => ({ body, headers: direct.sign(room, open(room)).headers }))],

  ['a decision for root fields', (room) => direct.sign(room, { ...open(room), use: 'query' })],
  ['a decision for a mutation', (room) => direct.sign(room, { ...open(room), use: 'mutation' })],
  ['a decision for nothing known', withClaims(() => ({ use: 'everything' as never }))],
  ['two operations and no name', (room) => { const question = open(room); return direct.sign(room, { ...question, query: `${question.query} query Other { __typename }` }); }],
  ['a root field beside the people', (room) => { const question = open(room); return direct.sign(room, { ...question, query: question.query.replace('{ _entities', '{ __typename _entities') }); }],
  ['several questions in one', (room) => signBody(`[${direct.sign(room, open(room)).body}]`, direct.keys.gateway)],
  ['a body that is no JSON', (room) => signBody(direct.sign(room, open(room)).body.slice(1), direct.keys.gateway)],
];

describe.each(DOMAINS)('%s, asked directly,', (room) => {
  test('answers a question with everything that it should have, once', async () => {
    const signed = direct.sign(room, open(room));
    const first = await direct.post(room, signed);
    expect(first.status).toBe(200);
    expect(JSON.parse(first.text)).toEqual({ data: { _entities: [expect.objectContaining({ id: identifiers.issue(room, person) })] } });
    expect(first.text).toContain(room === 'consent' ? 'Isla' : CONTROLLER);
    expect(await direct.post(room, signed)).toEqual(REFUSED);
    expect(await direct.post(room, signed)).toEqual(REFUSED);
  });

  test.each(WRONG)('gives nothing for %s', async (_, make) => {
    expect(await direct.post(room, make(room))).toEqual(REFUSED);
  });

  test('gives nothing to another verb or address', async () => {
    const signed = direct.sign(room, open(room));
    const refused = { status: 405, text: JSON.stringify({ errors: [{ message: ERRORS.METHOD_NOT_ALLOWED.meaning, extensions: { code: 'METHOD_NOT_ALLOWED' } }] }) };
    for (const method of ['GET', 'PUT', 'DELETE']) expect(await direct.post(room, signed, { method })).toEqual(refused);
    expect(await direct.post(room, signed, { path: '/elsewhere' })).toEqual(refused);
    expect(await direct.post(room, signed, { path: '/?more=1' })).toEqual(refused);
  });
});

/** The last request that the gateway sent to a room, as somebody in between has it. */
function heard(room: Domain): Signed {
  const { text, headers } = direct.house.proxy(room).asked.at(-1)!;
  const signature = ['content-digest', 'request-nonce', 'request-digests', 'signature-input', 'signature'].map((name) => [name, String(headers[name])] as const);
  return { body: text, headers: { 'content-type': 'application/json', ...Object.fromEntries(signature) } };
}

describe('what the gateway itself sent is worth nothing to whoever copies it', () => {
  test.each(DOMAINS)('from %s', async (room) => {
    const { house, reachable } = direct;
    // As the person themselves, to whom every room answers.
    await house.ask('callum', `{ me { ${reachable.select('once')} } }`);
    const copied = heard(room);
    expect(await direct.post(room, copied)).toEqual(REFUSED);
    expect(await direct.post(room, signBody(copied.body, generateSigningKey()))).toEqual(REFUSED);
    expect(await direct.post(otherThan(room), copied)).toEqual(REFUSED);
  });

  test('a mutation is done once, also for whoever has the gateway\'s key', async () => {
    const { house, sharing } = direct;
    const jean = identifiers.open('agency:fife-works', house.personIdFor('isla', 'jean'))!;
    const events = async () => (await sharing.ledger.readEvents(identifiers.issue('consent', jean))).length;
    const before = await events();
    house.proxy('consent').forget();
    const done = await house.ask('isla', 'mutation ($input: RefuseInput!) { refuse(input: $input) { eventId } }', {
      input: { key: 'once', person: house.personIdFor('isla', 'jean'), categories: ['SKILLS'], recipient: { agency: 'fife-works' } },
    });
    expect(done.body).toMatchObject({ data: { refuse: { eventId: expect.any(String) } } });
    expect(await events()).toBe(before + 1);

    const { body } = heard('consent');
    expect(body).toContain('mutation');
    for (const again of [body, body.replace('"once"', '"twice"'), body.replace('"SKILLS"', '"CAREER_PLANS"')]) {
      expect(await direct.post('consent', signBody(again, direct.keys.gateway))).toEqual(REFUSED);
    }
    expect(await events()).toBe(before + 1);
  });

  test('a worker\'s decision for a mutation opens nothing that is the person\'s alone', async () => {
    const { sharing } = direct;
    const id = identifiers.issue('consent', person);
    const before = (await sharing.ledger.readEvents(id)).length;
    const { status, text } = await direct.post('consent', direct.sign('consent', {
      use: 'mutation', people: { [id]: { granted: ALL } },
      query: 'mutation ($input: GiveGrantInput!) { giveGrant(input: $input) { eventId } }',
      variables: { input: { key: 'mine', person: id, purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS'], recipient: { worker: 'isla' } } },
    }));
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ data: { giveGrant: null }, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect((await sharing.ledger.readEvents(id)).length).toBe(before);
  });
});
