import { print, type OperationTypeNode } from 'graphql';
import type { Graph } from '../graph.ts';
import { givenTo } from '../given.ts';
import { DOORS, PERSON, PERSON_ID, PERSON_KEY, ROOTS, SUPERGRAPH } from '../person.ts';
import { reachFrom, tellPath, type Reach } from '../reach.ts';
import { fieldsOf, namedType, objectNamed, type Placed, type Reading } from '../reading.ts';
import { breach, type Breach } from '../refusal.ts';
import { rule } from '../rule.ts';

const rootFields = (reading: Reading, root: string): Placed[] => {
  const type = objectNamed(reading, root);
  return type ? fieldsOf([type]) : [];
};

function reachOf({ whole }: Graph, { type, field }: Placed): Reach {
  const found = whole.get(type.name.value);
  const step = found?.fields.get(field.name.value);
  return found && step ? reachFrom(whole, [{ type: found, field: step }]) : new Map();
}

function queryBreaches(graph: Graph, reading: Reading, placed: Placed): Breach[] {
  const at = (why: string, mend: string) => breach(reading.name, placed.coordinate, why, mend);
  const isDoor = DOORS.includes(reading.name);
  const reach = reachOf(graph, placed);
  const takesPerson = givenTo(reading, placed).some(({ node }) => namedType(node.type) === PERSON_ID);
  const found = [PERSON, PERSON_ID].find((name) => reach.has(name));
  return [
    ...(found && !isDoor ? [at(`It returns a person (${tellPath(reach.get(found))}).`, `Only ${DOORS.join(' and ')} find people; add fields to Person instead.`)] : []),
    ...(takesPerson && !(isDoor && reach.has(PERSON)) ? [at('It takes a person and is not one of the fields that find people.', 'Make it a field of Person.')] : []),
  ];
}

const PAYLOAD = { person: PERSON, eventId: 'ID!', at: 'DateTime!' } as const;

function mutationBreaches(graph: Graph, reading: Reading, placed: Placed): Breach[] {
  const at = (why: string, mend: string) => breach(reading.name, placed.coordinate, why, mend);
  const payload = objectNamed(reading, namedType(placed.field.type));
  const wanted = Object.entries(PAYLOAD).map(([name, type]) => `${name}: ${type}`);
  const has = (payload?.fields ?? []).map((field) => `${field.name.value}: ${print(field.type)}`);
  const missing = wanted.filter((field) => !has.includes(field));
  if (missing.length > 0) return [at(`What it returns lacks ${missing.join(', ')}.`, `Return an object with ${wanted.join(', ')}; what changed is read through the person.`)];
  const others = fieldsOf([payload!]).filter(({ field }) => field.name.value !== 'person');
  return others.filter((other) => reachOf(graph, other).has(PERSON)).map(({ coordinate }) => at(`It returns a person by another way than \`person\` (${coordinate}).`, `Make that link a ${PERSON_ID}.`));
}

const ROOT_OF: Readonly<Record<OperationTypeNode, string | undefined>> = { query: 'Query', mutation: 'Mutation', subscription: undefined };

function rootTypeBreaches(reading: Reading): Breach[] {
  const at = (why: string, mend: string) => breach(reading.name, 'schema', why, mend);
  const renamed = reading.operationTypes.filter(({ operation, type }) => type.name.value !== ROOT_OF[operation]);
  return [
    ...renamed.map(({ operation }) => at(`Its root type for ${operation} is not called ${ROOTS.join(' or ')}.`, 'Call the root types Query and Mutation.')),
    ...(reading.types.has('Subscription') ? [at('A subscription goes on telling after its decision is over.', 'Ask again by a query.')] : []),
  ];
}

/** The split must have held: a graph with a root field answers for no field of Person and for nothing personal. */
function splitBreaches({ supergraph, standing }: Graph): Breach[] {
  if (!supergraph) return [];
  const withDoors = new Set(ROOTS.flatMap((root) => rootFields(supergraph, root)).flatMap(({ type, field }) => supergraph.resolversOf(type.name.value, field.name.value)));
  const guarded = [PERSON, ...standing.personal].flatMap((name) => {
    const type = objectNamed(supergraph, name);
    return type ? fieldsOf([type]).filter(({ field }) => name !== PERSON || field.name.value !== PERSON_KEY) : [];
  });
  return guarded.flatMap(({ type, field, coordinate }) =>
    supergraph.resolversOf(type.name.value, field.name.value).filter((graph) => withDoors.has(graph))
      .map((graph) => breach(SUPERGRAPH, coordinate, `${graph} has root fields and answers for it, so that it would be fetched without a decision.`, 'Publish each subgraph whole, under its own name; the split puts the two apart.')));
}

/**
 * People are found at two doors. Only `consent` and `people` have root query fields that return Person, directly or
 * inside a list, union, interface or connection, and no other root query field takes a person. Mutations return a
 * payload with `person: Person` by reference, an event id and a time, never a personal type. Other doors there are none.
 */
export const doors = rule(
  'doors',
  'Only consent and people have root query fields that return Person; no other takes a person; mutations return a person by reference, an event id and a time.',
  (graph) => [
    ...graph.subgraphs.flatMap((reading) => [
      ...rootTypeBreaches(reading),
      ...rootFields(reading, 'Query').flatMap((placed) => queryBreaches(graph, reading, placed)),
      ...rootFields(reading, 'Mutation').flatMap((placed) => mutationBreaches(graph, reading, placed)),
    ]),
    ...splitBreaches(graph),
  ],
);
