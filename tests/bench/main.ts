import path from 'node:path';
import { CASES } from './house/cases.ts';
import { SHARINGS } from './house/people.ts';
import { sameAnswers } from './measure/sameAnswers.ts';
import { ratio, type CaseResults } from './measure/results.ts';
import { measure, type Limit, type Measured } from './measure/round.ts';
import { tableOf } from './measure/table.ts';
import { readOptions, type Options } from './options.ts';
import { bundleProcesses } from './start/bundle.ts';
import { startOurs, startStock, type Contender, type StartWith } from './start/contenders.ts';
import { startHouse, type House } from './start/house.ts';

const options = readOptions(process.argv.slice(2));
const say = (text: string): void => {
  if (!options.json) process.stdout.write(`${text}\n`);
};

const folder = path.resolve(options.keep ?? path.join(import.meta.dirname, '../../node_modules/.cache/bench'));
await bundleProcesses(['subgraphs', 'client', 'stock', 'gateway', 'decisions'], folder);
const house = await startHouse(folder);
const contenders: Contender[] = [];
try {
  contenders.push(...(await startContenders(house, options)));
  await sameAnswers(house, contenders);
  const results: CaseResults[] = [];
  for (const one of CASES.filter(({ name }) => options.cases?.includes(name) ?? true)) {
    results.push(await run(one));
    say(`${tableOf(results.at(-1)!, contenders)}\n`);
  }
  report(results);
} finally {
  await Promise.all(contenders.flatMap(({ gateway, decisions }) => [gateway, decisions ?? []].flat()).map((one) => one.stop()));
  await house.stop();
}

async function startContenders({ keys, supergraphs, databaseUrl }: House, { only, node, profile, against }: Options): Promise<Contender[]> {
  const startWith: StartWith = {
    folder, keys, supergraphs, databaseUrl, node,
    profile: profile === undefined ? undefined : (name) => ['--cpu-prof', `--cpu-prof-dir=${path.resolve(profile)}`, `--cpu-prof-name=${name}.cpuprofile`],
  };
  const isWanted = (name: string): boolean => only?.includes(name) ?? true;
  const started: Contender[] = [];
  if (isWanted('stock')) started.push(await startStock(startWith));
  for (const sharing of SHARINGS) if (isWanted(sharing)) started.push(await startOurs(sharing, startWith));
  if (against) started.push(await startOurs('everything', { ...startWith, folder: path.resolve(against) }, 'before', '    the same, as it was before'));
  return started;
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
    process.stdout.write(`${JSON.stringify({ node: process.versions.node, ...ratios, cases }, null, 2)}\n`);
  }
}
