import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Recipient } from '@thegither/consent';
import type { Purpose } from '@thegither/vocabulary';
import { answerTo } from './answerTo.ts';
import type { Happening, ShownNotice } from './event.ts';
import { endOf } from './lastDay.ts';
import { mustExist } from './mustExist.ts';
import { mustBeReadable } from './mustBeReadable.ts';
import { mustBeAsPublished, readNotice, type NoticeInput } from './notice.ts';
import { neverAWorker } from './neverAWorker.ts';
import { mustNotOverrule } from './ownNo.ts';
import { placesOf } from './places.ts';
import { readCategories, readDay, readPurpose, readRecipient, readSources, type RecipientInput } from './readInput.ts';
import { record, type Act, type Done, type Scene } from './record.ts';
import { refuseInput } from './refuseInput.ts';
import { supersededBy } from './supersededBy.ts';
import { readTerms, type TermsInput } from './terms.ts';

/** What the person agrees to share, with whom and why. */
export interface GiveGrant extends Act, TermsInput {
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly recipient: RecipientInput;
  /** The agencies whose rows alone are shared; nothing said means any. An empty list is refused: it could mean either. */
  readonly sources?: readonly string[] | null;
  /** The last day; six months from now when nothing is said, twelve at most. */
  readonly until?: string | null;
  /** The request that this answers, in whole or in part. */
  readonly request?: string | null;
  /** What the person was told before. */
  readonly notice?: NoticeInput | null;
}

interface Wanted {
  readonly purpose: Purpose;
  readonly categories: readonly string[];
  readonly recipient: Recipient;
  readonly sources: readonly string[];
  readonly until: string | undefined;
  readonly request: string | undefined;
  readonly notice: ShownNotice | undefined;
  readonly terms: ReturnType<typeof readTerms>;
}

/**
 * The person agrees to share. By the person, or by whoever acts for them in all of it: nobody grants themselves anything, and
 * a worker does not agree for somebody. It takes back, by name, the refusals that it overlaps, and nothing more of them.
 * @see UK GDPR Articles 6 and 7
 */
export async function giveGrant(pool: Pool, grant: GiveGrant): Promise<Done> {
  neverAWorker(grant);
  const wanted: Wanted = {
    purpose: readPurpose(grant.purpose), categories: readCategories(grant.categories), recipient: readRecipient(grant.recipient),
    sources: readSources(grant.sources), until: readDay(grant.until), request: grant.request ?? undefined,
    notice: readNotice(grant.notice), terms: readTerms(grant),
  };
  return record(pool, grant, { verb: 'giveGrant', ...wanted }, (scene) => agree(scene, grant, wanted));
}

async function agree(scene: Scene, act: Act, { purpose, categories, recipient, sources, until, request, notice, terms }: Wanted): Promise<Happening> {
  const { client, at } = scene;
  mustBeReadable(scene);
  const place = await mustExist(client, recipient);
  await mustNotOverrule(scene, act, { place, purpose, categories });
  const holders = await placesOf(client, sources.map((agency): Recipient => ({ kind: 'agency', agency })));
  if (holders.includes(undefined)) return refuseInput('There is no such agency among the sources.');
  if (notice) await mustBeAsPublished(scene, notice, categories);
  const to = await endOf(client, until, at);
  const answers = request === undefined ? {} : { answers: await answerTo(scene, request, { recipient, purpose, categories }) };
  return {
    kind: 'GRANT_GIVEN',
    body: {
      grant: { id: randomUUID(), recipient, purpose, categories, sources, ...terms, from: new Date(at).toISOString(), to, basis: 'PUBLIC_TASK', control: 'AGREEMENT', ...(notice ? { notice } : {}) },
      supersedes: await supersededBy(scene, { place, purpose, categories }), ...answers,
    },
  };
}
