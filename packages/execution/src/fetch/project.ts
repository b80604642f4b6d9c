import { HouseError } from '@thegither/vocabulary';
import {
  type GraphQLAbstractType, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema, type SelectionSetNode, isLeafType, isListType,
  isNonNullType, isObjectType,
} from 'graphql';
import { PERSON, PERSON_KEY } from '../people/person.ts';
import { merge } from '../tree/merge.ts';
import { PersonObject, TreeObject } from '../tree/treeObject.ts';
import { type Collected, collectFields, setsBelow } from './collectFields.ts';
import { projectLeaf, projectPersonId } from './projectLeaf.ts';
import { treeKey } from './keysApart.ts';
import { type Reading, fault, isObject } from './reading.ts';

/**
 * Copies what was asked, and nothing else, out of a subgraph's answer into the tree. What does not have the shape that
 * was asked becomes null, and a fault is noted. Never called with null.
 */
export type Project = (raw: unknown, reading: Reading, depth: number) => unknown;

/** One asked field of an object type, ready to be projected. */
export interface ProjectedField {
  /** Its key in the answer. */
  readonly answered: string;
  /** Its key in the tree. */
  readonly key: string;
  /** Another field before it has the same key in the tree: what both brought is joined. */
  readonly joins: boolean;
  /** The subgraph's schema promises that it is never null. */
  readonly promised: boolean;
  readonly project: Project;
}

/** Compiles the projection of a value of that type. */
export function projectType(schema: GraphQLSchema, type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Project {
  if (isNonNullType(type)) return projectType(schema, type.ofType, sets);
  if (isListType(type)) return projectList(projectType(schema, type.ofType, sets), isNonNullType(type.ofType));
  if (isLeafType(type)) return projectLeaf(type);
  return isObjectType(type) ? projectObject(schema, type, sets) : projectAbstract(schema, type, sets);
}

function projectList(item: Project, promised: boolean): Project {
  return (raw, reading, depth) => {
    if (!Array.isArray(raw)) return fault(reading, depth);
    const list: unknown[] = [];
    for (let i = 0; i < raw.length; i++) {
      reading.at[depth] = i;
      const value: unknown = raw[i];
      const taken = value !== null ? item(value, reading, depth + 1) : promised ? fault(reading, depth + 1) : null;
      if (promised && taken === null) return null;
      list.push(taken);
    }
    return list;
  };
}

/** The asked fields of an object type, `__typename` aside: the type is known without it. */
export function projectedFields(schema: GraphQLSchema, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): ProjectedField[] {
  const keys = new Set<string>();
  return collectFields(schema, type, sets).filter(({ nodes }) => nodes[0]!.name.value !== '__typename').map((collected) => {
    const key = treeKey(collected.nodes[0]!);
    const joins = keys.has(key);
    keys.add(key);
    return { answered: collected.key, key, joins, ...projectField(schema, type, collected) };
  });
}

function projectField(schema: GraphQLSchema, type: GraphQLObjectType, collected: Collected): Pick<ProjectedField, 'promised' | 'project'> {
  const name = collected.nodes[0]!.name.value;
  if (type.name === PERSON && name === PERSON_KEY) return { promised: true, project: projectPersonId };
  const field = type.getFields()[name];
  if (!field) throw new HouseError('CONFIGURATION', `The plan asks a graph for a field that it does not have: ${type.name}.${name}.`);
  return { promised: isNonNullType(field.type), project: projectType(schema, field.type, setsBelow(collected)) };
}

/**
 * Copies the asked fields of one answered object into `out`. A field that is missing altogether is a fault, and so is
 * null where the subgraph's schema promises a value. Says whether every promise was kept: if not, the whole object is
 * null, here already, so that what is missing is not taken for "there is nothing".
 */
export function copyFields(fields: readonly ProjectedField[], raw: Readonly<Record<string, unknown>>, out: TreeObject, reading: Reading, depth: number): boolean {
  let kept = true;
  for (const { answered, key, joins, promised, project } of fields) {
    reading.at[depth] = key;
    const value = raw[answered];
    const taken = value !== undefined && value !== null ? project(value, reading, depth + 1) : promised || value === undefined ? fault(reading, depth + 1) : null;
    if (promised && taken === null) kept = false;
    if (joins) join(out, key, taken);
    else out[key] = taken;
  }
  return kept;
}

function join(out: TreeObject, key: string, taken: unknown): void {
  const part = new TreeObject();
  part[key] = taken;
  merge(out, part);
}

function projectObject(schema: GraphQLSchema, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Project {
  const fields = projectedFields(schema, type, sets);
  const typenameKeys = collectFields(schema, type, sets).filter(({ nodes }) => nodes[0]!.name.value === '__typename').map(({ key }) => key);
  const isPerson = type.name === PERSON;
  const project: Project = (raw, reading, depth) => {
    if (!isObject(raw) || typenameKeys.some((key) => raw[key] !== type.name)) return fault(reading, depth);
    const out = isPerson ? new PersonObject() : new TreeObject();
    out.__typename = type.name;
    if (!copyFields(fields, raw, out, reading, depth)) return null;
    if (out instanceof PersonObject) reading.met(out, raw, project);
    return out;
  };
  return project;
}

function projectAbstract(schema: GraphQLSchema, type: GraphQLAbstractType, sets: readonly SelectionSetNode[]): Project {
  const byName = new Map(schema.getPossibleTypes(type).map((possible) => [possible.name, projectObject(schema, possible, sets)]));
  return (raw, reading, depth) => {
    const project = isObject(raw) && typeof raw.__typename === 'string' ? byName.get(raw.__typename) : undefined;
    return project ? project(raw, reading, depth) : fault(reading, depth);
  };
}
