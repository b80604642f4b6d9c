import { isPersonalField } from '../categories.ts';
import { textsOf } from '../directive.ts';
import { touchedBy, type Touched } from '../fieldSet.ts';
import type { Graph } from '../graph.ts';
import { PERSON } from '../person.ts';
import { everyField, interfacesOf, namedType, objectsOf, type OutputType, type Placed, type Reading } from '../reading.ts';
import { breach, type Breach } from '../refusal.ts';
import { rule } from '../rule.ts';

/** One field set that a schema asks for, and the type that it begins at. */
interface Pull {
  readonly coordinate: string;
  readonly how: string;
  readonly from: string;
  readonly fieldSet: string;
}

const pullsOfType = (type: OutputType): Pull[] =>
  textsOf(type, 'key', 'fields').map((fieldSet) => ({ coordinate: type.name.value, how: '@key', from: type.name.value, fieldSet }));

const pullsOfField = ({ type, field, coordinate }: Placed): Pull[] => [
  ...textsOf(field, 'requires', 'fields').map((fieldSet) => ({ coordinate, how: '@requires', from: type.name.value, fieldSet })),
  ...textsOf(field, 'provides', 'fields').map((fieldSet) => ({ coordinate, how: '@provides', from: namedType(field.type), fieldSet })),
];

/** `"$person { justice { status } }"`: the selection begins at every type that sets this context. */
function pullsOfContext(reading: Reading, { field, coordinate }: Placed): Pull[] {
  return (field.arguments ?? []).flatMap((argument) => textsOf(argument, 'fromContext', 'field').flatMap((text) => {
    const [, context, fieldSet] = /^\s*\$(\w+)([\s\S]*)$/.exec(text) ?? [];
    const setters = objectsOf(reading).filter((type) => textsOf(type, 'context', 'name').includes(context ?? ''));
    return setters.map((type) => ({ coordinate: `${coordinate}(${argument.name.value}:)`, how: '@fromContext', from: type.name.value, fieldSet: fieldSet ?? '' }));
  }));
}

function isTelling({ whole, standing }: Graph, pull: Pull, { type, field }: Touched): boolean {
  if (isPersonalField(whole, type, field) || standing.personal.has(type)) return true;
  // Somebody else's id inside a representation, a context or a requirement travels unasked as well.
  return type === PERSON && pull.from !== PERSON;
}

function breachesOf(graph: Graph, reading: Reading, pull: Pull): Breach[] {
  const at = (why: string) => [breach(reading.name, pull.coordinate, why, `Take it out of ${pull.how}; what a person shares is asked for at their own entity.`)];
  const touched = touchedBy(graph.whole, pull.from, pull.fieldSet);
  if (!touched) return at(`${pull.how}(${pull.fieldSet}) cannot be read.`);
  const telling = touched.filter((one) => isTelling(graph, pull, one));
  return telling.length > 0 ? at(`${pull.how} brings ${telling.map((one) => `${one.type}.${one.field}`).join(', ')} into another subgraph, although nobody asked for it.`) : [];
}

/**
 * No `@requires`, `@provides`, `@key` or `@fromContext` brings a personal field into another subgraph: the value would
 * travel although nobody asked and nobody agreed. A chain is caught at its first link, as each link is looked at.
 */
export const pulling = rule(
  'pulling',
  'No @requires, @provides, @key or @fromContext brings a personal field into another subgraph, also through chains.',
  (graph) => graph.readings.flatMap((reading) => {
    const fields = everyField(reading);
    const types = [...objectsOf(reading), ...interfacesOf(reading)];
    const pulls = [...types.flatMap(pullsOfType), ...fields.flatMap(pullsOfField), ...fields.flatMap((placed) => pullsOfContext(reading, placed))];
    return pulls.flatMap((pull) => breachesOf(graph, reading, pull));
  }),
);
