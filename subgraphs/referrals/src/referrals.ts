import { readFileSync } from 'node:fs';
import { createRoom, type Room, type RoomDeps } from '@thegither/subgraph';
import { referralsResolvers } from './resolvers.ts';
import { referralsRules } from './rules.ts';
import { openReferralsStore } from './store.ts';

const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** The referrals room: the partnership's open directory of services, and referrals, of each of which the agency that wrote it is the controller. */
export const createReferrals = (deps: RoomDeps): Room =>
  createRoom(deps, { name: 'referrals', typeDefs, openStore: openReferralsStore, resolvers: referralsResolvers, rules: referralsRules });
