import type { Reply } from '../harness/proxy.ts';

/** What must never be in an answer or in a log. */
export const CANARY = 'Canary Q. Leaked';

/** What a room's answer looks like to whoever lies in its name. */
export interface Told {
  readonly data?: { _entities?: unknown } & Record<string, unknown>;
  readonly errors?: unknown;
}

/** What may come of a lie: the honest answer; the honest answer and a coded error; or nulls with coded errors in the place of some of it. */
export type Outcome = 'same' | 'told' | 'less';

/** One way to lie. */
export interface Lie {
  readonly title: string;
  readonly outcome: Outcome;
  /** The answer as it is sent on, as JSON text. `others` are the people's ids in this room, in the order asked. */
  readonly tell: (told: Told, room: LyingRoom) => string;
}

/** What a liar knows. */
export interface LyingRoom {
  /** The ids by which this room was asked, in order. */
  readonly ids: readonly string[];
  /** Somebody else's id in this room, who was not asked about. */
  readonly stranger: string;
  /** Is the value at this place of text, of an id, or of something else? */
  readonly kindOf: (typename: string, key: string) => 'text' | 'id' | 'other';
  /** Something that has the form of each field of Person, made of canaries. */
  readonly everything: Readonly<Record<string, unknown>>;
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isPerson = (object: Json): boolean => object.__typename === 'Person';

/** Copies JSON, with every object changed, the innermost first. */
function change(value: unknown, how: (object: Json) => Json): unknown {
  if (Array.isArray(value)) return value.map((item) => change(item, how));
  if (!isObject(value)) return value;
  return how(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner, how)])));
}

const everywhere = (how: (object: Json, room: LyingRoom) => Json): Lie['tell'] => (told, room) => JSON.stringify(change(told, (object) => how(object, room)));

/** The first object of a list of them, with more in it. */
function firstOf(value: unknown): unknown {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return isObject(first) ? { ...first, canary: CANARY } : value;
}

/** Changes the list of entities alone. */
const entities = (how: (list: readonly Json[], room: LyingRoom) => unknown): Lie['tell'] => (told, room) =>
  JSON.stringify({ ...told, data: { ...told.data, _entities: how(told.data?._entities as Json[], room) } });

const eachPerson = (how: (person: Json, room: LyingRoom, index: number) => unknown): Lie['tell'] => entities((list, room) => list.map((person, index) => how(person, room, index)));

/** Changes the leaves of everybody: what is neither an object nor a list of objects, ids and names of types aside. */
const leaves = (how: (value: unknown, kind: ReturnType<LyingRoom['kindOf']>) => unknown): Lie['tell'] => everywhere((object, { kindOf }) => {
  if (typeof object.__typename !== 'string') return object;
  const changed = (key: string, value: unknown): unknown => {
    if (key === '__typename' || (isPerson(object) && key === 'id') || isObject(value) || value === null || value === undefined) return value;
    if (Array.isArray(value)) return value.some(isObject) ? value : value.map((item) => how(item, kindOf(String(object.__typename), key)));
    return how(value, kindOf(String(object.__typename), key));
  };
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, changed(key, value)]));
});

const withErrors = (errors: unknown): Lie['tell'] => (told) => JSON.stringify({ ...told, errors });
const instead = (answer: unknown): Lie['tell'] => () => JSON.stringify(answer);
const error = { message: CANARY, locations: [{ line: 1, column: CANARY }], extensions: { code: CANARY, stacktrace: [CANARY], name: CANARY } };

/** Nests a value so deep that whoever goes down into it falls. */
const deep = (value: string): string => `${'[{"a":'.repeat(20_000)}${value}${'}]'.repeat(20_000)}`;

/** Own keys of these names, which JSON can have and which a careless copy takes for the prototype. */
const POLLUTING = `"__proto__":{"polluted":"${CANARY}","id":"${CANARY}"},"constructor":{"prototype":{"polluted":"${CANARY}"}},"prototype":{"polluted":"${CANARY}"},"toString":"${CANARY}","hasOwnProperty":"${CANARY}","then":"${CANARY}","toJSON":"${CANARY}"`;

