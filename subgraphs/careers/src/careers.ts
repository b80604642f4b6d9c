import { readFileSync } from 'node:fs';
import { createRoom, type Room, type RoomDeps } from '@thegither/subgraph';
import { careersResolvers } from './resolvers.ts';
import { openCareersStore } from './store.ts';

const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** The careers room: careers services, each the controller of its own rows. It has no root fields, so no rules of its own. */
export const createCareers = (deps: RoomDeps): Room =>
  createRoom(deps, { name: 'careers', typeDefs, openStore: openCareersStore, resolvers: careersResolvers });
