import { Kind, type InterfaceTypeDefinitionNode } from 'graphql';
import { has, isMapped } from '../directive.ts';
import type { Graph } from '../graph.ts';
import { PERSON } from '../person.ts';
import { interfacesOf, type Reading } from '../reading.ts';
import { breach, type Breach } from '../refusal.ts';
import { rule } from '../rule.ts';

function markedBreaches(reading: Reading, type: InterfaceTypeDefinitionNode): Breach[] {
  const places = [{ node: type, coordinate: type.name.value }, ...(type.fields ?? []).map((node) => ({ node, coordinate: `${type.name.value}.${node.name.value}` }))];
  return places
    .filter(({ node }) => isMapped(node))
    .map(({ coordinate }) => breach(reading.name, coordinate, 'A mark on an interface does not hold on the objects behind it.', 'Mark the field on each implementing object.'));
}

function overPersonalBreaches(graph: Graph, reading: Reading, type: InterfaceTypeDefinitionNode): Breach[] {
  const behind = [...(graph.whole.get(type.name.value)?.possible ?? [])].filter((name) => name === PERSON || graph.standing.personal.has(name));
  if (behind.length === 0) return [];
  return [breach(reading.name, type.name.value, `Behind this interface stand personal types (${behind.join(', ')}), and a question to the interface would pass by their marks.`, 'Use a union, or name the objects.')];
}

/**
 * Each object carries its own category; there is no interface over personal types, and no mark on an interface.
 * Twice already a gateway was found to check the one and to answer through the other.
 * @see CVE-2025-64173 and CVE-2025-64530
 */
export const objects = rule(
  'objects',
  'Each implementing object carries its own category; there is no interface over personal types.',
  (graph) => graph.readings.flatMap((reading) => [
    ...interfacesOf(reading).flatMap((type) => [...markedBreaches(reading, type), ...overPersonalBreaches(graph, reading, type)]),
    ...[...reading.types.values()].filter((type) => type.kind === Kind.UNION_TYPE_DEFINITION && (has(type, 'personal') || has(type, 'notPersonal')))
      .map((type) => breach(reading.name, type.name.value, 'A mark on a union does not hold on its members.', 'Mark each member.')),
  ]),
);
