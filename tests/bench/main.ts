import path from 'node:path';
import { CASES } from './house/cases.ts';
import { SHARINGS } from './house/people.ts';
import { sameAnswers } from './measure/sameAnswers.ts';
import { ratio, type CaseResults } from './measure/results.ts';
import { measure, type Limit, type Measured } from './measure/round.ts';
import { tableOf } from './measure/table.ts';
import { readOptions, type Options } from './options.ts';
import { PEERS, startPeer, type Peer } from './peers/peers.ts';
import { bundleProcesses } from './start/bundle.ts';
import { startChild } from './start/child.ts';
import { FLOORS, startFloor, startOurs, startStock, type Contender, type StartWith } from './start/contenders.ts';
import { startHouse, type House } from './start/house.ts';

const options = readOptions(process.argv.slice(2));
const say = (text: string): void => {
  if (!options.json) process.stdout.write(`${text}\n`);
};

const folder = path.resolve(options.keep ?? path.join(import.meta.dirname, '../../node_modules/.cache/bench'));
await bundleProcesses(['subgraphs', 'client', 'stock', 'floor', 'floorDecisions', 'gateway', 'decisions', 'collector'], folder);
const house = await startHouse(folder);
const collector = options.traced ? startChild(folder, 'collector') : undefined;
const contenders: Contender[] = [];
/** What has to be known of who takes part. */
const said: string[] = [];
try {
  contenders.push(...(await startContenders(house, options)));
  for (const line of said) say(line);
  await sameAnswers(house, contenders);
  const results: CaseResults[] = [];
  for (const one of CASES.filter(({ name }) => options.cases?.includes(name) ?? true)) {
    results.push(await run(one));
    say(`${tableOf(results.at(-1)!, contenders)}\n`);
  }
  report(results);
} finally {
  await collector?.stop();
  await Promise.all(contenders.flatMap(({ gateway, decisions }) => [gateway, decisions ?? []].flat()).map((one) => one.stop()));
  await house.stop();
}

async function startContenders({ keys, supergraphs, databaseUrl }: House, { only, node, profile, against, peers }: Options): Promise<Contender[]> {
  const startWith: StartWith = {
    folder, keys, supergraphs, databaseUrl, node,
    profile: profile === undefined ? undefined : (name) => ['--cpu-prof', `--cpu-prof-dir=${path.resolve(profile)}`, `--cpu-prof-name=${name}.cpuprofile`],
  };
  const isWanted = (name: string): boolean => only?.includes(name) ?? true;
  const collectorUrl = await collector?.ask<string>('start');
  const started = await Promise.all([
    ...(isWanted('stock') ? [startStock(startWith)] : []),
    ...FLOORS.filter((name) => only?.includes(name)).map((name) => startFloor(name, startWith)),
    ...SHARINGS.filter(isWanted).map((sharing) => startOurs(sharing, startWith)),
    ...(against ? [startOurs('everything', { ...startWith, folder: path.resolve(against) }, { name: 'before', title: '    the same, as it was before' })] : []),
    ...(collectorUrl ? [startOurs('everything', startWith, { name: 'traced', title: '    the same, its spans sent', collector: collectorUrl })] : []),
  ]);
  for (const peer of peers ? PEERS : []) started.push(...(await startIfPossible(peer, startWith)));
  return started;
}

/** What cannot be installed or started here is said, and left out. */
async function startIfPossible(peer: Peer, startWith: StartWith): Promise<Contender[]> {
  try {
    const started = await startPeer(peer, startWith);
    said.push(`${peer.title}: ${peer.about}`);
    return [started];
  } catch (error) {
    said.push(`${peer.title} could not be started: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    return [];
  }
}

/** All contenders in turn, and each round in another order, so that nobody always comes after the same one. */
async function run(one: (typeof CASES)[number]): Promise<CaseResults> {
  const rounds = new Map<string, Measured[]>(contenders.map(({ name }) => [name, []]));
  const asked = new Map<string, number>();
  const once = async (contender: Contender, limit: Limit): Promise<Measured> => {
    const from = asked.get(contender.name) ?? 0;
    const measured = await measure(house, contender, one, limit, from);
    asked.set(contender.name, from + measured.operations + measured.failed);
    return measured;
  };
  for (const contender of contenders) await once(contender, { ms: options.warmMs, most: one.warmAfter });
  for (let round = 0; round < options.rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const contender = contenders[(round + turn) % contenders.length]!;
      rounds.get(contender.name)!.push(await once(contender, { ms: options.roundMs, most: Number.MAX_SAFE_INTEGER }));
    }
  }
  return { case: one, rounds };
}

function report(results: readonly CaseResults[]): void {
  const of = (name: string) => {
    const found = results.find((each) => each.case.name === name);
    return found && ratio(found, 'everything')?.median;
  };
  const ratios = { caseloadRatio: of('caseload50'), personRatio: of('person'), caseload200Ratio: of('caseload200') };
  say(`caseloadRatio ${ratios.caseloadRatio?.toFixed(3)} (at most 0.4, goal 0.2), personRatio ${ratios.personRatio?.toFixed(3)} (at most 0.35, goal 0.15), on Node ${process.versions.node}`);
  if (options.json) {
    const cases = results.map(({ case: { name }, rounds }) => ({ case: name, contenders: Object.fromEntries(rounds) }));
    process.stdout.write(`${JSON.stringify({ node: process.versions.node, ...ratios, said, cases }, null, 2)}\n`);
  }
}
