import { restrictionRules, type RootRules } from '@thegither/subgraph';

/** Records are kept from a person by two workers of the agency whose they are. */
export const healthAndWorkRules: RootRules = { Mutation: restrictionRules('HealthAndWork') };
