import type { FetchNode } from '@apollo/query-planner';
import { HouseError } from '@thegither/vocabulary';
import { type GraphQLSchema, isInterfaceType } from 'graphql';
import { mayBePerson } from '../people/person.ts';
import { applies, standing } from './collectFields.ts';

/** The type that an entity is named with to the subgraph of one fetch. */
export type SentAs = (typename: string) => string;

const ON = '... on ';
const TYPENAME = '__typename';

/**
 * Reads which entities a fetch names by an interface: its subgraph knows the interface as an entity, or stands in for it
 * (`@interfaceObject`). Throws HouseError CONFIGURATION for any other rewrite of what is sent, and for an interface
 * behind which a person may stand: they are only ever asked about as the person they are.
 */
export function sentAsOf(schema: GraphQLSchema, { inputRewrites }: Pick<FetchNode, 'inputRewrites'>): SentAs {
  const setters = (inputRewrites ?? []).map((rewrite) => {
    const [on, field, more] = rewrite.path;
    const type = 'setValueTo' in rewrite ? schema.getType(String(rewrite.setValueTo)) : undefined;
    if (!on?.startsWith(ON) || field !== TYPENAME || more !== undefined || !isInterfaceType(type)) {
      throw new HouseError('CONFIGURATION', 'The plan rewrites what it sends in a way that this executor does not do.');
    }
    if (mayBePerson(schema, type)) throw new HouseError('CONFIGURATION', 'The plan asks about people by the name of an interface.');
    return { on: on.slice(ON.length), to: type.name };
  });
  return (typename) => {
    const type = standing(schema, typename);
    // As the planner's own executor does it: one after the other, each by the type that is written there by then.
    return type ? setters.reduce((sent, { on, to }) => (applies(schema, on, standing(schema, sent) ?? type) ? to : sent), typename) : typename;
  };
}
