import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { covers, maskOf, NOTHING, overlaps } from '@thegither/consent';
import { DOMAINS, REGISTER, type Domain, type SpineId } from '@thegither/vocabulary';
import { Kind, parse, visit } from 'graphql';
import { claimsIn } from '../harness/claimsIn.ts';
import { fieldsOf } from '../harness/reachable.ts';
import { idFor, identifiers } from '../harness/twins.ts';
import { isJoined, openLiars, type Liars } from './liars.ts';

jest.setTimeout(60_000);

const GRANTABLE = REGISTER.filter(({ byGrant }) => byGrant).map(({ name }) => name);
const WITHHELD = REGISTER.map(({ name }) => name).filter((name) => name !== 'NAME_AND_CONTACT');

let liars: Liars;
let sharing: SpineId;
let withholding: ReadonlyMap<string, SpineId>;
let counted = 0;
beforeAll(async () => {
  liars = await openLiars();
  const rest = WITHHELD.map((category) => [category, GRANTABLE.filter((name) => name !== category)] as const);
  [sharing, withholding] = await Promise.all([
    liars.sharer(GRANTABLE),
    Promise.all(rest.map(async ([category, shared]) => [category, await liars.sharer(shared)] as const)).then((people) => new Map(people)),
  ]);
});
afterAll(async () => {
  process.stdout.write(`not asked: ${WITHHELD.length} categories withheld one by one, ${counted} calls to rooms counted\n`);
  await liars.close();
});
beforeEach(() => {
  for (const room of DOMAINS) liars.house.proxy(room).forget();
});

/** One call to a room about people: the fields of Person and the keys that it was asked for, and whom its decision names. */
interface Call {
  readonly room: Domain;
  readonly fields: readonly string[];
  readonly keys: readonly string[];
  readonly decided: Readonly<Record<string, { readonly granted: string; readonly own: string }>>;
}

const callsTo = (room: Domain): Call[] => liars.house.proxy(room).asked.filter(isJoined).map(({ body }) => {
  counted += 1;
  const { query, variables, extensions } = body as { query: string; variables: { representations: { id: string }[] }; extensions: { decision: string } };
  const claims = claimsIn(extensions.decision);
  return { room, fields: personFieldsIn(query), keys: variables.representations.map(({ id }) => id), decided: claims.people };
});

/** The fields that a question asks of Person, itself, but its key. */
function personFieldsIn(query: string): string[] {
  const fields: string[] = [];
  visit(parse(query), {
    InlineFragment: ({ typeCondition, selectionSet }) => {
      if (typeCondition?.name.value === 'Person') fields.push(...selectionSet.selections.flatMap((node) => (node.kind === Kind.FIELD ? [node.name.value] : [])));
    },
  });
  return fields.filter((name) => name !== 'id' && name !== '__typename');
}

/** Does a question ask for that field anywhere below that field of Person? */
function asksBelow(query: string, personField: string, field: string): boolean {
  let found = false;
  visit(parse(query), {
    Field: ({ name, selectionSet }) => {
      if (name.value === personField && selectionSet) visit(selectionSet, { Field: (inner) => { found ||= inner.name.value === field; } });
    },
  });
  return found;
}

/** The fields of Person that need this and are in this room. */
const fieldsOfCategory = (room: Domain, category: string): string[] =>
  fieldsOf(room).filter((name) => name !== 'id' && overlaps(liars.reachable.fields.get(name)!, maskOf(category)));

test.each(WITHHELD)('of somebody who withholds %s no room is asked for it: not the field, not the key, not at all where nothing else is wanted', async (category) => {
  const person = withholding.get(category)!;
  const fields = [...liars.reachable.fields].flatMap(([name, needs]) => (overlaps(needs, maskOf(category)) ? [name] : []));

  // everything about one person
  await liars.ask([person]);
  for (const room of DOMAINS) {
    const open = fieldsOf(room).filter((name) => name !== 'id' && covers(maskOf(...GRANTABLE.filter((one) => one !== category)), liars.reachable.fields.get(name)!));
    // One call with one key for what is open, and none where nothing is.
    expect(callsTo(room).map((call) => ({ fields: new Set(call.fields), keys: call.keys }))).toEqual(open.length === 0 ? [] : [{ fields: new Set(open), keys: [identifiers.issue(room, person)] }]);
  }
  const stricter = liars.reachable.coordinates.filter(({ needs, personField }) => overlaps(needs, maskOf(category)) && !overlaps(liars.reachable.fields.get(personField)!, maskOf(category)));
  const texts = DOMAINS.flatMap((room) => liars.house.proxy(room).asked.map(({ body }) => body!.query as string));
  // What is not asked for is not asked below: fields of a type that is stricter in whole may have the name of another's.
  const outermost = stricter.filter(({ name }) => liars.reachable.coordinates.some((one) => one.name.split('.')[0] === name.split('.')[0] && !stricter.includes(one)));
  expect(outermost.filter(({ name, personField }) => texts.some((text) => asksBelow(text, personField, name.split('.')[1]!)))).toEqual([]);
  if (fields.length === 0) return;

  // only what is withheld
  for (const room of DOMAINS) liars.house.proxy(room).forget();
  await liars.ask([person], liars.question(fields));
  expect(DOMAINS.flatMap(callsTo)).toEqual([]);
  expect(liars.house.proxy('consent').asked).toHaveLength(1);

  // beside somebody who shares it
  for (const room of DOMAINS) liars.house.proxy(room).forget();
  await liars.ask([person, sharing], liars.question(fields));
  for (const call of DOMAINS.flatMap(callsTo)) {
    expect(fieldsOfCategory(call.room, category)).toEqual(expect.arrayContaining([...call.fields]));
    expect(call.keys).toEqual([identifiers.issue(call.room, sharing)]);
  }
  const isShareable = GRANTABLE.includes(category);
  expect(DOMAINS.flatMap(callsTo).length > 0).toBe(isShareable);
});

test('what is not personal is asked of everybody who is known, and of nobody else', async () => {
  const stranger = await liars.stranger();
  const open = [...liars.reachable.fields].flatMap(([name, needs]) => (needs === NOTHING && name !== 'id' ? [name] : []));
  const { body } = await liars.house.ask<{ people: unknown }>('isla', liars.question(open), { ids: [sharing, stranger].map((person) => idFor('isla', person)) });
  expect(body.errors).toMatchObject([{ path: ['people', 1], extensions: { code: 'UNKNOWN_PERSON' } }]);
  for (const call of DOMAINS.flatMap(callsTo)) {
    expect(call.keys).toEqual([identifiers.issue(call.room, sharing)]);
    expect(Object.keys(call.decided)).toEqual(call.keys);
  }
});
