import { visit } from 'graphql';
import { SHARING_SPEC } from '@thegither/vocabulary';
import { categoriesOn, isMapped, textsOf } from '../directive.ts';
import { categoriesNeeded } from '../categories.ts';
import type { Graph } from '../graph.ts';
import { FEDERATION_SPEC, linksOf, type Link } from '../link.ts';
import { everyMarkable } from '../markable.ts';
import { PERSON, SUPERGRAPH } from '../person.ts';
import type { Reading } from '../reading.ts';
import { breach, type Breach } from '../refusal.ts';
import { rule } from '../rule.ts';
import { SHARING_DEFINITIONS, definitionText } from '../sharingDefinitions.ts';
import { wholeOf, type Whole } from '../whole.ts';

const SHARING_HOST = SHARING_SPEC.slice(0, SHARING_SPEC.lastIndexOf('/'));
const NAMES = SHARING_DEFINITIONS.map((node) => node.name.value);

function renamed(link: Link): string[] {
  return [...(link.as === undefined ? [] : [`as: "${link.as}"`]), ...link.imports.filter((one) => one.name !== one.as).map((one) => `${one.name} as ${one.as}`)];
}

function linkBreaches(reading: Reading): Breach[] {
  const at = (why: string, mend: string) => breach(reading.name, 'schema', why, mend);
  const links = linksOf(reading.schemaDirectives);
  const federation = links.filter((link) => /^v2\.\d+$/.test(link.url.slice(FEDERATION_SPEC.length)) && link.url.startsWith(FEDERATION_SPEC));
  return [
    ...links.flatMap((link) => renamed(link).map((name) => at(`A directive is renamed (${name}), so that nobody who looks for its name finds it.`, 'Import it under its own name and take `as` away.'))),
    ...(federation.length === 1 ? [] : [at('It does not link to federation 2 exactly once.', `Add one @link(url: "${FEDERATION_SPEC}v2.9").`)]),
  ];
}

/** The directives that are used, by name. */
function usedIn(reading: Reading): string[] {
  const used = new Set<string>();
  for (const type of reading.types.values()) visit(type, { Directive: (directive) => void used.add(directive.name.value) });
  return [...used];
}

/** `@federation__key` and `@sharing__personal` are the same directives under another name. */
const prefixedBreaches = (reading: Reading): Breach[] =>
  usedIn(reading).filter((name) => name.includes('__')).map((name) => breach(reading.name, `@${name}`, 'A directive is used under the prefix of its specification.', `Import it and write @${name.slice(name.indexOf('__') + 2)}.`));

// A gateway refuses the whole supergraph for one of these, and so all other schemas with it.
const CARRIED_OUT_BY_NOBODY: ReadonlySet<string> = new Set(['authenticated', 'requiresScopes', 'policy', 'context', 'fromContext']);

const idleBreaches = (reading: Reading): Breach[] =>
  usedIn(reading).filter((name) => CARRIED_OUT_BY_NOBODY.has(name)).map((name) => breach(reading.name, `@${name}`, 'It promises what no gateway of this house carries out.', 'Take it away: who may read a field is said by @personal, and what it is given by its own arguments.'));

