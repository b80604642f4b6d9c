import type { Role } from '@thegither/vocabulary';
import type { AgencyId } from '../agencies.ts';
import { WORKERS, TEAMS, workerNamed, type DemoWorker, type Team } from '../workers.ts';
import { FIRST_NAMES } from './names.ts';

/** A kind of worker that there are many of: the first of each kind is somebody of the demonstration. */
export type Staff = 'key-worker' | 'case-manager' | 'justice-worker' | 'housing-officer' | 'work-coach' | 'careers-adviser';

interface Kind {
  readonly agency: AgencyId;
  readonly role: Role;
  readonly first: string;
  /** In how many of the people generated there is one worker of the kind. */
  readonly people: number;
}

/** Ten key workers are a team with a leader, and 400 people are theirs: some have fewer, some more. */
const SHARES = [25, 30, 34, 38, 40, 42, 44, 46, 49, 52] as const;
const TEAM = 400;

const KINDS: Readonly<Record<Staff, Kind>> = {
  'key-worker': { agency: 'fife-works', role: 'KEY_WORKER', first: 'isla', people: TEAM / SHARES.length },
  'case-manager': { agency: 'nhs-fife', role: 'CASE_MANAGER', first: 'niamh', people: 150 },
  'justice-worker': { agency: 'fife-justice', role: 'JUSTICE_WORKER', first: 'ruaridh', people: 300 },
  'housing-officer': { agency: 'fife-housing', role: 'HOUSING_OFFICER', first: 'ewan', people: 400 },
  'work-coach': { agency: 'jobcentre-kirkcaldy', role: 'WORK_COACH', first: 'gordon', people: 250 },
  'careers-adviser': { agency: 'my-world-careers', role: 'CAREERS_ADVISER', first: 'catriona', people: 500 },
};

const numbered = (word: string, n: number) => `${word}-${String(n).padStart(4, '0')}`;
const idOf = (staff: Staff, n: number): string => (n === 0 ? KINDS[staff].first : numbered(staff, n));
const teamOf = (staff: Staff, n: number): string | null => (n === 0 ? (workerNamed(KINDS[staff].first)?.team ?? null) : staff === 'key-worker' ? keyTeam(Math.floor(n / SHARES.length)) : numbered(staff, Math.floor(n / SHARES.length)));
const keyTeam = (n: number): string => (n === 0 ? 'fife-works-east' : numbered('fife-works', n));
const leaderOf = (n: number): string => (n === 0 ? 'kirsty' : numbered('team-lead', n));

/** Which worker of a kind the person at a place (from 0) has. It does not depend on how many people there are. */
function numberOf(staff: Staff, place: number): number {
  if (staff !== 'key-worker') return Math.floor(place / KINDS[staff].people);
  let within = place % TEAM, slot = 0;
  while (within >= SHARES[slot]!) within -= SHARES[slot++]!;
  return Math.floor(place / TEAM) * SHARES.length + slot;
}

/** The worker of that kind who supports the person at a place. */
export const workerAt = (staff: Staff, place: number): string => idOf(staff, numberOf(staff, place));

/** Another key worker of the same team. */
export const colleagueAt = (place: number): string => workerAt('key-worker', place - (place % TEAM) + ((place + TEAM / 2) % TEAM));

/** Who leads the team of that person's key worker. */
export const leaderAt = (place: number): string => leaderOf(Math.floor(numberOf('key-worker', place) / SHARES.length));

/** The agency of a kind of worker. */
export const agencyOf = (staff: Staff): AgencyId => KINDS[staff].agency;

const nameOf = (n: number): string => FIRST_NAMES[(n * 7) % FIRST_NAMES.length]![0];

/** Everybody who supports the first so many generated people, and their teams, each whole: those of the demonstration among them. */
export function staffFor(count: number): { readonly teams: readonly Team[]; readonly workers: readonly DemoWorker[] } {
  const kinds = Object.keys(KINDS) as Staff[];
  const whole = Math.ceil(count / TEAM) * TEAM;
  const workers = kinds.flatMap((staff) => Array.from({ length: whole === 0 ? 0 : numberOf(staff, whole - 1) + 1 }, (_, n): DemoWorker => ({
    id: idOf(staff, n), name: nameOf(n), agency: KINDS[staff].agency, team: teamOf(staff, n), roles: [KINDS[staff].role],
  })));
  const leaders = Array.from({ length: whole / TEAM }, (_, n): DemoWorker => ({ id: leaderOf(n), name: nameOf(n + 3), agency: 'fife-works', team: keyTeam(n), roles: ['TEAM_LEAD'] }));
  const made = [...leaders, ...workers].filter(({ id }) => !workerNamed(id));
  const teams = new Map(made.flatMap(({ team, agency }) => (team === null || TEAMS.some(({ id }) => id === team) ? [] : [[team, { id: team, agency, name: `Team ${team.slice(-4)}` }]])));
  return { teams: [...TEAMS, ...teams.values()], workers: [...WORKERS, ...made] };
}
