import type { Sharing } from '../house/people.ts';
import type { Supergraphs } from '../house/schemas.ts';
import { startChild } from './child.ts';
import type { Keys } from './keys.ts';
import type { Spender } from './spender.ts';

/** A gateway that is measured. */
export interface Contender {
  readonly name: string;
  readonly title: string;
  /** Who is asked about. */
  readonly sharing: Sharing;
  readonly url: string;
  readonly gateway: Spender;
  /** The decision service behind it; the stock gateway has none. */
  readonly decisions: Spender | undefined;
}

/** What the contenders are started with. */
export interface StartWith {
  readonly folder: string;
  readonly supergraphs: Supergraphs;
  readonly keys: Keys;
  readonly databaseUrl: string;
  readonly node: readonly string[];
  /** Arguments of Node for our processes alone, by what they are called in the profile. */
  readonly profile?: (process: string) => readonly string[];
}

/** Apollo's gateway without consent. */
export async function startStock({ folder, supergraphs, node, profile }: StartWith): Promise<Contender> {
  const gateway = startChild(folder, 'stock', { as: 'gateway', node: [...node, ...(profile?.('stock') ?? [])] });
  const url = await gateway.ask<string>('start', { supergraphSdl: supergraphs.unsplit });
  return { name: 'stock', title: '(a) ApolloServer + ApolloGateway, no consent', sharing: 'everything', url, gateway, decisions: undefined };
}

/** Bounds from below, which are measured only when they are named. */
export const FLOORS = ['floor', 'consentFloor'] as const;

/** What remains of a gateway in Node when it looks at nothing; `consentFloor` with what the promises cannot be without. */
export async function startFloor(name: (typeof FLOORS)[number], { folder, supergraphs, keys, databaseUrl, node, profile }: StartWith): Promise<Contender> {
  const start = (process: string, as: 'gateway' | 'decisions') => startChild(folder, process, { as, node: [...node, ...(profile?.(`${as}-${name}`) ?? [])] });
  const decisions = name === 'consentFloor' ? start('floorDecisions', 'decisions') : undefined;
  const { identifierKeys, sealKeys } = keys;
  const decisionsUrl = await decisions?.ask<string>('start', { databaseUrl, identifierKeys, sealKeys, signingKey: keys.decisions, gatewayKey: keys.gatewayPublic });
  const gateway = start('floor', 'gateway');
  const url = await gateway.ask<string>('start', { supergraphSdl: supergraphs.unsplit, decisions: decisionsUrl && { url: decisionsUrl, signingKey: keys.gateway } });
  const title = `    the least: plan, fetch, read, join, write${decisions ? '; read the ledger, sign, and seal the record' : ''}`;
  return { name, title, sharing: 'everything', url, gateway, decisions };
}

const TITLES: Readonly<Record<Sharing, string>> = { everything: '(b) ours, everything shared', mixture: '(c) ours, a mixture', nothing: '(d) ours, nothing shared' };

/** What is otherwise with one of ours. */
export interface Otherwise {
  readonly name?: string;
  readonly title?: string;
  /** Where it sends its spans; nowhere when nothing is said. */
  readonly collector?: string;
}

/** Our gateway with a decision service of its own, for people who share so much. */
export async function startOurs(
  sharing: Sharing, { folder, supergraphs, keys, databaseUrl, node, profile }: StartWith, { name = sharing, title = TITLES[sharing], collector }: Otherwise = {},
): Promise<Contender> {
  const { identifierKeys, sealKeys, issuerKeys } = keys;
  const decisions = startChild(folder, 'decisions', { as: 'decisions', node: [...node, ...(profile?.(`decisions-${name}`) ?? [])] });
  const decisionsUrl = await decisions.ask<string>('start', { databaseUrl, identifierKeys, sealKeys, issuerKeys, signingKey: keys.decisions, gatewayKey: keys.gatewayPublic, collector });
  const gateway = startChild(folder, 'gateway', { as: 'gateway', node: [...node, ...(profile?.(`gateway-${name}`) ?? [])] });
  const url = await gateway.ask<string>('start', { supergraphSdl: supergraphs.split, decisionsUrl, identifierKeys, issuerKeys, signingKey: keys.gateway, collector });
  return { name, title, sharing, url, gateway, decisions };
}
