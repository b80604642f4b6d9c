import {
  type GraphQLCompositeType, type GraphQLField, getNamedType, isAbstractType, isCompositeType, isInterfaceType, isObjectType, isUnionType,
} from 'graphql';
import { argumentOf } from './inputs.ts';
import { type Making, newName } from './making.ts';

/** A selection set on that type: aliases, fragments, arguments, skip and include, at random. */
export function selectionsOf(making: Making, type: GraphQLCompositeType, depth: number): string {
  const { random } = making;
  const selections = isUnionType(type) ? [] : fieldsOf(making, type, depth);
  if (isLast(making, depth - 1)) {
    // Nothing goes deeper than one fragment into what is last.
  } else if (isAbstractType(type)) {
    for (const inside of typesInside(making, type)) if (random.chance(isAbstractType(inside) ? 0.2 : 0.6)) selections.push(fragmentOf(making, inside, depth));
  } else if (random.chance(0.25)) {
    const above = random.chance(0.3) ? anyAbove(making, type) : type;
    selections.push(fragmentOf(making, above, depth));
    // Inside it the stock gateway forgets what type it is at, unless it was told.
    if (above !== type) selections.push('__typename');
  }
  // The stock gateway answers null, not {}, for an object of which every field was left out: one always stays.
  if (making.apart && isAbstractType(type)) selections.push('__typename');
  else if (!selections.some((selection) => !selection.includes('@')) || random.chance(0.15)) selections.push(random.chance(0.5) ? '__typename' : `${newName(making, 'type')}: __typename`);
  return `{ ${selections.join(' ')} }`;
}

/** The types on which a fragment below an abstract type may be. */
function typesInside({ schema }: Making, type: GraphQLCompositeType): GraphQLCompositeType[] {
  if (!isAbstractType(type)) return [type];
  const possible = schema.getPossibleTypes(type);
  const interfaces = new Set<GraphQLCompositeType>(possible.flatMap((each) => each.getInterfaces()));
  return [...possible, ...interfaces, ...(isUnionType(type) ? [type] : [])];
}

function anyAbove({ schema, random }: Making, type: GraphQLCompositeType): GraphQLCompositeType {
  const above = Object.values(schema.getTypeMap()).filter((each) => isAbstractType(each) && schema.isSubType(each, type as never));
  return (above.length ? random.pick(above) : type) as GraphQLCompositeType;
}

const isLast = ({ deepest, left }: Making, depth: number): boolean => depth >= deepest || left <= 0;

function fieldsOf(making: Making, type: GraphQLCompositeType, depth: number): string[] {
  const { random } = making;
  const last = isLast(making, depth);
  const fields = isUnionType(type) ? [] : Object.values(type.getFields()).filter((field) => !last || !isCompositeType(getNamedType(field.type)));
  const wanted = Math.max(1, Math.min(Math.round(fields.length * 0.55), making.left));
  making.left -= wanted;
  return Array.from({ length: wanted }, () => (fields.length ? fieldOf(making, random.pick(fields), type, depth) : '__typename'));
}

function fieldOf(making: Making, field: GraphQLField<unknown, unknown>, parent: GraphQLCompositeType, depth: number): string {
  const { random } = making;
  const args = field.args.flatMap((argument) => argumentOf(making, argument));
  // A key of its own for whatever could be asked in two ways: what merges is then what may be merged.
  const type = getNamedType(field.type);
  const alone = args.length > 0 || (isCompositeType(type) && !making.repeats) || (making.apart && isObjectType(parent));
  const key = alone || random.chance(0.2) ? `${newName(making, field.name)}: ${field.name}` : field.name;
  const below = isCompositeType(type) ? ` ${selectionsOf(making, type, depth + 1)}` : '';
  return `${key}${args.length ? `(${args.join(', ')})` : ''}${conditionOf(making)}${below}`;
}

function fragmentOf(making: Making, type: GraphQLCompositeType, depth: number): string {
  const { random } = making;
  const known = making.repeats ? making.fragments.filter(({ on }) => on === type) : [];
  if (known.length && random.chance(0.3)) return `...${random.pick(known).name}${conditionOf(making)}`;
  const before = { fragments: making.fragments.length, definitions: making.definitions.length };
  const inside = selectionsOf(making, type, depth + 1);
  const isBound = making.definitions.length > before.definitions;
  if (random.chance(0.55)) return random.chance(0.1) && !isInterfaceType(type) ? `... on ${type.name} { ...${conditionOf(making)} ${inside} }` : `... on ${type.name}${conditionOf(making)} ${inside}`;
  const name = newName(making, 'Fragment');
  const within = making.fragments.filter((each, i) => i >= before.fragments || inside.includes(`...${each.name} `));
  making.texts.push(`fragment ${name} on ${type.name} ${inside}`);
  making.fragments.push({
    name, on: type, depth: 1 + Math.max(0, ...within.map((each) => each.depth)),
    isBound: isBound || within.some((each) => each.isBound),
  });
  return `...${name}${conditionOf(making)}`;
}

function conditionOf(making: Making): string {
  const { random } = making;
  if (!random.chance(0.12)) return '';
  const directive = random.chance(0.5) ? 'skip' : 'include';
  const value = random.chance(directive === 'include' ? 0.7 : 0.3);
  if (value === (directive === 'skip')) making.isCut = true;
  if (random.chance(0.3)) return ` @${directive}(if: ${value})`;
  const variable = newName(making, 'when');
  making.truths[variable] = value;
  if (random.chance(0.3)) making.definitions.push(`$${variable}: Boolean! = ${value}`);
  else {
    making.definitions.push(`$${variable}: Boolean!`);
    making.variables[variable] = value;
  }
  return ` @${directive}(if: $${variable})`;
}
