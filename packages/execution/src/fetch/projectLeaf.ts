import { type GraphQLLeafType, isEnumType } from 'graphql';
import { isPersonId } from '../people/person.ts';
import type { Project } from './project.ts';
import { fault } from './reading.ts';

const BUILT_IN: Readonly<Record<string, (value: unknown) => boolean>> = {
  ID: (value) => typeof value === 'string' || Number.isInteger(value),
  String: (value) => typeof value === 'string',
  Int: Number.isInteger,
  Float: Number.isFinite,
  Boolean: (value) => typeof value === 'boolean',
};

/** Takes a leaf as it is when it is of its type; a custom scalar is its owner's own. A person's id becomes the spine's. */
export function projectLeaf(type: GraphQLLeafType): Project {
  if (isPersonId(type)) return projectPersonId;
  if (isEnumType(type)) {
    const names = new Set(type.getValues().map((value) => value.name));
    return (raw, reading, depth) => (typeof raw === 'string' && names.has(raw) ? raw : fault(reading, depth));
  }
  const fits = BUILT_IN[type.name];
  return fits ? (raw, reading, depth) => (fits(raw) ? raw : fault(reading, depth)) : (raw) => raw;
}

/** Takes a person's id out of the subgraph's audience. */
export const projectPersonId: Project = (raw, reading, depth) => reading.open(raw) ?? fault(reading, depth);
