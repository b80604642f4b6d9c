import { readFileSync } from 'node:fs';
import { createRoom, type Room, type RoomDeps } from '@thegither/subgraph';
import { housingResolvers } from './resolvers.ts';
import { housingRules } from './rules.ts';
import { openHousingStore } from './store.ts';

const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** The housing room: councils and registered social landlords, each the controller of its own rows, and the open lists of their codes. */
export const createHousing = (deps: RoomDeps): Room =>
  createRoom(deps, { name: 'housing', typeDefs, openStore: openHousingStore, resolvers: housingResolvers, rules: housingRules });
