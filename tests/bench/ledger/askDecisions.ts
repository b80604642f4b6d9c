import { randomUUID } from 'node:crypto';
import { importSigningKey, signRequest, type PrivateJwk } from '@thegither/identity';
import type { DecideAnswer, PersonId, ReleaseAnswer, ReleaseRequest } from '@thegither/vocabulary';
import type { Pool } from 'undici';
import { PURPOSE } from '../house/agency.ts';
import { TOPIC_ROOMS } from '../house/records.ts';

/** Who asks the decision service about whom. */
export interface Asking {
  readonly pool: Pool;
  /** The gateway's own key. */
  readonly gateway: PrivateJwk;
  readonly token: string;
  readonly request: string;
  readonly people: readonly PersonId[];
}

const NOTHING = '0'.repeat(16);

/** Asks both questions of one answer: what these people share, and, unseen, that it may be told. Throws for anything but a release. */
export async function askDecisions({ pool, gateway, token, request, people }: Asking): Promise<void> {
  const about = { request, token, purpose: PURPOSE, mutation: false, sign: TOPIC_ROOMS.map((subgraph) => ({ subgraph, use: 'joined' as const, needs: NOTHING })) };
  const decided = await post<DecideAnswer>(pool, gateway, '/decide', { ...about, people });
  const told: ReleaseRequest = {
    ...about, attempt: 1, operation: { hash: 'ab'.repeat(32), name: null }, kind: 'LOOK',
    people: decided.people.map(({ id, known, granted, own, fingerprint }) => ({ id, known, granted, own, fingerprint, asked: granted, released: granted })),
  };
  const { status } = await post<ReleaseAnswer>(pool, gateway, '/release', told);
  if (status !== 'RELEASED') throw new Error(`the release was answered with ${status}`);
}

async function post<Answer>(pool: Pool, gateway: PrivateJwk, path: string, about: object): Promise<Answer> {
  const body = JSON.stringify(about);
  const { statusCode, body: answer } = await pool.request({
    path, method: 'POST', body, headers: { 'content-type': 'application/json', ...signRequest({ method: 'POST', path, body }, importSigningKey(gateway), Date.now(), randomUUID()) },
  });
  const text = await answer.text();
  if (statusCode !== 200) throw new Error(`status ${statusCode}: ${text.slice(0, 200)}`);
  return JSON.parse(text) as Answer;
}
