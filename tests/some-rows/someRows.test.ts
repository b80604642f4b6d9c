import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type Asked, type TestHouse } from '../harness/startHouse.ts';
import { identifiers, openSharing, type Sharing } from '../harness/twins.ts';

jest.setTimeout(120_000);

let house: TestHouse, sharing: Sharing, housing: Client;
beforeAll(async () => {
  house = await startHouse({ through: 'all', patience: PATIENT, acknowledgeAfterMs: 0 });
  sharing = openSharing(house.ledgerUrl);
  housing = new Client({ connectionString: house.databases.rooms.housing });
  await housing.connect();
}, 240_000);
afterAll(async () => {
  await Promise.all([housing?.end(), sharing?.close()]);
  await house?.stop();
});

interface Grant { readonly id: string; readonly dataFrom: string | null; readonly dataTo: string | null; readonly mode: string; readonly evidence: object | null }
interface Told { readonly housingSituations: readonly { readonly area: string }[] | null }
const code = ({ body }: Asked<unknown>): string => body.errors?.[0]?.extensions.code ?? 'done';

const SEES = 'query ($id: PersonId!) { person(id: $id) { housingSituations { area } whereILiveTimeline { title } } }';
const GIVE = 'mutation ($input: GiveGrantInput!) { giveGrant(input: $input) { eventId } }';
const isla = () => house.ask<{ person: Told & { readonly whereILiveTimeline: readonly object[] | null } }>('isla', SEES, { id: house.personIdFor('isla', 'morag') });
const state = async (): Promise<unknown> => (await isla()).body.extensions?.sharing?.filter(({ category }) => category === 'WHERE_I_LIVE').map((one) => one.state);
const give = (terms: object) => house.ask('morag', GIVE, { input: { key: randomUUID(), person: house.personIdFor('morag', 'morag'), purpose: 'EMPLOYABILITY_SUPPORT', categories: ['WHERE_I_LIVE'], recipient: { agency: 'fife-works' }, ...terms } }, { purpose: null });
const grants = async (): Promise<Grant[]> => (await house.ask<{ me: { grants: Grant[] } }>('morag', '{ me { grants { id dataFrom dataTo mode evidence { channel words capturedBy { worker name within } witness ticked format notice { version } } categories state } } }', {}, { purpose: null })).body.data!.me.grants;

const spine = () => identifiers.open('agency:fife-works', house.personIdFor('isla', 'morag'))!;
const areasToIsla = async (): Promise<string[] | undefined> => (await isla()).body.data!.person.housingSituations?.map(({ area }) => area);

