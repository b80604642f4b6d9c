import { GraphQLError } from 'graphql';
import { HouseError, SHARING_SPEC } from '@thegither/vocabulary';
import { isPersonalField } from './categories.ts';
import { givenTo } from './given.ts';
import { graphOf, type Graph } from './graph.ts';
import { readSupergraph, type ComposedReading } from './join.ts';
import { linksOf } from './link.ts';
import { DOORS, PERSON, PERSON_ID, PERSON_KEY, ROOTS, SUPERGRAPH } from './person.ts';
import { fieldsOf, namedType, objectNamed, type Placed } from './reading.ts';
import { reachFrom } from './reach.ts';
import { breach, tell, type Breach, type Refusal } from './refusal.ts';
import { RULES } from './rules/index.ts';
import { SHARING_DEFINITIONS, definitionText } from './sharingDefinitions.ts';
import { GUARDED } from './split.ts';

/**
 * Everything that stands against serving a supergraph, as far as its text alone tells: a gateway composes nothing and
 * does not see the owners' schemas. Every rule that reads the composed schema is held against it again; and that it
 * declares the sharing directives, was split, and has no other doors than those of the house. What only the owners'
 * schemas show, publication has refused: that a mark was renamed or lost on the way, or that an owner did not agree.
 */
export function checkPublished(supergraphSdl: string): Refusal[] {
  const composed = read(supergraphSdl);
  if (!composed) return named('read', [breach(SUPERGRAPH, 'schema', 'It cannot be read.', 'Give the text that publication wrote.')]);
  const graph = graphOf([], composed, []);
  return [
    ...RULES.flatMap((rule) => rule.check(graph)),
    ...named('mapped', openElsewhere(graph, composed)),
    ...named('carried', undeclared(composed)),
    ...named('split', [...unsplit(composed), ...nowhere(composed)]),
    ...named('doors', otherDoors(graph, composed)),
  ];
}

/** Throws HouseError CONFIGURATION with every refusal listed: there is no supergraph of which a part is served. */
export function holdPublished({ supergraphSdl }: { readonly supergraphSdl: string }): void {
  const refusals = checkPublished(supergraphSdl);
  if (refusals.length > 0) throw new HouseError('CONFIGURATION', ['This supergraph cannot be served.', ...refusals.map(tell)].join('\n'));
}

const named = (rule: string, breaches: readonly Breach[]): Refusal[] => breaches.map((one) => ({ rule, ...one }));

function read(supergraphSdl: string): ComposedReading | undefined {
  try {
    return readSupergraph(supergraphSdl);
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

const unmarked = (coordinate: string, why: string): Breach => breach(SUPERGRAPH, coordinate, why, 'Publish it again from schemas that have both directives composed.');

/** Without the directives as they are defined, no mark is read: everything would look as if nobody had spoken of it. */
function undeclared({ directives, schemaDirectives }: ComposedReading): Breach[] {
  const linked = linksOf(schemaDirectives).some(({ url, as }) => url === SHARING_SPEC && as === undefined);
  return [
    ...(linked ? [] : [unmarked('schema', 'It does not link to the sharing directives in the version that is read here.')]),
    ...SHARING_DEFINITIONS.filter((expected) => directives.filter((node) => node.name.value === expected.name.value).map(definitionText).join() !== definitionText(expected))
      .map(({ name }) => unmarked(`@${name.value}`, 'It is not defined as the sharing specification defines it.')),
  ];
}

const personFields = (composed: ComposedReading): Placed[] => {
  const person = objectNamed(composed, PERSON);
  return fieldsOf(person ? [person] : []).filter(({ field }) => field.name.value !== PERSON_KEY);
};

const ownersOf = (composed: ComposedReading, { type, field }: Placed): string[] =>
  composed.resolversOf(type.name.value, field.name.value).map((graph) => (graph.endsWith(GUARDED) ? graph.slice(0, -GUARDED.length) : graph));

/** Outside consent and people every field of Person but the key is personal. */
function openElsewhere({ whole }: Graph, composed: ComposedReading): Breach[] {
  return personFields(composed)
    .filter((placed) => !isPersonalField(whole, PERSON, placed.field.name.value) && ownersOf(composed, placed).some((owner) => !DOORS.includes(owner)))
    .map(({ coordinate }) => breach(SUPERGRAPH, coordinate, 'Outside consent and people every field of Person is personal.', 'Give it the category that somebody agrees to share when this is told.'));
}

const rootFields = (composed: ComposedReading): Placed[] => ROOTS.flatMap((root) => fieldsOf([objectNamed(composed, root) ?? []].flat()));

/** A guarded half has no root fields, and nobody else answers for Person's: rule "doors" looks at the fields, this at the halves. */
function unsplit(composed: ComposedReading): Breach[] {
  const guardedRoots = rootFields(composed).filter(({ type, field }) => composed.resolversOf(type.name.value, field.name.value).some((graph) => graph.endsWith(GUARDED)));
  const open = personFields(composed)
    .flatMap((placed) => composed.resolversOf(PERSON, placed.field.name.value).filter((graph) => !graph.endsWith(GUARDED)).map((graph) => ({ ...placed, graph })));
  const mend = 'Publish each subgraph whole, under its own name; the split puts the two apart.';
  return [
    ...guardedRoots.map(({ coordinate }) => breach(SUPERGRAPH, coordinate, 'A guarded half answers for a root field.', mend)),
    ...open.map(({ coordinate, graph }) => breach(SUPERGRAPH, coordinate, `${graph} answers for it and is no guarded half, so that it would be fetched without a decision.`, mend)),
  ];
}

/** Both halves of a subgraph are asked at one address. */
function nowhere({ graphs }: ComposedReading): Breach[] {
  return [...graphs].filter(([name, url]) => !/^https?:\/\/[^/]/.test(url) || (name.endsWith(GUARDED) && (graphs.get(name.slice(0, -GUARDED.length)) ?? url) !== url))
    .map(([name]) => breach(SUPERGRAPH, name, 'It has no address, or another than its other half.', 'Publish it with the address of its service.'));
}

/** Only the doors of the house find people, whoever says so. */
function otherDoors({ whole }: Graph, composed: ComposedReading): Breach[] {
  const query = objectNamed(composed, ROOTS[0]!);
  return fieldsOf(query ? [query] : []).flatMap((placed) => {
    const { type, field, coordinate } = placed;
    const found = whole.get(type.name.value)!;
    const reach = reachFrom(whole, [{ type: found, field: found.fields.get(field.name.value)! }]);
    const isAboutPeople = reach.has(PERSON) || reach.has(PERSON_ID) || givenTo(composed, placed).some(({ node }) => namedType(node.type) === PERSON_ID);
    const strangers = ownersOf(composed, placed).filter((owner) => !DOORS.includes(owner));
    return isAboutPeople ? strangers.map((owner) => breach(SUPERGRAPH, coordinate, `${owner} finds people here.`, `Only ${DOORS.join(' and ')} find people; add fields to Person instead.`)) : [];
  });
}
