import { Kind, type TypeDefinitionNode, type TypeExtensionNode } from 'graphql';

const DEFINITION_OF = {
  [Kind.OBJECT_TYPE_EXTENSION]: Kind.OBJECT_TYPE_DEFINITION,
  [Kind.INTERFACE_TYPE_EXTENSION]: Kind.INTERFACE_TYPE_DEFINITION,
  [Kind.UNION_TYPE_EXTENSION]: Kind.UNION_TYPE_DEFINITION,
  [Kind.ENUM_TYPE_EXTENSION]: Kind.ENUM_TYPE_DEFINITION,
  [Kind.INPUT_OBJECT_TYPE_EXTENSION]: Kind.INPUT_OBJECT_TYPE_DEFINITION,
  [Kind.SCALAR_TYPE_EXTENSION]: Kind.SCALAR_TYPE_DEFINITION,
} as const;

const PARTS = ['directives', 'interfaces', 'fields', 'types', 'values'] as const;
type Parts = Partial<Record<(typeof PARTS)[number], readonly unknown[]>>;

const asDefinition = (node: TypeDefinitionNode | TypeExtensionNode): TypeDefinitionNode =>
  node.kind in DEFINITION_OF ? ({ ...node, kind: DEFINITION_OF[node.kind as keyof typeof DEFINITION_OF] } as TypeDefinitionNode) : (node as TypeDefinitionNode);

function joined(first: TypeDefinitionNode, more: TypeDefinitionNode): TypeDefinitionNode {
  const parts: Parts = {};
  for (const part of PARTS) {
    const all = [...((first as Parts)[part] ?? []), ...((more as Parts)[part] ?? [])];
    if (all.length > 0) parts[part] = all;
  }
  return { ...first, description: first.description ?? more.description, ...parts } as TypeDefinitionNode;
}

/**
 * The types of one schema by name, each `extend` joined to what it extends, so that no rule has to look in two places:
 * a field that hides in an extension is read like any other. Federation 2 gives the two forms the same meaning.
 */
export function gather(nodes: readonly (TypeDefinitionNode | TypeExtensionNode)[]): Map<string, TypeDefinitionNode> {
  const types = new Map<string, TypeDefinitionNode>();
  for (const node of nodes) {
    const definition = asDefinition(node);
    const before = types.get(node.name.value);
    types.set(node.name.value, before ? joined(before, definition) : definition);
  }
  return types;
}
