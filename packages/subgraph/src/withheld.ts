import type { GraphQLResolveInfo } from 'graphql';
import type { SubgraphContext } from './context.ts';

/** What a rule says of a field that the person does not share. It never leaves the room: it becomes null, with no error. */
export class Withheld extends Error {
  constructor() {
    super('withheld');
    this.name = 'Withheld';
  }
}

type Resolve = (parent: unknown, args: unknown, context: SubgraphContext, info: GraphQLResolveInfo) => unknown;

/** The outermost step of a personal field: withheld is an answer, and the answer is null. */
export async function withheldIsNull(resolve: Resolve, parent: unknown, args: unknown, context: SubgraphContext, info: GraphQLResolveInfo): Promise<unknown> {
  const value = await resolve(parent, args, context, info);
  return value instanceof Withheld ? null : value;
}
