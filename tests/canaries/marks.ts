import { Kind, parse, type ConstDirectiveNode, type ObjectTypeDefinitionNode, type TypeNode } from 'graphql';
import { sources } from '../harness/reachable.ts';

/** What the rooms' own schemas say of a field of a type: the categories of itself, of the type it stands on and of the type it gives. Read here anew, so that a fault of the house's reading shows. */
export interface Marks {
  /** Of "Person.skills". Empty when it tells nothing about a person. */
  of(type: string, field: string): readonly string[];
  /** What using an argument tells about beside. */
  ofArgument(type: string, field: string, argument: string): readonly string[];
}

/** Reads them. */
export function readMarks(): Marks {
  const fields = new Map<string, readonly string[]>(), args = new Map<string, readonly string[]>();
  for (const { sdl } of sources) {
    const types = parse(sdl).definitions.filter((node): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION);
    const onType = new Map(types.map(({ name, directives }) => [name.value, categoriesIn(directives)]));
    for (const { name: { value: type }, fields: own = [] } of types) {
      for (const field of own) {
        const at = `${type}.${field.name.value}`;
        fields.set(at, [...new Set([...categoriesIn(field.directives), ...onType.get(type)!, ...(onType.get(namedIn(field.type)) ?? [])])]);
        for (const argument of field.arguments ?? []) args.set(`${at}(${argument.name.value})`, categoriesIn(argument.directives));
      }
    }
  }
  return { of: (type, field) => fields.get(`${type}.${field}`) ?? [], ofArgument: (type, field, argument) => args.get(`${type}.${field}(${argument})`) ?? [] };
}

const categoriesIn = (directives: readonly ConstDirectiveNode[] = []): string[] =>
  directives.filter(({ name }) => name.value === 'personal').flatMap(({ arguments: given = [] }) => given.flatMap(({ value }) => (value.kind === Kind.STRING ? [value.value] : [])));

const namedIn = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedIn(type.type));
