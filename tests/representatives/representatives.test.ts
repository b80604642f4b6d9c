import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type Asked, type AskOptions, type TestHouse } from '../harness/startHouse.ts';
import { idFor, openSharing, somebody, type Sharing } from '../harness/twins.ts';
import { personaNamed } from '@thegither/synthetic';

jest.setTimeout(60_000);

/** Somebody acts for another, from the code that they pass on to the end: through the whole house, as an app would. */
let house: TestHouse, sharing: Sharing;
beforeAll(async () => {
  house = await startHouse({ patience: PATIENT, acknowledgeAfterMs: 0 });
  sharing = openSharing(house.ledgerUrl);
});
afterAll(async () => {
  await sharing?.close();
  await house?.stop();
});

interface Done { readonly eventId: string; readonly authority?: string; readonly person: { readonly id: string } | null }

/** An account makes a change; answers its payload, or the code of its error. */
async function does(account: string, mutation: string, input: object, more = '', options?: AskOptions): Promise<Done | string> {
  const query = `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { eventId ${more} person { id } } }`;
  const { body } = await house.ask<Record<string, Done | null>>(account, query, { input: { key: randomUUID(), ...input } }, options);
  return body.data?.[mutation] ?? body.errors![0]!.extensions.code;
}

const authorityOf = (done: Done | string): string => {
  if (typeof done === 'string' || done.authority === undefined) throw new Error(`it was not done: ${JSON.stringify(done)}`);
  return done.authority;
};
const codeOf = async (account: string): Promise<string> => {
  const { body } = await house.ask<{ representativeCode: { code: string } }>(account, '{ representativeCode { code until } }');
  return body.data!.representativeCode.code;
};
const LOOK = 'query Look($id: PersonId!) { person(id: $id) { id skills { name } careerPlans { title } grants { id } } }';
interface Looked { readonly person: { readonly id: string; readonly skills: unknown; readonly careerPlans: unknown; readonly grants: unknown } | null }
const looksAt = (account: string, id: string, options?: AskOptions): Promise<Asked<Looked>> => house.ask<Looked>(account, LOOK, { id }, options);
const states = ({ body }: Asked<unknown>): Record<string, string> => Object.fromEntries((body.extensions?.sharing ?? []).map(({ category, state }) => [category, state]));
const errorsOf = ({ body }: Asked<unknown>): (string | undefined)[] => (body.errors ?? []).map(({ extensions }) => extensions.code);

let morag: string, atWork: string;
beforeAll(() => {
  morag = house.personIdFor('person', 'morag');
  atWork = house.personIdFor('isla', 'morag');
});

const FIFE = { recipient: { agency: 'fife-works' } } as const;
const inLedger = () => sharing.by(personaNamed('morag')!.spine).person;