describe('Morag shares where she lived of some days', () => {
  beforeAll(async () => {
    await sharing.ledger.withdrawFrom({ ...sharing.by(spine()), recipient: { agency: 'fife-works' } });
    await housing.query(`INSERT INTO "HousingSituation" (id, person, controller, tenure, area, since, labels) SELECT gen_random_uuid(), $1, 'fife-housing', 'COUNCIL', area, since::date, '{}'
      FROM (VALUES ('Before', '2026-02-28'), ('On the first day', '2026-03-01'), ('On the last day', '2026-03-31'), ('After', '2026-04-01'), ('At some time', NULL)) AS lived (area, since)`, [identifiers.issue('housing', spine())]);
  });

  test('and the worker reads those of March, and no other', async () => {
    expect(await areasToIsla()).toBeUndefined();
    expect(code(await give({ dataFrom: '2026-03-01', dataTo: '2026-03-31', mode: 'COPY' }))).toBe('done');
    expect(await areasToIsla()).toEqual(['On the last day', 'On the first day']);
    expect(await state()).toEqual(['SHARED']);
  });

  test('and reads in her own grants what she said', async () => {
    expect((await grants())[0]).toMatchObject({ dataFrom: '2026-03-01', dataTo: '2026-03-31', mode: 'COPY', evidence: null });
  });

  test('and later those of April as well', async () => {
    await give({ dataFrom: '2026-04-01' });
    expect(await areasToIsla()).toEqual(['After', 'On the last day', 'On the first day']);
  });

  test('and takes it all back in one step', async () => {
    await sharing.ledger.withdrawFrom({ ...sharing.by(spine()), recipient: { agency: 'fife-works' } });
    expect(await areasToIsla()).toBeUndefined();
    expect(await state()).toEqual(['NOT_SHARED']);
  });

  test.each([['days that end before they begin', { dataFrom: '2026-03-02', dataTo: '2026-03-01' }]])('with %s it is refused, and nothing is written', async (_, terms) => {
    const before = await grants();
    expect(code(await give(terms))).toBe('INVALID_INPUT');
    expect(await grants()).toEqual(before);
  });

  test('and reads what a worker wrote down of a yes', async () => {
    const RECORD = 'mutation ($input: RecordGrantInput!) { recordGrant(input: $input) { eventId } }';
    const said = { categories: ['ACTION_PLAN'], recipient: { agency: 'fife-works' }, channel: 'IN_PERSON', words: 'Yes, from March on.', dataFrom: '2026-03-01', witness: 'INTERPRETER', shown: ['ACTION_PLAN', 'SKILLS'], format: 'SPOKEN', language: 'pl' };
    expect(code(await house.ask('isla', RECORD, { input: { key: randomUUID(), person: house.personIdFor('isla', 'morag'), ...said } }))).toBe('done');
    expect((await grants())[0]).toMatchObject({
      dataFrom: '2026-03-01', mode: 'VIEW', evidence: { channel: 'IN_PERSON', words: said.words, capturedBy: { worker: 'isla', name: 'Isla', within: 'Fife Works' }, witness: 'INTERPRETER', ticked: ['ACTION_PLAN'], format: 'SPOKEN', notice: null },
    });
  });
});

const MINE = '{ me { housingSituations { area } tenancies { kind } rentAccounts { standing } } }';
const mine = () => house.ask('fiona', MINE, {}, { purpose: null });
const byWorker = () => house.ask('ewan', 'query ($id: PersonId!) { person(id: $id) { housingSituations { area } } }', { id: house.personIdFor('ewan', 'fiona') }, { purpose: 'EMPLOYABILITY_SUPPORT' });
const keep = (reviewer: string | null) => housing.query(
  `INSERT INTO "Restriction" (id, person, agency, record, kind, ground, reason, "restrictedBy", "restrictedAt", until, key, reviewer, "reviewedAt")
   SELECT gen_random_uuid(), person, controller, id, 'HousingSituation', 'ANOTHER_PERSON', 'Says who took her in.', 'ewan', now(), current_date + 30, gen_random_uuid()::text, $2, CASE WHEN $2::text IS NULL THEN NULL ELSE now() END
     FROM "HousingSituation" WHERE person = $1 AND area = 'Glenrothes'`, [identifiers.issue('housing', identifiers.open('agency:fife-housing', house.personIdFor('ewan', 'fiona'))!), reviewer]);
const areas = (told: Asked<unknown>): unknown => JSON.stringify(told.body.data).match(/Glenrothes|Glasgow|Govan/g);

describe('what the council keeps from a person', () => {
  test('is not there for her from the review on; the answer says nothing of it, and her worker reads it as before', async () => {
    const before = await byWorker();
    expect(areas(await mine())).toEqual(['Glenrothes', 'Glasgow', 'Govan']);
    await keep(null);
    expect(areas(await mine())).toEqual(['Glenrothes', 'Glasgow', 'Govan']);
    await keep('una');
    const answer = await mine();
    expect(areas(answer)).toEqual(['Glasgow', 'Govan']);
    expect(JSON.stringify(answer.body)).not.toMatch(/restrict|kept|withheld/i);
    expect((await byWorker()).body.data).toEqual(before.body.data);
  });

  test('is decided by two, and for no longer than a year', async () => {
    await expect(keep('ewan')).rejects.toThrow(/Restriction_two_people/);
    await expect(housing.query(`UPDATE "Restriction" SET until = current_date + 400`)).rejects.toThrow(/Restriction_a_year/);
  });
});