/** A schema that has Person or speaks of what is personal declares both directives, as they are defined, and has them composed. */
function sharingBreaches(reading: Reading): Breach[] {
  const marks = everyMarkable(reading).some(({ node }) => isMapped(node));
  if (!marks && !reading.types.has(PERSON)) return [];
  const links = linksOf(reading.schemaDirectives).filter((link) => link.url.startsWith(SHARING_HOST));
  const composed = reading.schemaDirectives.filter((one) => one.name.value === 'composeDirective').flatMap((one) => textsOf({ directives: [one] }, 'composeDirective', 'name'));
  const at = (name: string, why: string, mend: string) => breach(reading.name, `@${name}`, why, mend);
  const whole = links.length === 1 && links[0]!.url === SHARING_SPEC ? [] : [breach(reading.name, 'schema', 'It does not link to the sharing directives exactly once, in the version that is checked.', `Add one @link(url: "${SHARING_SPEC}", import: ["@personal", "@notPersonal"]).`)];
  return [...whole, ...NAMES.flatMap((name) => {
    const expected = SHARING_DEFINITIONS.find((node) => node.name.value === name)!;
    const found = reading.directives.filter((node) => node.name.value === name);
    return [
      ...(links.some((link) => link.imports.some((one) => one.as === `@${name}`)) ? [] : [at(name, 'It is not imported under its own name.', `Import "@${name}" from ${SHARING_SPEC}.`)]),
      ...(composed.includes(`@${name}`) ? [] : [at(name, 'It is not composed: it would be lost without an error or a hint.', `Add @composeDirective(name: "@${name}") to the schema.`)]),
      ...(found.length === 1 && definitionText(found[0]!) === definitionText(expected) ? [] : [at(name, 'It is not defined as the sharing specification defines it.', `Write: ${definitionText(expected)}`)]),
    ];
  })];
}

const mentions = (message: string): boolean => NAMES.some((name) => message.includes(`@${name}`));

const hintBreaches = ({ hints }: Graph): Breach[] =>
  hints.filter((hint) => mentions(hint.message)).map((hint) => breach(SUPERGRAPH, hint.code, `Composition settled a difference by itself: ${hint.message}`, 'Say the same, word for word, in every subgraph.'));

/** Compares what the owners wrote with what arrived, place by place. */
function lostBreaches({ subgraphs, supergraph }: Graph): Breach[] {
  if (!supergraph) return [];
  const written = new Map<string, Set<string>>();
  for (const { node, coordinate } of subgraphs.flatMap((reading) => everyMarkable(reading))) {
    written.set(coordinate, new Set([...(written.get(coordinate) ?? []), ...categoriesOn(node), ...textsOf(node, 'notPersonal', 'because').map(() => '')]));
  }
  return everyMarkable(supergraph).flatMap(({ node, coordinate }) => {
    const arrived = new Set([...categoriesOn(node), ...textsOf(node, 'notPersonal', 'because').map(() => '')]);
    const lost = [...(written.get(coordinate) ?? [])].filter((mark) => !arrived.has(mark));
    return lost.length > 0 ? [breach(SUPERGRAPH, coordinate, 'A mark of a subgraph did not arrive in the supergraph.', 'Have the directives composed, and mark every copy alike.')] : [];
  });
}

const needText = (whole: Whole, type: string, field: string): string => [...categoriesNeeded(whole, type, field)].toSorted().join(', ');

/** The same comparison by what each field needs in the end: objects, unions and interfaces included. */
function needBreaches({ subgraphs, supergraph }: Graph): Breach[] {
  if (!supergraph || subgraphs.length === 0) return [];
  const written = wholeOf(subgraphs);
  const arrived = wholeOf([supergraph]);
  return [...arrived.values()].flatMap((type) => [...type.fields.keys()]
    .filter((field) => needText(written, type.name, field) !== needText(arrived, type.name, field))
    .map((field) => breach(SUPERGRAPH, `${type.name}.${field}`, 'It needs other categories in the supergraph than its owners wrote.', 'Mark every copy alike.')));
}

/**
 * The two directives arrive in the supergraph as they were written. One that was renamed by `@link(as:)`, is not
 * composed (lost with no error and no hint) or was merged with a hint is refused: a category that is lost on the way is
 * a field that is open. A directive of federation that promises more than the gateway keeps is refused for the same reason.
 */
export const carried = rule(
  'carried',
  'A sharing directive is never renamed, left uncomposed, or merged with a hint; no directive is used that nobody carries out.',
  (graph) => [...graph.subgraphs.flatMap((reading) => [...linkBreaches(reading), ...prefixedBreaches(reading), ...idleBreaches(reading), ...sharingBreaches(reading)]), ...hintBreaches(graph), ...lostBreaches(graph), ...needBreaches(graph)],
);
