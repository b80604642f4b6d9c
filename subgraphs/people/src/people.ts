import { readFileSync } from 'node:fs';
import { createRoom, type Room, type RoomDeps } from '@thegither/subgraph';
import { peopleResolvers } from './resolvers.ts';
import { peopleRules } from './rules.ts';
import { openPeopleStore } from './store.ts';

const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** The people room: names, contact and access needs, of which the partners together are the controller. */
export const createPeople = (deps: RoomDeps): Room =>
  createRoom(deps, { name: 'people', typeDefs, openStore: openPeopleStore, resolvers: peopleResolvers, rules: peopleRules });
