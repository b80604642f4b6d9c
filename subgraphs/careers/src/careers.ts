import { readFileSync } from 'node:fs';
import { createRoom, type Room, type RoomDeps } from '@thegither/subgraph';
import { careersResolvers } from './resolvers.ts';
import { careersRules } from './rules.ts';
import { openCareersStore } from './store.ts';

const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** The careers room: careers services, each the controller of its own rows, and open lists of levels, pathways and occupations. */
export const createCareers = (deps: RoomDeps): Room =>
  createRoom(deps, { name: 'careers', typeDefs, openStore: openCareersStore, resolvers: careersResolvers, rules: careersRules });
