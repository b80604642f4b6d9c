import { asThePersonKnows, assignedNow, couldLook, foldCouldLook, isCandidate, type CouldLookLine, type Instant, type PersonFacts } from '@thegither/consent';
import { readAccounts, type Account } from '../standing/readAccounts.ts';
import { readFacts, type Db } from '../standing/readStanding.ts';
import { readAgreedGrants, type AgreedGrant } from './readAgreedGrants.ts';

/** Workers about whom it is worked out what they could see of one person, at most. */
const MOST_WORKERS = 100;

/** Somebody who could look at one category now, by the names that people know; without a worker everybody of the team or agency. */
export interface CouldLookNow extends Omit<CouldLookLine, 'who' | 'grants'> {
  readonly worker: string | null;
  readonly team: string | null;
  readonly agency: string;
  readonly grants: readonly AgreedGrant[];
}

/** Who could look at a person now. */
export interface WhoCouldLook {
  readonly lines: readonly CouldLookNow[];
  /** False when there are more workers than were asked about. */
  readonly isWhole: boolean;
}

/**
 * Who could look at what of these people now, and why: an entry for everybody. It is the rule of the house, asked for
 * each worker who is assigned by name or by team, who opened something, and for those who oversee; to nobody else does it
 * open anything. With `told`, what the person is not told of yet is as if it were not.
 */
export async function readWhoCouldLook(db: Db, people: readonly string[], told: boolean): Promise<ReadonlyMap<string, WhoCouldLook>> {
  const { at, facts: all } = await readFacts(db, people);
  const facts = new Map([...all].map(([person, one]) => [person, told ? asThePersonKnows(one, at) : one]));
  const assigned = [...facts.values()].map((one) => assignedNow(one, at));
  const accounts = await readAccounts(db, { workers: assigned.flatMap(({ workers }) => workers), teams: assigned.flatMap(({ teams }) => teams), overseers: true }, at);
  const found = [...facts].map(([person, one]) => [person, linesOf(one, accounts, at)] as const);
  const grants = await readAgreedGrants(db, found.flatMap(([, { lines }]) => lines.flatMap((line) => line.grants)));
  return new Map(found.map(([person, { lines, isWhole }]) => [person, { isWhole, lines: lines.map((line) => namedLine(line, accounts, grants)) }]));
}

/** Those whom the person's assignments name come before those who oversee, so that a cut leaves out nobody who supports them for somebody who checks. */
function linesOf(facts: PersonFacts, accounts: readonly Account[], at: Instant): { readonly lines: CouldLookLine[]; readonly isWhole: boolean } {
  const { workers, teams } = assignedNow(facts, at);
  const supports = ({ asker: { worker } }: Account): boolean => workers.includes(worker.worker) || (worker.team !== null && teams.includes(worker.team));
  const candidates = accounts.filter(({ asker }) => isCandidate(facts, asker.worker, at)).toSorted((a, b) => Number(supports(b)) - Number(supports(a)));
  const asked = candidates.slice(0, MOST_WORKERS);
  return {
    isWhole: asked.length === candidates.length,
    lines: foldCouldLook(couldLook(facts, asked.map(({ asker }) => asker), at), {
      workers: asked.map(({ asker }) => asker.worker),
      teams: new Map(asked.flatMap(({ asker: { worker }, inTeam }) => (worker.team === null ? [] : [[worker.team, inTeam]]))),
      agencies: new Map(asked.map(({ asker: { worker }, inAgency }) => [worker.agency, inAgency])),
    }),
  };
}

function namedLine({ who, grants, ...line }: CouldLookLine, accounts: readonly Account[], agreed: ReadonlyMap<string, AgreedGrant>): CouldLookNow {
  const one = accounts.find(({ asker: { worker } }) => (who.kind === 'worker' ? worker.worker === who.worker : who.kind === 'team' ? worker.team === who.team : worker.agency === who.agency))!;
  return {
    ...line, agency: one.agencyName, worker: who.kind === 'worker' ? one.name : null, team: who.kind === 'team' ? one.teamName : null,
    grants: grants.flatMap((id) => agreed.get(id) ?? []),
  };
}