describe('Morag appoints Tam for her skills, and he acts for her', () => {
  let authority: string;
  beforeEach(async () => {
    authority = authorityOf(await does('morag', 'appointRepresentative', { person: morag, representative: await codeOf('tam'), powers: ['READ', 'AGREE', 'STOP'], categories: ['SKILLS'] }, 'authority'));
  });
  const end = () => does('morag', 'endAuthority', { person: morag, authority });

  test('he finds her by whom he acts for, and reads her skills and nothing else; he himself stays himself', async () => {
    const { body } = await house.ask<{ representing: readonly object[]; me: { id: string } }>('tam', '{ representing { person authority kind powers categories } me { id } }');
    expect(body.data).toEqual({ representing: [{ person: morag, authority, kind: 'APPOINTED', powers: ['READ', 'AGREE', 'STOP'], categories: ['SKILLS'] }], me: { id: house.personIdFor('person', 'tam') } });
    const looked = await looksAt('tam', morag);
    expect(looked.body.data!.person).toEqual({ id: morag, skills: expect.arrayContaining([{ name: expect.any(String) }]), careerPlans: null, grants: null });
    expect(states(looked)).toMatchObject({ SKILLS: 'SHARED', CAREER_PLANS: 'NOT_SHARED', MY_SHARING: 'NOT_SHARED' });
    await end();
  });

  test('she reads that somebody looked who acts for her, by what, and what they saw', async () => {
    await looksAt('tam', morag);
    const { body } = await house.ask<{ me: { disclosures: { items: { worker: null; authority: string; why: string }[] }; authorities: object[] } }>(
      'morag', '{ me { disclosures(first: 1) { items { worker agency authority purpose why } } authorities { id kind powers categories state } } }');
    const { disclosures, authorities } = body.data!.me;
    expect(disclosures.items).toEqual([{
      worker: null, agency: null, authority, purpose: null,
      why: 'Somebody whom you asked to act for you looked at your skills and qualifications, because they act for you; they also asked about your plans and interests, and your choices about sharing, with who looked, and were not shown them.',
    }]);
    expect(authorities).toContainEqual({ id: authority, kind: 'APPOINTED', powers: ['READ', 'AGREE', 'STOP'], categories: ['SKILLS'], state: 'CONFIRMED' });
    await end();
  });

  test('he agrees and stops for her, and it stands on the record by whom and by which authority', async () => {
    expect(await does('tam', 'giveGrant', { person: morag, purpose: 'REFERRAL', categories: ['SKILLS'], ...FIFE })).toMatchObject({ person: { id: morag } });
    expect(await does('tam', 'withdrawFrom', { person: morag, ...FIFE })).toMatchObject({ person: { id: morag } });
    const events = (await sharing.ledger.readEvents(inLedger())).slice(-2);
    const tam = sharing.by(personaNamed('tam')!.spine).person;
    expect(events.map(({ kind, actor }) => [kind, actor])).toEqual([['GRANT_GIVEN', { kind: 'person', id: tam, authority }], ['WITHDRAWN_FROM', { kind: 'person', id: tam, authority }]]);
    expect((await looksAt('isla', atWork)).body.data!.person!.skills).toBeNull();
    await end();
  });

  test.each<[string, string, object]>([
    ['share more than the authority covers', 'giveGrant', { purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS', 'CAREER_PLANS'], ...FIFE }],
    ['appoint anybody', 'appointRepresentative', { representative: 'a code', powers: ['READ'], categories: ['CONVICTIONS'] }],
    ['link her with a household', 'joinHousehold', {}],
  ])('he does not %s', async (_, mutation, input) => {
    expect(await does('tam', mutation, { person: morag, ...input })).toBe('FORBIDDEN');
    await end();
  });

  test('nor does he say yes where she said no', async () => {
    await does('morag', 'refuse', { person: morag, categories: ['SKILLS'], ...FIFE });
    expect(await does('tam', 'giveGrant', { person: morag, purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS'], ...FIFE })).toBe('INVALID_INPUT');
    await end();
  });

  test('once she ends it she is unknown to him at once, to read and to change: as somebody of whom there is nothing', async () => {
    await end();
    const nobody = idFor('tam', somebody());
    const [known, unknown] = [await looksAt('tam', morag), await looksAt('tam', nobody)];
    expect([known.body.data, errorsOf(known)]).toEqual([{ person: null }, ['UNKNOWN_PERSON']]);
    expect(known.text).toBe(unknown.text);
    expect([await does('tam', 'stopAll', { person: morag }), await does('tam', 'stopAll', { person: nobody })]).toEqual(['UNKNOWN_PERSON', 'UNKNOWN_PERSON']);
    expect((await house.ask('tam', '{ representing { person } }')).body.data).toEqual({ representing: [] });
  });

  test('he gives it up himself, and is nobody to her', async () => {
    expect(await does('tam', 'endAuthority', { person: morag, authority })).toMatchObject({ eventId: expect.any(String) });
    expect(errorsOf(await looksAt('tam', morag))).toEqual(['UNKNOWN_PERSON']);
  });
});

/** Isla writes down that Jean is the guardian; answers the authority. */
const record = async (): Promise<string> => authorityOf(await does('isla', 'recordAuthority', {
  person: atWork, representative: await codeOf('jean'), kind: 'GUARDIAN', powers: ['READ', 'STOP'], categories: ['SKILLS', 'MY_SHARING'], reason: 'Asked for it.', document: 'An order of the sheriff.',
}, 'authority'));

describe('Isla saw a document by which Jean is Morag\'s guardian', () => {
  test('which opens nothing before a lead of hers has confirmed it, and is not Morag\'s to end', async () => {
    const authority = await record();
    expect(errorsOf(await looksAt('jean', morag))).toEqual(['UNKNOWN_PERSON']);
    expect(await does('isla', 'confirmAuthority', { person: atWork, authority, reason: 'I saw it.' })).toBe('FORBIDDEN');
    expect(await does('kirsty', 'confirmAuthority', { person: house.personIdFor('kirsty', 'morag'), authority, reason: 'Seen as well.' })).toMatchObject({ eventId: expect.any(String) });
    const looked = await looksAt('jean', morag);
    expect([looked.body.data!.person, states(looked)]).toMatchObject([{ grants: expect.any(Array), careerPlans: null }, { SKILLS: 'SHARED', MY_SHARING: 'SHARED' }]);
    expect(await does('morag', 'endAuthority', { person: morag, authority })).toBe('FORBIDDEN');
    expect(await does('jean', 'endAuthority', { person: morag, authority })).toMatchObject({ eventId: expect.any(String) });
  });

  test('or the data protection lead, who also ends it', async () => {
    const authority = await record(), person = house.personIdFor('shona', 'morag'), audit = { purpose: 'AUDIT' };
    expect(await does('shona', 'confirmAuthority', { person, authority, reason: 'Seen as well.' }, '', audit)).toMatchObject({ eventId: expect.any(String) });
    expect(errorsOf(await looksAt('jean', morag))).toEqual([]);
    expect(await does('shona', 'endAuthority', { person, authority, reason: 'The order was recalled.' }, '', audit)).toMatchObject({ eventId: expect.any(String) });
    expect(errorsOf(await looksAt('jean', morag))).toEqual(['UNKNOWN_PERSON']);
  });
});
