import { Kind, visit, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { textOf } from './directive.ts';
import type { Half } from './split.ts';

const resolves = (document: DocumentNode, type: string, field: string): boolean =>
  document.definitions.some((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === type && node.fields?.some((one) => one.name.value === field));

/** Of the halves of the subgraph that an author named, the one in which the field now stands. */
function halfWith(halves: readonly Half[], subgraph: string, type: string, field: string): string {
  const found = halves.filter((half) => half.subgraph === subgraph && resolves(half.document, type, field));
  return (found.find((half) => !half.guarded) ?? found[0])?.name ?? subgraph;
}

/** `@override(from: "justice")` was written before the split: points it at the half of justice that has the field. */
export function retarget(halves: readonly Half[]): Half[] {
  const to = (directive: ConstDirectiveNode, type: string, field: string): ConstDirectiveNode => {
    const from = textOf(directive, 'from');
    if (directive.name.value !== 'override' || from === undefined) return directive;
    const value = { kind: Kind.STRING, value: halfWith(halves, from, type, field) } as const;
    return { ...directive, arguments: directive.arguments?.map((argument) => (argument.name.value === 'from' ? { ...argument, value } : argument)) };
  };
  const retargeted = (document: DocumentNode): DocumentNode =>
    visit(document, {
      ObjectTypeDefinition: (type) => ({ ...type, fields: type.fields?.map((field) => ({ ...field, directives: field.directives?.map((directive) => to(directive, type.name.value, field.name.value)) })) }),
    });
  return halves.map((half) => ({ ...half, document: retargeted(half.document) }));
}
