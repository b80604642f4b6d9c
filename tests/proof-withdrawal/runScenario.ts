import { setTimeout as pause } from 'node:timers/promises';
import { createRandom, type Random } from '../harness/random.ts';
import { openSharing } from '../harness/twins.ts';
import { brokenPromises } from '../withdrawal/brokenPromises.ts';
import { createActs } from './clients/acts.ts';
import { startReaders, type Answer, type Readers } from './clients/readers.ts';
import { TROUBLED, type Around } from './disturbances/disturbance.ts';
import type { ProofHouse } from './house/house.ts';
import { now } from './house/now.ts';
import type { Closed, Disclosure, Stop } from './judge.ts';
import { readRecord } from './readRecord.ts';
import { stopsOf, type Scenario } from './scenarios.ts';
import type { Scene } from './stops/kind.ts';
import { KINDS } from './stops/kinds.ts';
import { TOPICS, inLedger } from './subjects.ts';

/** What was seen in one scenario. */
export interface Witnessed {
  readonly stops: readonly Stop[];
  readonly closed: readonly Closed[];
  readonly answers: readonly Answer[];
  readonly writes: ReadonlyMap<number, number>;
  readonly record: readonly Disclosure[];
  /** What no record of a ledger may say, and this one does. */
  readonly broken: readonly string[];
  /** How often something was stopped, and how often the reader had been told it just before. */
  readonly made: number;
  readonly met: number;
  /** How long each took until it was acknowledged, in milliseconds; none where the house acknowledges nothing. */
  readonly times: readonly number[];
  /** The same, of somebody whom nobody reads. */
  readonly unread: readonly number[];
}

/** At most so long between an answer that tells and the stop, so that it comes at every place of the questions that follow. */
const LATER_MS = 80;

type Ended<Moment> = { -readonly [Field in keyof Moment]: Moment[Field] };

/** What one run of a scenario writes down. */
interface Notes {
  readonly stops: Ended<Stop>[];
  readonly closed: Ended<Closed>[];
  readonly times: number[];
  made: number;
  met: number;
}

/** Runs one scenario in a house in which nothing else happens. */
export async function runScenario(house: ProofHouse, scenario: Scenario, withdrawals: number, seed: number): Promise<Witnessed> {
  const random = createRandom(seed);
  const { ledger } = house;
  const acts = createActs(house);
  const sharing = openSharing(house.ledgerUrl);
  const scene: Scene = { acts, ledger, sharing, gateway: 1 - TROUBLED };
  for (const person of scenario.subjects) await takeEverythingBack(scene, person);
  const begun = await ledger.clock();
  const disturbance = await scenario.disturb(house, random);
  const readers = startReaders(house, scenario.readers, scenario.subjects);
  const notes: Notes = { stops: [], closed: [], times: [], made: 0, met: 0 };
  const over = new AbortController();
  const unread = scenario.unread === undefined ? [] : withdrawUnread(scene, scenario.unread, over.signal);
  try {
    const count = stopsOf(scenario, withdrawals);
    let n = 0;
    await Promise.all(scenario.subjects.map(async (person) => {
      for (let turn = 0; n < count; turn++) await once({ scenario, scene, readers, random, notes, around: disturbance.around }, person, turn, n++);
    }));
    await linger(readers);
  } finally {
    over.abort();
    await unread;
    await readers.stop();
    await disturbance.end();
    await sharing.close();
  }
  await allSaid(house, readers.answers);
  return {
    ...notes, unread: await unread, answers: readers.answers, writes: house.writes,
    record: await readRecord(ledger, begun), broken: await brokenPromises(ledger),
  };
}

interface Turn {
  readonly scenario: Scenario;
  readonly scene: Scene;
  readonly readers: Readers;
  readonly random: Random;
  readonly notes: Notes;
  readonly around: Around;
}

/** The person shares a topic, the reader is told, it is stopped, and stays so until its turn comes again. */
async function once({ scenario: { kind }, scene, readers, random, notes, around }: Turn, person: string, turn: number, n: number): Promise<void> {
  const { category } = TOPICS[turn % TOPICS.length]!;
  await opensAgain(scene, notes, person, [category]);
  const given = now();
  const grant = await kind.give(scene, person, category);
  if (await readers.told(person, category, given)) notes.met++;
  await pause(random.below(LATER_MS));
  const { sent, acknowledged, heard, closedFrom } = await around(() => kind.stop(scene, person, grant), n);
  notes.made++;
  if (kind.isAct) notes.times.push(heard - sent);
  for (const ended of [category, ...kind.also]) {
    notes.stops.push({ person, category: ended, acknowledged, heard, again: Infinity });
    notes.closed.push({ person, category: ended, from: closedFrom, to: Infinity });
  }
  await kind.clear(scene, person, grant);
  await opensAgain(scene, notes, person, kind.also);
  await kind.lift(scene, person);
}

/** Somebody gives and withdraws until it is over. Answers how long each withdrawal took. */
async function withdrawUnread(scene: Scene, person: string, over: AbortSignal): Promise<number[]> {
  const times: number[] = [];
  while (!over.aborted) {
    const grant = await KINDS.withdrawal.give(scene, person, TOPICS[0].category);
    const { sent, heard } = await KINDS.withdrawal.stop(scene, person, grant);
    times.push(heard - sent);
  }
  return times;
}

/** From here on these may be told again: to be said before the yes is on its way. */
async function opensAgain({ ledger }: Scene, { stops, closed }: Notes, person: string, categories: readonly string[]): Promise<void> {
  const isMeant = (one: { readonly person: string; readonly category: string }): boolean => one.person === person && categories.includes(one.category);
  const to = await ledger.clock();
  for (const one of closed) if (isMeant(one) && one.to === Infinity) one.to = to;
  const again = now();
  for (const one of stops) if (isMeant(one) && one.again === Infinity) one.again = again;
}

async function takeEverythingBack({ acts, ledger, gateway }: Scene, person: string): Promise<void> {
  const grants = await ledger.rows<{ id: string }>('SELECT id FROM sharing_grant WHERE person = $1 AND ended_event IS NULL AND access_to > clock_timestamp()', [inLedger(person)]);
  for (const { id } of grants) await acts(person, 'withdrawGrant', { grant: id }, gateway);
}

/** After the last stop everybody reads on for a while. */
async function linger({ answers }: Readers): Promise<void> {
  const enough = answers.length + 24;
  for (const until = now() + 3_000; answers.length < enough && now() < until;) await pause(10);
}

/** Every write of an answer that is here was told by its gateway's process, perhaps a little later. */
async function allSaid({ writes }: ProofHouse, answers: readonly Answer[]): Promise<void> {
  for (const until = now() + 5_000; now() < until && answers.some(({ question, arrived }) => arrived !== undefined && !writes.has(question));) await pause(10);
}
