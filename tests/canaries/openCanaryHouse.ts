import { createMetrics, listen, readBody, tracingTo, type Metrics } from '@thegither/service';
import { AGENCIES } from '@thegither/synthetic';
import { DOMAINS } from '@thegither/vocabulary';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { watchConsole } from '../bad-input/openWatchedHouse.ts';
import { PATIENT } from '../harness/patient.ts';
import { openRecords } from '../harness/records.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { openSharing } from '../harness/twins.ts';
import { openActs, type Acts } from './acts.ts';
import { calibrate, type Calibrated } from './calibrate.ts';
import { openCanaries, type Canaries, type Canary } from './canary.ts';
import { columnOf, openJudge, type Judge } from './judge.ts';
import { readMarks } from './marks.ts';
import { listenAt } from './listenAt.ts';
import { openModel, type Model } from './model.ts';
import { gatherPeople, type People } from './people.ts';
import { keepSomething } from './keep.ts';
import { plantRoom, type Planted } from './plant.ts';
import { plantLedger } from './plantLedger.ts';
import { questionsFor, type Questions } from './questions.ts';
import type { Random } from '../harness/random.ts';
import { REASONS_WAY, openReasons } from './reasons.ts';
import { SAID, SAID_AS_NAME } from './said.ts';
import { tellStories } from './seeded.ts';
import { settleIn } from './settleIn.ts';

/** A house full of canaries, with an ear at everything that comes out of it. */
export interface CanaryHouse {
  readonly house: TestHouse;
  readonly canaries: Canaries;
  readonly planted: readonly Planted[];
  readonly calibrated: Calibrated;
  readonly people: People;
  readonly model: Model;
  readonly acts: Acts;
  readonly questions: Questions;
  /** Who hears what. It can be changed for another, to see what that one says. */
  judge: Judge;
  /** Lets the person themselves, and nobody else, be told of these: values that came after everything was planted. */
  readonly tellOnlyThem: (these: readonly Canary[]) => void;
  /** Another judge of the same canaries, with another model. */
  judgeBy(model: Model): Judge;
  /** Since when somebody is waiting for an answer: what a room says for them belongs to no question before. */
  readonly waiting: Map<string, Set<number>>;
  /** What was written down by everybody who writes: lines of logs, of the console, and bodies that reached the collector of spans. */
  readonly heard: { logs: number; console: number; spans: number };
  /** Every service's numbers, as they would be scraped. */
  numbers(): Promise<string>;
  close(): Promise<void>;
}

/** Opens a house with the demo people and so many more, plants it, and finds out what tells what. `mostKept`: see questionsFor. */
export async function openCanaryHouse(more: number, mostKept: number, random: Random): Promise<CanaryHouse> {
  const canaries = openCanaries(), people = gatherPeople(more), model = openModel(), marks = readMarks();
  const heard = { logs: 0, console: 0, spans: 0 };
  const metrics = new Map<string, Metrics>();
  // Before there is a judge nothing is planted.
  let judge: Judge | undefined;
  const nothingIn: Judge['nothingIn'] = (where, text, said) => judge?.nothingIn(where, text, said);
  const collector = await listen(async (request, response) => {
    heard.spans++;
    nothingIn('a span', (await readBody(request, 16 * 1024 * 1024)).toString('utf8'));
    response.end('{}');
  });
  const quiet = watchConsole({ push: (line) => { heard.console++; nothingIn('the console', line); } });
  const house = await startHouse({
    through: 'all', patience: PATIENT, acknowledgeAfterMs: 0, logLevel: 'debug',
    logTo: (line) => { heard.logs++; nothingIn('a log line', line); },
    watch: async (service) => {
      const numbers = createMetrics({ service, process: service === 'gateway' });
      metrics.set(service, numbers);
      return { metrics: numbers, tracing: await tracingTo(service, collector.url) };
    },
  });
  const sharing = openSharing(house.ledgerUrl);

  const stop = async (): Promise<void> => {
    await sharing.close();
    await house.stop();
    await collector.close();
    quiet();
  };
  try {
    const planted = await plantHouse(house, people, canaries, random);
    for (const said of [SAID, SAID_AS_NAME]) canaries.know(said, { room: 'nobody', table: 'what a caller said', column: said, of: undefined, row: 0, person: '', controller: '', labels: [], forAgency: undefined });
    const { body } = await house.ask<IntrospectionQuery>('isla', getIntrospectionQuery());
    if (!body.data) throw new Error(`the house published no schema: ${JSON.stringify(body)}`);
    const questions = questionsFor(buildClientSchema(body.data), random, mostKept);
    const calibrated = await calibrate(house, questions, canaries, marks);
    await tellStories(model, people, house.ledgerUrl);
    const acts = openActs({ ledger: sharing.ledger, ledgerUrl: house.ledgerUrl, model, people, random, reasons: openReasons(canaries) });
    await settleIn(people, acts, random);
    const ways = new Map([...calibrated.ways, ...await plantLedger(house.ledgerUrl, canaries, people), REASONS_WAY]);
    const judgeBy = (by: Model): Judge => openJudge({ canaries, ways, model: by, marks, people });
    judge = judgeBy(model);

    const waiting = new Map<string, Set<number>>();
    for (const room of DOMAINS) listenAt(house, room, people, waiting, () => judge!);
    const decisions = house.proxy('decisions');
    decisions.always(async (asked, passOn) => {
      const reply = await passOn();
      decisions.forget();
      // The name of an operation goes on the record, as its caller wrote it.
      nothingIn('a question to the decision service', asked.text, [SAID_AS_NAME]);
      nothingIn('an answer of the decision service', reply.body);
      return reply;
    });

    return {
      house, canaries, planted, calibrated, people, model, questions, waiting, heard, judgeBy, acts,
      get judge() { return judge!; },
      set judge(other: Judge) { judge = other; },
      tellOnlyThem: (these) => these.forEach((canary) => ways.set(columnOf(canary), [[]])),
      numbers: async () => (await Promise.all([...metrics.values()].map((numbers) => numbers.text()))).join('\n'),
      async close() {
        await acts.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Rows of every table about everybody, kept by an agency of the room's own kind and by another; then a canary in every column of every row. */
async function plantHouse(house: TestHouse, people: People, canaries: Canaries, random: Random): Promise<Planted[]> {
  const records = await openRecords(house.databases);
  for (const { spine, hasAccount } of people.all) {
    for (const room of Object.keys(house.databases.rooms)) {
      const tables = records.tables.filter((table) => table.room === room);
      const own = AGENCIES.filter(({ domain, holds }) => domain === room && holds.length > 0).map(({ id }) => id);
      // Of the demo people the room's own agencies keep rows already.
      for (const controller of [...(hasAccount || own.length === 0 ? [] : [random.of(own)]), 'jobcentre-kirkcaldy']) await records.writeAll(tables, { person: spine, controller });
    }
  }
  await records.close();
  await keepSomething(house.databases.rooms, people.all[0]!.spine);
  return Promise.all(Object.entries(house.databases.rooms).map(([room, url]) =>
    plantRoom(room as keyof TestHouse['databases']['rooms'], url, canaries, (id) => people.inRoom(room, id) ?? '', random)));
}
