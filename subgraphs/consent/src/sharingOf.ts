import { maskOf, stateOf } from '@thegither/consent';
import type { PersonAccess, ReceivedDecision } from '@thegither/subgraph';
import { REGISTER } from '@thegither/vocabulary';
import type { CategorySharing } from './generated/graphql.ts';

const CATEGORIES = REGISTER.map(({ name, owner }) => ({ name, owner, mask: maskOf(name) }));

/**
 * Every category of the register and what this caller may see of it, in the register's order. Made from the decision
 * alone, so that it is the same whether or not there is a record; whether a service answers is not known here.
 */
export const sharingOf = (access: PersonAccess, words: ReceivedDecision['words']): CategorySharing[] =>
  CATEGORIES.map(({ name, owner, mask }) => ({ category: name, owner, state: stateOf(mask, access, words) }));
