import { Kind, type ConstDirectiveNode, type ConstValueNode } from 'graphql';
import { textOf, valueOf } from './directive.ts';

/** One `@link` of a schema, read. */
export interface Link {
  readonly url: string;
  /** Renames the whole specification; undefined when it keeps its name. */
  readonly as: string | undefined;
  /** Each import with the name that it was given. */
  readonly imports: readonly { readonly name: string; readonly as: string }[];
}

/** Where federation's own directives are specified. */
export const FEDERATION_SPEC = 'https://specs.apollo.dev/federation/';

function importOf(value: ConstValueNode): { name: string; as: string }[] {
  if (value.kind === Kind.STRING) return [{ name: value.value, as: value.value }];
  if (value.kind !== Kind.OBJECT) return [];
  const part = (name: string): string | undefined => {
    const found = value.fields.find((field) => field.name.value === name)?.value;
    return found?.kind === Kind.STRING ? found.value : undefined;
  };
  const name = part('name');
  return name === undefined ? [] : [{ name, as: part('as') ?? name }];
}

/** The links of a schema, in order. */
export const linksOf = (directives: readonly ConstDirectiveNode[]): Link[] =>
  directives.filter((directive) => directive.name.value === 'link').map((directive) => {
    const imports = valueOf(directive, 'import');
    return { url: textOf(directive, 'url') ?? '', as: textOf(directive, 'as'), imports: imports?.kind === Kind.LIST ? imports.values.flatMap(importOf) : [] };
  });

/** The same `@link` with one more name imported; other directives, and links that have it, as they are. */
export function importing(directive: ConstDirectiveNode, spec: string, name: string): ConstDirectiveNode {
  if (directive.name.value !== 'link' || !textOf(directive, 'url')?.startsWith(spec)) return directive;
  const imports = valueOf(directive, 'import');
  const values = imports?.kind === Kind.LIST ? imports.values : [];
  if (values.some((value) => value.kind === Kind.STRING && value.value === name)) return directive;
  const value: ConstValueNode = { kind: Kind.LIST, values: [...values, { kind: Kind.STRING, value: name }] };
  const others = directive.arguments?.filter((argument) => argument.name.value !== 'import') ?? [];
  return { ...directive, arguments: [...others, { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'import' }, value }] };
}
