import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { publish } from '@thegither/supergraph';
import { parse } from 'graphql';
import { ROOMS } from './rooms.ts';

/** Both supergraphs over the same rooms at the same addresses. */
export interface Supergraphs {
  /** Ours: each room split into its open and its guarded half. */
  readonly split: string;
  /** As federation composes them, for gateways that know no consent. */
  readonly unsplit: string;
  /** What both are made of. */
  readonly sources: readonly Source[];
}

/** A room's schema, and where it is asked. */
export interface Source {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** The rooms' schemas as they stand in the checkout, reached at `<subgraphs>/<room>`. */
export const readSources = (subgraphs: string): Source[] =>
  ROOMS.map((name) => ({ name, url: `${subgraphs}/${name}`, sdl: readFileSync(new URL(`../../../subgraphs/${name}/schema.graphql`, import.meta.url), 'utf8') }));

/** Composes the rooms' schemas both ways: figures change as rooms grow. */
export async function composeSupergraphs(subgraphs: string): Promise<Supergraphs> {
  const sources = readSources(subgraphs);
  return { split: publish(sources).supergraphSdl, unsplit: await composeUnsplit(sources), sources };
}

async function composeUnsplit(sources: readonly Source[]): Promise<string> {
  // Its telemetry starts with the constructor and would look for a network.
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const gateway = new ApolloGateway({ localServiceList: sources.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })), logger: silent });
  let supergraphSdl = '';
  gateway.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
    supergraphSdl = coreSupergraphSdl;
  });
  await gateway.load();
  await gateway.stop();
  return supergraphSdl;
}
