import { NOTHING, maskOf, union, type Mask } from '@thegither/consent';
import { HouseError, categoryNamed } from '@thegither/vocabulary';
import {
  Kind, type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode, type InputValueDefinitionNode, type NamedTypeNode, type TypeNode,
} from 'graphql';

/** What the schema says of one field: which categories it needs, or that it tells nothing about a person, or nothing at all. */
export interface FieldMark {
  readonly said: 'personal' | 'notPersonal' | 'nothing';
  /** Its own categories, its object's and its return type's. */
  readonly needs: Mask;
  /** Argument -> the further categories that using it tells about. */
  readonly tellingArguments: ReadonlyMap<string, Mask>;
}

/** The marks of a schema: object type -> field -> mark. */
export type Marks = ReadonlyMap<string, ReadonlyMap<string, FieldMark>>;

/** As much of a definition as is read here. */
interface Definition {
  readonly directives: readonly ConstDirectiveNode[];
  readonly fields: readonly FieldDefinitionNode[];
  readonly inputs: readonly InputValueDefinitionNode[];
  readonly members: readonly NamedTypeNode[];
  readonly isObject: boolean;
}

/**
 * Reads the sharing marks out of a room's own schema: the one truth that its rules are derived from.
 * @throws HouseError CONFIGURATION for a category that is not in the register
 */
export function readMarks(typeDefs: DocumentNode): Marks {
  const definitions = collect(typeDefs);
  return new Map(
    [...definitions].filter(([, { isObject }]) => isObject).map(([name, definition]) => [
      name,
      new Map(definition.fields.map((field) => [field.name.value, markOf(field, definition, definitions)])),
    ]),
  );
}

function markOf(field: FieldDefinitionNode, enclosing: Definition, definitions: ReadonlyMap<string, Definition>): FieldMark {
  const own = field.directives ?? [];
  const mapped = (field.arguments ?? []).every((argument) => saidBy(argument.directives ?? []) !== 'nothing');
  const said = saidBy(own) === 'nothing' ? saidBy(enclosing.directives) : saidBy(own);
  return {
    // an argument that nobody thought about may tell anything
    said: mapped ? said : 'nothing',
    needs: [categoriesIn(own), categoriesIn(enclosing.directives), categoriesOfType(nameOf(field.type), definitions)].reduce(union),
    tellingArguments: new Map((field.arguments ?? []).map((argument) => [argument.name.value, categoriesOfInput(argument, definitions, new Set())])),
  };
}

/** A returned object's categories; of a union or interface, those of everything that it may be. */
function categoriesOfType(name: string, definitions: ReadonlyMap<string, Definition>): Mask {
  const definition = definitions.get(name);
  if (!definition) return NOTHING;
  const members = definition.members.map((member) => categoriesIn(definitions.get(member.name.value)?.directives ?? []));
  return [categoriesIn(definition.directives), ...members].reduce(union);
}

function categoriesOfInput(input: InputValueDefinitionNode, definitions: ReadonlyMap<string, Definition>, seen: Set<string>): Mask {
  const own = categoriesIn(input.directives ?? []);
  const type = nameOf(input.type);
  if (seen.has(type)) return own;
  seen.add(type);
  return (definitions.get(type)?.inputs ?? []).reduce((all, inner) => union(all, categoriesOfInput(inner, definitions, seen)), own);
}

function saidBy(directives: readonly ConstDirectiveNode[]): FieldMark['said'] {
  if (directives.some(({ name }) => name.value === 'personal')) return 'personal';
  return directives.some(({ name }) => name.value === 'notPersonal') ? 'notPersonal' : 'nothing';
}

function categoriesIn(directives: readonly ConstDirectiveNode[]): Mask {
  return directives.filter(({ name }) => name.value === 'personal').reduce((all, directive) => union(all, categoryOf(directive)), NOTHING);
}

function categoryOf(directive: ConstDirectiveNode): Mask {
  const value = directive.arguments?.find(({ name }) => name.value === 'category')?.value;
  const category = value?.kind === Kind.STRING ? value.value : '';
  if (!categoryNamed(category)) throw new HouseError('CONFIGURATION', `@personal names a category that is not in the register: "${category}"`);
  return maskOf(category);
}

const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));

/** Types and their extensions, together. */
function collect(typeDefs: DocumentNode): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>();
  const add = (name: string, part: Partial<Definition>): void => {
    const had = definitions.get(name) ?? { directives: [], fields: [], inputs: [], members: [], isObject: false };
    definitions.set(name, {
      directives: [...had.directives, ...(part.directives ?? [])],
      fields: [...had.fields, ...(part.fields ?? [])],
      inputs: [...had.inputs, ...(part.inputs ?? [])],
      members: [...had.members, ...(part.members ?? [])],
      isObject: had.isObject || part.isObject === true,
    });
  };
  for (const node of typeDefs.definitions) {
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
        add(node.name.value, { directives: node.directives, fields: node.fields, isObject: true });
        for (const implemented of node.interfaces ?? []) add(implemented.name.value, { members: [{ kind: Kind.NAMED_TYPE, name: node.name }] });
        break;
      case Kind.UNION_TYPE_DEFINITION:
      case Kind.UNION_TYPE_EXTENSION:
        add(node.name.value, { members: node.types });
        break;
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_EXTENSION:
        add(node.name.value, { inputs: node.fields });
        break;
      default:
    }
  }
  return definitions;
}
