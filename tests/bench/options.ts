import { parseArgs } from 'node:util';

/** How a benchmark is run. */
export interface Options {
  /** Rounds for each case, and milliseconds of each. */
  readonly rounds: number;
  readonly roundMs: number;
  /** Milliseconds at most of each contender with each case before anything is measured. */
  readonly warmMs: number;
  /** Print JSON and nothing else. */
  readonly json: boolean;
  /** Only these cases; all when nothing is said. */
  readonly cases: readonly string[] | undefined;
  /** Only these contenders: stock, everything, mixture, nothing; measured only when they are named: floor for the least that one in Node can do, and consentFloor for that with the least decision service. */
  readonly only: readonly string[] | undefined;
  /** Also measure gateways of others, installed when they are first asked for. */
  readonly peers: boolean;
  /** Also measure ours with its spans sent to a collector. */
  readonly traced: boolean;
  /** Keep the bundled processes in this folder, to compare with them later. */
  readonly keep: string | undefined;
  /** Also measure our gateway as it was bundled into this folder. */
  readonly against: string | undefined;
  /** Write CPU profiles of our processes into this folder. */
  readonly profile: string | undefined;
  /** Arguments of Node for every gateway and decision service. */
  readonly node: readonly string[];
}

/** Reads the command line. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args], options: {
      quick: { type: 'boolean' }, json: { type: 'boolean' }, rounds: { type: 'string' }, seconds: { type: 'string' },
      cases: { type: 'string' }, only: { type: 'string' }, keep: { type: 'string' }, against: { type: 'string' }, profile: { type: 'string' },
      peers: { type: 'boolean' }, traced: { type: 'boolean' }, node: { type: 'string' },
    },
  });
  const [rounds, roundMs, warmMs] = values.quick ? [3, 250, 500] : [7, 2_500, 60_000];
  return {
    rounds: values.rounds ? Number(values.rounds) : rounds, roundMs: values.seconds ? Number(values.seconds) * 1000 : roundMs, warmMs,
    json: values.json ?? false, peers: values.peers ?? false, traced: values.traced ?? false, cases: values.cases?.split(','), only: values.only?.split(','),
    keep: values.keep, against: values.against, profile: values.profile, node: values.node?.split(' ').filter(Boolean) ?? [],
  };
}
