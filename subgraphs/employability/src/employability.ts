import { readFileSync } from 'node:fs';
import { createRoom, type Room, type RoomDeps } from '@thegither/subgraph';
import { employabilityResolvers } from './resolvers.ts';
import { employabilityRules } from './rules.ts';
import { openEmployabilityStore } from './store.ts';

const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** The employability room: councils and providers, each the controller of its own rows, and the open lists that they work by. */
export const createEmployability = (deps: RoomDeps): Room =>
  createRoom(deps, { name: 'employability', typeDefs, openStore: openEmployabilityStore, resolvers: employabilityResolvers, rules: employabilityRules });
