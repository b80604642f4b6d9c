import { type GraphQLLeafType, isEnumType } from 'graphql';
import { isPersonId } from '../people/person.ts';
import type { Project } from './project.ts';
import { fault } from './reading.ts';

const DAY = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const isDay = new RegExp(`^${DAY}$`);
const isMoment = new RegExp(String.raw`^${DAY}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$`);

/** What a leaf may be. The house's own scalars are known as well as GraphQL's: else a day could carry anything that a subgraph volunteers. */
const KNOWN: Readonly<Record<string, (value: unknown) => boolean>> = {
  ID: (value) => typeof value === 'string' || Number.isInteger(value),
  String: (value) => typeof value === 'string',
  Int: Number.isInteger,
  Float: Number.isFinite,
  Boolean: (value) => typeof value === 'boolean',
  Date: (value) => typeof value === 'string' && isDay.test(value),
  DateTime: (value) => typeof value === 'string' && isMoment.test(value),
};

/** Takes a leaf as it is when it is of its type; any other custom scalar is its owner's own. A person's id becomes the spine's. */
export function projectLeaf(type: GraphQLLeafType): Project {
  if (isPersonId(type)) return projectPersonId;
  if (isEnumType(type)) {
    const names = new Set(type.getValues().map((value) => value.name));
    return (raw, reading, depth) => (typeof raw === 'string' && names.has(raw) ? raw : fault(reading, depth));
  }
  const fits = Object.hasOwn(KNOWN, type.name) ? KNOWN[type.name] : undefined;
  return fits ? (raw, reading, depth) => (fits(raw) ? raw : fault(reading, depth)) : (raw) => raw;
}

/** Takes a person's id out of the subgraph's audience. */
export const projectPersonId: Project = (raw, reading, depth) => reading.open(raw) ?? fault(reading, depth);
