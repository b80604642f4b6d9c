import { readFileSync } from 'node:fs';
import { createRoom, type Room, type RoomDeps } from '@thegither/subgraph';
import { justiceResolvers } from './resolvers.ts';
import { justiceRules } from './rules.ts';
import { openJusticeStore } from './store.ts';

const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** The justice room: what criminal justice social work and the prison service hold. */
export const createJustice = (deps: RoomDeps): Room =>
  createRoom(deps, { name: 'justice', typeDefs, openStore: openJusticeStore, resolvers: justiceResolvers, rules: justiceRules });
