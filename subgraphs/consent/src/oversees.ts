import type { SubgraphContext } from '@thegither/subgraph';

/** Is it the data protection lead who asks? By the roles of the signed decision, which are the ledger's. */
export const oversees = ({ decision: { caller } }: SubgraphContext): boolean => caller.kind === 'worker' && caller.roles.includes('DATA_PROTECTION_LEAD');

/** Is it the person themselves who asks? */
export const isThem = (person: string, { decision: { caller } }: SubgraphContext): boolean => caller.kind === 'person' && caller.person === person;
