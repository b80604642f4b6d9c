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
}

interface Source { readonly name: string; readonly url: string; readonly sdl: string }

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Composes the schemas of `../schemas`: rooms of the house as they were when it was first measured, so that figures can be compared. They are reached at `<subgraphs>/<room>`. */
export async function composeSupergraphs(subgraphs: string): Promise<Supergraphs> {
  const sources = ROOMS.map((name) => ({ name, url: `${subgraphs}/${name}`, sdl: readFileSync(new URL(`../schemas/${name}.graphql`, import.meta.url), 'utf8') }));
  return { split: publish(sources).supergraphSdl, unsplit: await composeUnsplit(sources) };
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
