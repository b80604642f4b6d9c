import { Kind, visit, type ASTNode, type ObjectTypeDefinitionNode, type TypeDefinitionNode } from 'graphql';
import { has, isTrue, applied, textsOf } from './directive.ts';
import { keyFields } from './fieldSet.ts';
import { PERSON, ROOTS } from './person.ts';
import { objectsOf, type Reading } from './reading.ts';
import { wholeOf, type Whole } from './whole.ts';

/** Which types of one subgraph each half needs. */
export interface Placement {
  readonly open: ReadonlySet<string>;
  readonly guarded: ReadonlySet<string>;
}

const namesIn = (node: ASTNode): string[] => {
  const names: string[] = [];
  visit(node, { NamedType: (type) => void names.push(type.name.value) });
  return names;
};

/** Everything that some definitions speak of, and what that speaks of. Person is arrived at and not gone through. */
function closure(reading: Reading, starts: readonly ASTNode[]): Set<string> {
  const needed = new Set<string>();
  const open = starts.flatMap(namesIn);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const type = reading.types.get(name);
    if (!type || needed.has(name)) continue;
    needed.add(name);
    if (name === PERSON) continue;
    open.push(...namesIn(type));
    if (type.kind === Kind.INTERFACE_TYPE_DEFINITION) open.push(...implementationsOf(reading, name));
  }
  return needed;
}

const implementationsOf = (reading: Reading, name: string): string[] =>
  objectsOf(reading).filter((type) => type.interfaces?.some((one) => one.name.value === name)).map((type) => type.name.value);

const isResolvable = (type: TypeDefinitionNode): boolean => applied(type, 'key').some((key) => !key.arguments?.some((argument) => argument.name.value === 'resolvable') || isTrue(key, 'resolvable'));

/** Does this subgraph tell more about the entity than its key? Only then is it a place to ask about it. */
function tellsMoreThanKey(whole: Whole, type: ObjectTypeDefinitionNode): boolean {
  const keys = keyFields(whole, type.name.value, textsOf(type, 'key', 'fields'));
  return isResolvable(type) && (type.fields ?? []).some((field) => !keys.has(field.name.value) && !has(field, 'external'));
}

/** The key fields and the others of Person in one subgraph. */
export function partsOfPerson(reading: Reading, type: ObjectTypeDefinitionNode) {
  const keys = keyFields(wholeOf([reading]), PERSON, textsOf(type, 'key', 'fields'));
  const fields = type.fields ?? [];
  return { key: fields.filter((field) => keys.has(field.name.value)), guarded: fields.filter((field) => !keys.has(field.name.value)) };
}

/**
 * Says which half needs which type. Open: what root fields and entities other than Person speak of. Guarded: what
 * Person's fields speak of, its key aside. A type that neither needs is in neither, as nobody can ask for it.
 */
export function placementOf(reading: Reading): Placement {
  const whole = wholeOf([reading]);
  const objects = objectsOf(reading);
  const person = objects.find((type) => type.name.value === PERSON);
  const doors = objects.filter((type) => ROOTS.includes(type.name.value) || (type.name.value !== PERSON && has(type, 'key') && tellsMoreThanKey(whole, type)));
  const guarded = person ? partsOfPerson(reading, person).guarded : [];
  const keep = (starts: readonly ASTNode[], names: readonly string[]) => new Set([...closure(reading, [...starts, ...reading.directives]), ...names]);
  return {
    open: doors.length > 0 ? keep(doors, doors.map((type) => type.name.value)) : new Set(),
    guarded: guarded.length > 0 ? keep(guarded, [PERSON]) : new Set(),
  };
}
