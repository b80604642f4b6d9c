import { readFileSync } from 'node:fs';
import { createRoom, type Room, type RoomDeps } from '@thegither/subgraph';
import { employabilityResolvers } from './resolvers.ts';
import { openEmployabilityStore } from './store.ts';

const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** The employability room: councils and providers, each the controller of its own rows. It has no root fields, so no rules of its own. */
export const createEmployability = (deps: RoomDeps): Room =>
  createRoom(deps, { name: 'employability', typeDefs, openStore: openEmployabilityStore, resolvers: employabilityResolvers });
