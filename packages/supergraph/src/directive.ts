import { Kind, type ConstDirectiveNode, type ConstValueNode } from 'graphql';

interface Marked {
  readonly directives?: readonly ConstDirectiveNode[];
}

/** The applications of one directive to one place. */
export const applied = (node: Marked, name: string): readonly ConstDirectiveNode[] => node.directives?.filter((directive) => directive.name.value === name) ?? [];

/** Is the directive applied here? */
export const has = (node: Marked, name: string): boolean => applied(node, name).length > 0;

/** The value of one argument of an application; undefined when it is not given. */
export const valueOf = (directive: ConstDirectiveNode, argument: string): ConstValueNode | undefined =>
  directive.arguments?.find((candidate) => candidate.name.value === argument)?.value;

/** The text of one argument; undefined when it is not given or not text. */
export function textOf(directive: ConstDirectiveNode, argument: string): string | undefined {
  const value = valueOf(directive, argument);
  return value?.kind === Kind.STRING ? value.value : undefined;
}

/** Is an argument given as `true`? */
export function isTrue(directive: ConstDirectiveNode, argument: string): boolean {
  const value = valueOf(directive, argument);
  return value?.kind === Kind.BOOLEAN && value.value;
}

/** The text of one argument in every application; applications without it are left out. */
export const textsOf = (node: Marked, name: string, argument: string): string[] =>
  applied(node, name).flatMap((directive) => textOf(directive, argument) ?? []);

/** The categories that are named here, unknown names included. */
export const categoriesOn = (node: Marked): string[] => textsOf(node, 'personal', 'category');

/** Does this place say that it is not personal? */
export const isNotPersonal = (node: Marked): boolean => has(node, 'notPersonal');

/** Does this place say either? */
export const isMapped = (node: Marked): boolean => has(node, 'personal') || isNotPersonal(node);
