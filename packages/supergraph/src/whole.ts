import { Kind, type TypeDefinitionNode } from 'graphql';
import { categoriesOn, has, isNotPersonal } from './directive.ts';
import { namedType, type Reading } from './reading.ts';

/** One field as all schemas together have it. */
export interface WholeField {
  readonly name: string;
  /** Categories named on any copy of it. */
  readonly own: ReadonlySet<string>;
  /** What it returns, by name; more than one where copies differ. */
  readonly returns: ReadonlySet<string>;
  /** Argument -> the categories named on any copy of it. */
  readonly arguments: ReadonlyMap<string, { readonly own: ReadonlySet<string>; readonly takes: ReadonlySet<string> }>;
}

/** One type as all schemas together have it. */
export interface WholeType {
  readonly name: string;
  readonly kind: TypeDefinitionNode['kind'];
  /** Categories named on the type itself, in any schema. */
  readonly own: ReadonlySet<string>;
  readonly fields: ReadonlyMap<string, WholeField>;
  /** The objects that it may turn out to be: itself, the members of a union, the implementations of an interface. */
  readonly possible: ReadonlySet<string>;
  readonly isEntity: boolean;
  /** Does every schema that has it say that nothing in it is personal? */
  readonly isOpen: boolean;
}

/** Every schema laid over each other: a category named anywhere holds everywhere, so that a copy without its mark opens nothing. */
export type Whole = ReadonlyMap<string, WholeType>;

interface Drawn {
  own: Set<string>;
  returns: Set<string>;
  arguments: Map<string, { own: Set<string>; takes: Set<string> }>;
}

const entryOf = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
};

function drawFields(copies: readonly TypeDefinitionNode[]): Map<string, WholeField> {
  const fields = new Map<string, Drawn>();
  for (const copy of copies) {
    if (!('fields' in copy)) continue;
    for (const field of copy.fields ?? []) {
      const drawn = entryOf(fields, field.name.value, () => ({ own: new Set<string>(), returns: new Set<string>(), arguments: new Map() }));
      for (const category of categoriesOn(field)) drawn.own.add(category);
      drawn.returns.add(namedType(field.type));
      for (const argument of 'arguments' in field ? (field.arguments ?? []) : []) {
        const one = entryOf(drawn.arguments, argument.name.value, () => ({ own: new Set<string>(), takes: new Set<string>() }));
        for (const category of categoriesOn(argument)) one.own.add(category);
        one.takes.add(namedType(argument.type));
      }
    }
  }
  return new Map([...fields].map(([name, drawn]) => [name, { name, ...drawn }]));
}

const saysOpen = (copy: TypeDefinitionNode): boolean =>
  isNotPersonal(copy) || (copy.kind === Kind.OBJECT_TYPE_DEFINITION && copy.fields !== undefined && copy.fields.every(isNotPersonal));

/** An object of that name may be there beside an interface: that is what `@interfaceObject` makes. */
function possibleOf(name: string, copies: readonly TypeDefinitionNode[], all: readonly TypeDefinitionNode[]): Set<string> {
  const itself = copies.some((copy) => copy.kind === Kind.OBJECT_TYPE_DEFINITION) ? [name] : [];
  const members = copies.flatMap((copy) => (copy.kind === Kind.UNION_TYPE_DEFINITION ? (copy.types ?? []) : [])).map((type) => type.name.value);
  const implementations = all.filter((type) => type.kind === Kind.OBJECT_TYPE_DEFINITION && type.interfaces?.some((one) => one.name.value === name)).map((type) => type.name.value);
  return new Set([...itself, ...members, ...implementations]);
}

/** Lays schemas over each other. */
export function wholeOf(readings: readonly Reading[]): Whole {
  const all = readings.flatMap((reading) => [...reading.types.values()]);
  const copiesOf = new Map<string, TypeDefinitionNode[]>();
  for (const type of all) entryOf(copiesOf, type.name.value, () => []).push(type);
  return new Map([...copiesOf].map(([name, copies]) => {
    const fields = drawFields(copies);
    const own = new Set(copies.flatMap((copy) => categoriesOn(copy)));
    const isOpen = own.size === 0 && copies.every(saysOpen) && [...fields.values()].every((field) => field.own.size === 0);
    return [name, { name, kind: copies[0]!.kind, own, fields, possible: possibleOf(name, copies, all), isEntity: copies.some((copy) => has(copy, 'key')), isOpen }];
  }));
}
