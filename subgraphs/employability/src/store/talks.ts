import { createHash } from 'node:crypto';
import { dateColumn } from '@thegither/subgraph';
import { HouseError } from '@thegither/vocabulary';
import type { PrismaClient, SupportContactAct } from '../generated/prisma/client.ts';
import type { Talk } from '../writing/readTalk.ts';

/** Who writes it down, about whom, and when: the worker and the agency of the signed decision. */
interface WritingAct {
  readonly worker: string;
  readonly agency: string;
  /** The sender's own: the same key never does it twice. */
  readonly key: string;
  readonly person: string;
  readonly at: Date;
}

/** What was written down. */
export interface WrittenTalk {
  readonly record: string;
  readonly eventId: string;
  readonly at: Date;
}

/** Keeps a talk, and who wrote it down. `mustBeAllowed` throws where it is not; it is not asked for what was written before. */
export type KeepTalk = (act: WritingAct, talk: Talk, mustBeAllowed: () => void) => Promise<WrittenTalk>;

const KEY = /^[\x21-\x7e][\x20-\x7e]{0,199}$/;

/**
 * Keeps talks in one transaction with the act, or answers what was written under the key before. Two that come at once
 * with one key wait for each other.
 */
export const keepTalks = (db: PrismaClient): KeepTalk => async ({ worker, agency, key, person, at }, talk, mustBeAllowed) => {
  if (!KEY.test(key)) throw new HouseError('INVALID_INPUT', 'A key is 1 to 200 printable characters.');
  const { on, mode, agreed, nextStep, nextOn, labels } = talk;
  const input = createHash('sha256').update(JSON.stringify([agency, person, on, mode, agreed, nextStep, nextOn, labels])).digest('hex');
  return db.$transaction(async (sql) => {
    await sql.$queryRaw`SELECT 1 AS held FROM pg_advisory_xact_lock(hashtextextended(${`${worker} ${key}`}, 0))`;
    const before = await sql.supportContactAct.findUnique({ where: { worker_key: { worker, key } } });
    if (before && before.input !== input) throw new HouseError('KEY_REUSED');
    if (before) return written(before);
    mustBeAllowed();
    const { id: record } = await sql.supportContact.create({
      data: { person, controller: agency, on: dateColumn(on), mode, agreed, nextStep, nextOn: dateColumn(nextOn), labels: [...labels] }, select: { id: true },
    });
    return written(await sql.supportContactAct.create({ data: { record, worker, key, input, at } }));
  });
};

const written = ({ record, id, at }: SupportContactAct): WrittenTalk => ({ record, eventId: id, at });
