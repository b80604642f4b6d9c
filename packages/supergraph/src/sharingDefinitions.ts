import { Kind, parse, print, type DirectiveDefinitionNode } from 'graphql';
import { SHARING_DIRECTIVES } from '@thegither/vocabulary';

/** The two sharing directives, as they are specified. */
export const SHARING_DEFINITIONS: readonly DirectiveDefinitionNode[] = parse(SHARING_DIRECTIVES, { noLocation: true }).definitions.filter((node) => node.kind === Kind.DIRECTIVE_DEFINITION);

/** A directive's definition without its descriptions, to be compared. */
export const definitionText = (node: DirectiveDefinitionNode): string =>
  print({ ...node, description: undefined, arguments: node.arguments?.map((argument) => ({ ...argument, description: undefined })) });
