import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { NOTHING, maskOf, without, EVERYTHING, type Mask } from '@thegither/consent';
import { openSchema, type SubgraphContext } from '@thegither/subgraph';
import { graphql } from 'graphql';
import { createCursors } from './cursors.ts';
import { consentResolvers } from './resolvers.ts';
import { ISLA, openConsent, told, type ConsentUnderTest } from './testing/openConsent.ts';

/** The resolvers alone, with no rule around them: each lock has to hold when the other is off. */
let house: ConsentUnderTest;
beforeAll(async () => { house = await openConsent(); });
afterAll(() => house?.close());

const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

const FIELDS = [
  ['supportTeam { worker }', 'SUPPORT_TEAM'], ['household { members }', 'HOUSEHOLD_LINK'], ['grants { id }', 'MY_SHARING'], ['refusals { id }', 'MY_SHARING'], ['hold { id }', 'MY_SHARING'], ['householdLinks { household }', 'MY_SHARING'],
  ['couldLook { isWhole }', 'MY_SHARING'], ['previewAs(worker: "isla", purpose: REFERRAL) { known }', 'MY_SHARING'], ['exclusions { id }', 'MY_SHARING'], ['assignments { id }', 'MY_SHARING'], ['authorities { id }', 'MY_SHARING'], ['disclosures { items { id } }', 'MY_SHARING'], ['challenges { id }', 'MY_SHARING'],
] as const;

async function seen(field: string, person: string, granted: Mask | undefined): Promise<unknown> {
  const none = { OUTSIDE_AGREEMENT: NOTHING, ROLE_LIMIT: NOTHING, NO_PURPOSE: NOTHING };
  const access = granted === undefined ? undefined : { granted, own: NOTHING, limits: new Map(), agency: 'fife-works' };
  const contextValue: SubgraphContext = { decision: { use: 'joined', caller: ISLA, purpose: 'EMPLOYABILITY_SUPPORT', words: none, people: [person], of: () => access, supports: () => false, sees: () => false }, now: 0, restricted: async () => new Set() };
  const schema = openSchema(typeDefs, consentResolvers(house.ledger, createCursors(randomBytes(32))));
  const source = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { ${field} } } }`;
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues: { r: [{ __typename: 'Person', id: person }] } });
  expect(errors).toBeUndefined();
  const [entity] = data!['_entities'] as [Record<string, unknown>];
  return Object.values(entity)[0];
}

test.each(FIELDS)('%s is null where %s alone is not shared, or the decision does not know the person', async (field, needed) => {
  const person = await house.supported('ACTION_PLAN');
  await told(house.ledger, person, 'ACTION_PLAN');
  expect(await seen(field, person, without(EVERYTHING, maskOf(needed)))).toBeNull();
  expect(await seen(field, person, undefined)).toBeNull();
});

test.each(FIELDS.filter(([field]) => !field.startsWith('hold ')))('%s is there where %s is shared', async (field, needed) => {
  expect(await seen(field, house.persona('derek'), maskOf(needed))).not.toBeNull();
});

test('what is shared is told of nobody whom the decision does not know', async () => {
  expect(await seen('sharing { state }', house.persona('morag'), undefined)).toBeNull();
});
