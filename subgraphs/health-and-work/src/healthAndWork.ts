import { readFileSync } from 'node:fs';
import { createRoom, type Room, type RoomDeps } from '@thegither/subgraph';
import { healthAndWorkResolvers } from './resolvers.ts';
import { healthAndWorkRules } from './rules.ts';
import { openHealthAndWorkStore } from './store.ts';

const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** The health-and-work room: health boards, each the controller of its own rows. */
export const createHealthAndWork = (deps: RoomDeps): Room =>
  createRoom(deps, {
    name: 'health-and-work',
    typeDefs,
    openStore: openHealthAndWorkStore,
    resolvers: healthAndWorkResolvers, rules: healthAndWorkRules,
  });