/** Every way to lie that is known here. */
export const LIES: readonly Lie[] = [
  // more than was asked
  { title: 'further fields in every object', outcome: 'same', tell: everywhere((object) => ({ ...object, canary: CANARY, note2: [CANARY], '': CANARY })) },
  { title: 'every field of a person, asked of others or of nobody', outcome: 'same', tell: eachPerson((person, { everything }) => ({ ...everything, ...person })) },
  { title: 'another person beside the answer', outcome: 'same', tell: (told, { everything, stranger }) => JSON.stringify({ ...told, data: { ...told.data, person: { ...everything, id: stranger }, people: [{ ...everything, id: stranger }], me: { ...everything }, canary: CANARY }, extensions: { sharing: [CANARY], canary: CANARY }, hasNext: true, label: CANARY }) },
  { title: 'keys of every object\'s prototype', outcome: 'same', tell: (told) => JSON.stringify(told).replaceAll('{"', `{${POLLUTING},"`) },
  { title: 'keys of the prototype at the end', outcome: 'same', tell: (told) => JSON.stringify(told).replaceAll(/(["\]}\w])\}/g, `$1,${POLLUTING}}`) },
  { title: 'something nested twenty thousand deep', outcome: 'same', tell: (told) => JSON.stringify(told).replace('{"__typename":"Person"', `{"deep":${deep(`"${CANARY}"`)},"__typename":"Person"`) },

  // somebody else
  { title: 'the other\'s id on each', outcome: 'less', tell: eachPerson((person, { ids }, index) => ({ ...person, id: ids[(index + 1) % ids.length] })) },
  { title: 'a stranger\'s id on each', outcome: 'less', tell: eachPerson((person, { stranger }) => ({ ...person, id: stranger })) },
  { title: 'an id that is none', outcome: 'less', tell: eachPerson((person) => ({ ...person, id: CANARY })) },
  { title: 'an id that is a list', outcome: 'less', tell: eachPerson((person) => ({ ...person, id: [person.id] })) },
  { title: 'the prototype for an id', outcome: 'less', tell: eachPerson((person) => ({ ...person, id: '__proto__' })) },
  { title: 'no id at all', outcome: 'less', tell: eachPerson(({ id: _id, ...person }) => person) },
  { title: 'another type of entity', outcome: 'less', tell: eachPerson((person) => ({ ...person, __typename: 'Service' })) },
  { title: 'a type that nobody knows', outcome: 'less', tell: eachPerson((person) => ({ ...person, __typename: CANARY })) },
  { title: 'the prototype for a type', outcome: 'less', tell: eachPerson((person) => ({ ...person, __typename: '__proto__' })) },
  { title: 'no type', outcome: 'less', tell: eachPerson(({ __typename: _name, ...person }) => person) },
  { title: 'another type of what is inside', outcome: 'less', tell: everywhere((object) => (typeof object.__typename !== 'string' || object.__typename === 'Person' ? object : { ...object, __typename: 'Person' })) },
  { title: 'everybody in another order', outcome: 'less', tell: entities((list) => list.toReversed()) },
  { title: 'the first one for everybody', outcome: 'less', tell: entities((list) => list.map(() => list[0])) },
  { title: 'the first one for everybody, under everybody\'s id', outcome: 'less', tell: entities((list, { ids }) => list.map((_, index) => ({ ...list[0], id: ids[index], __typename: index === 0 ? 'Person' : 'Human' }))) },
  { title: 'one person fewer', outcome: 'less', tell: entities((list) => list.slice(1)) },
  { title: 'one person more', outcome: 'less', tell: entities((list, { everything, stranger }) => [...list, { ...everything, __typename: 'Person', id: stranger }]) },
  { title: 'a stranger first', outcome: 'less', tell: entities((list, { everything, stranger }) => [{ ...everything, __typename: 'Person', id: stranger }, ...list.slice(1)]) },
  { title: 'nobody', outcome: 'less', tell: entities(() => []) },
  { title: 'an object that passes for a list', outcome: 'less', tell: entities((list) => ({ ...Object.fromEntries(list.entries()), length: list.length })) },
  { title: 'texts for people', outcome: 'less', tell: entities((list) => list.map(() => CANARY)) },
  { title: 'lists for people', outcome: 'less', tell: entities((list) => list.map((person) => [person])) },

  // something else than was asked
  { title: 'an object for every leaf', outcome: 'less', tell: leaves(() => ({ canary: CANARY })) },
  { title: 'a list of lists for every leaf', outcome: 'less', tell: leaves(() => [[CANARY]]) },
  { title: 'a text for every leaf that is none', outcome: 'less', tell: leaves((value, kind) => (kind === 'other' ? CANARY : value)) },
  { title: 'a number for every text', outcome: 'less', tell: leaves((value, kind) => (kind === 'text' ? 17.5 : value)) },
  { title: 'true for every leaf that is no truth', outcome: 'less', tell: leaves((value) => (typeof value === 'boolean' ? CANARY : true)) },
  { title: 'a number beyond all numbers for every leaf', outcome: 'less', tell: (told, room) => leaves(() => '@huge@')(told, room).replaceAll('"@huge@"', '1e999') },
  { title: 'one object for every list of objects', outcome: 'less', tell: everywhere((object) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, key === '_entities' ? value : firstOf(value)]))) },
  { title: 'a list for every object', outcome: 'less', tell: eachPerson((person) => Object.fromEntries(Object.entries(person).map(([key, value]) => [key, isObject(value) ? [value, CANARY] : Array.isArray(value) ? [value] : value]))) },
  { title: 'a text for everything', outcome: 'less', tell: eachPerson((person) => Object.fromEntries(Object.entries(person).map(([key, value]) => [key, typeof value === 'object' ? CANARY : value]))) },
  { title: 'nothing of what was asked', outcome: 'less', tell: eachPerson(({ __typename, id }) => ({ __typename, id, canary: CANARY })) },

  // errors that tell
  { title: 'an error beside everything', outcome: 'told', tell: withErrors([error]) },
  { title: 'an error at a place that was not asked', outcome: 'told', tell: withErrors([{ ...error, path: ['_entities', 0, CANARY, '__proto__'] }]) },
  { title: 'an error at somebody who was not asked', outcome: 'told', tell: withErrors([{ ...error, path: ['_entities', 99_999_999_999, 'x'] }, { ...error, path: ['_entities', -1] }, { ...error, path: ['_entities', CANARY] }]) },
  { title: 'errors that are a text', outcome: 'told', tell: withErrors(CANARY) },
  { title: 'errors that are one object', outcome: 'told', tell: withErrors(error) },
  { title: 'errors that are anything', outcome: 'told', tell: withErrors([null, CANARY, 7, [error], { path: CANARY }, { extensions: CANARY }, { extensions: { code: ['INTERNAL'] } }, { extensions: { code: '__proto__' } }]) },
  { title: 'thousands of errors', outcome: 'told', tell: withErrors(Array.from({ length: 5_000 }, (_, index) => ({ ...error, path: ['_entities', index % 2, `${CANARY} ${index}`] }))) },
  { title: 'an error in the place of everything', outcome: 'less', tell: instead({ data: null, errors: [error] }) },
  { title: 'an error and no data', outcome: 'less', tell: instead({ errors: [error] }) },
  { title: 'nothing but nulls, and an error for each', outcome: 'less', tell: (_, { ids }) => JSON.stringify({ data: { _entities: ids.map(() => null) }, errors: ids.map((_id, index) => ({ ...error, path: ['_entities', index] })) }) },

  // no answer at all
  { title: 'no people', outcome: 'less', tell: instead({ data: { _entities: null, canary: CANARY } }) },
  { title: 'data that is a list', outcome: 'less', tell: (told) => JSON.stringify({ data: [told.data] }) },
  { title: 'data that is a text', outcome: 'less', tell: instead({ data: CANARY }) },
  { title: 'a list of answers', outcome: 'less', tell: (told) => JSON.stringify([told]) },
  { title: 'a text', outcome: 'less', tell: instead(CANARY) },
  { title: 'null', outcome: 'less', tell: instead(null) },
  { title: 'half of it', outcome: 'less', tell: (told) => `{"canary":"${CANARY}",${JSON.stringify(told).slice(1, -2)}` },
  { title: 'a page', outcome: 'less', tell: () => `<html><body>${CANARY}</body></html>` },
  { title: 'a depth without end', outcome: 'less', tell: () => `{"data":{"_entities":${deep(`"${CANARY}"`)}}}` },
];

/** Answers that are lies by their status, with the honest body or with words. */
export const REPLIES: readonly (readonly [string, (reply: Reply) => Reply])[] = [
  ['the right answer as a failure', (reply) => ({ ...reply, status: 500 })],
  ['a refusal with words', (reply) => ({ ...reply, status: 403, body: JSON.stringify({ errors: [{ message: CANARY, extensions: { code: CANARY } }] }) })],
  ['words about the worker', (reply) => ({ ...reply, status: 400, body: JSON.stringify({ message: CANARY }) })],
  ['a way to somebody else', (reply) => ({ status: 302, headers: { location: `http://127.0.0.1:9/${encodeURIComponent(CANARY)}` }, body: reply.body })],
  ['nothing', () => ({ status: 204, headers: {}, body: '' })],
];
