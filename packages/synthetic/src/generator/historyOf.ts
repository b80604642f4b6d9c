import type { Instant } from '@thegither/consent';
import { GRANTABLE_PURPOSES, REGISTER, type Purpose } from '@thegither/vocabulary';
import { DAY_MS, dayAfter, dayOf } from '../calendar.ts';
import type { SharingAct, SharingStep } from '../history.ts';
import { categoriesCoded } from '../sharing.ts';
import type { Life } from './life.ts';
import type { Random } from './random.ts';
import { agencyOf, colleagueAt, leaderAt, workerAt, type Staff } from './staff.ts';

const BREADTHS = [
  ['E1'], ['E1', 'E2'], ['E1', 'E2', 'S2'], ['E1', 'E2', 'E3', 'E4'], ['E1', 'C1', 'C2', 'C3'], ['E1', 'E2', 'H1', 'H2'], ['O1', 'O2', 'O3'], ['E1', 'E2', 'J2', 'O1', 'C1'],
  ['S2', 'S3', 'E1', 'E2', 'E3', 'E4', 'H1', 'O1', 'O3', 'C1', 'C2', 'C3'], ['S2', 'S3', 'S4', 'S5', 'E1', 'E2', 'E3', 'E4', 'H1', 'H2', 'H3', 'H4', 'J1', 'J2', 'O1', 'O2', 'O3', 'C1', 'C2', 'C3'],
] as const;
const PARTNER_PURPOSES: readonly Purpose[] = ['EMPLOYABILITY_SUPPORT', 'REFERRAL', 'ELIGIBILITY', 'HEALTH_ADJUSTMENTS', 'ONE_MEETING'];
/** To whom else people agree to share, for what, and what of it. */
const ELSEWHERE = [
  ['nhs-fife', 'HEALTH_ADJUSTMENTS', ['E1', 'H1', 'H2']], ['jobcentre-kirkcaldy', 'EMPLOYABILITY_SUPPORT', ['E1', 'E2', 'C1']], ['fife-housing', 'REFERRAL', ['O1', 'O2', 'O3', 'E1']],
  ['my-world-careers', 'EMPLOYABILITY_SUPPORT', ['E1', 'C1', 'C2', 'C3']], ['fife-works', 'ONE_MEETING', ['H1', 'O1']], ['fife-works', 'IN_WORK_SUPPORT', ['E4', 'C3']], ['fife-works', 'REFERRAL', ['E1', 'E2']],
] as const;

/** An act with the days since it, which may be a fraction. */
interface Told { readonly ago: number; readonly key: string; readonly act: SharingAct }

/** Which place among the generated people somebody has, in which household, and how the household is told of in the ledger. */
export interface Place { readonly place: number; readonly household: string | null }

/**
 * What a person agreed to over time, as it stands at an instant: grants of every kind (open, taken back, over, for one purpose or from one
 * source alone), refusals, exclusions, stops, and links with a household. Workers are assigned before anything is shared.
 */
export function historyOf(life: Life, random: Random, { place, household }: Place, at: Instant): SharingStep[] {
  const told = [
    ...assignmentsOf(life, random.split('assignments'), place, at),
    ...grantsOf(life, random.split('grants'), at),
    ...household === null ? [] : householdSteps(life, random.split('household'), household),
    ...endings(life, random.split('endings'), place),
  ];
  return told.toSorted((a, b) => b.ago - a.ago).map(({ ago, key, act }) => ({ ...act, key, at: Math.floor(at - ago * DAY_MS) }));
}

function assignmentsOf(life: Life, random: Random, place: number, at: Instant): Told[] {
  const others: readonly (readonly [Staff, boolean])[] = [
    ['case-manager', life.health && random.chance(55)], ['justice-worker', life.justice], ['housing-officer', life.home === 'NONE' || random.chance(6)], ['work-coach', random.chance(30)], ['careers-adviser', random.chance(14)],
  ];
  const staff: readonly Staff[] = ['key-worker', ...others.flatMap(([kind, there]) => (there ? [kind] : []))];
  return staff.flatMap((kind, n) => {
    const worker = workerAt(kind, place), key = `assigned-${kind}`;
    const by = kind === 'key-worker' ? leaderAt(place) : worker;
    const ago = n === 0 ? life.since : Math.max(life.since - random.between(3, 60), 6) + random.below(100) / 1000;
    const from = at - ago * DAY_MS;
    const assigned: Told = { ago, key, act: { kind: 'ASSIGNED', worker, by, from: Math.floor(from), purposes: n === 0 ? GRANTABLE_PURPOSES : PARTNER_PURPOSES, reason: 'Supports this person.' } };
    const second = kind === 'key-worker' && random.chance(5);
    // A few still wait for the person's yes.
    return n > 0 && random.chance(8) ? [assigned] : [assigned, {
      ago: ago - 0.5, key: `${key}-confirmed`, act: { kind: 'CONFIRMED', assigned: key, ...(second ? { secondWorker: colleagueAt(place) } : {}) },
    }];
  });
}

function grantsOf(life: Life, random: Random, at: Instant): Told[] {
  const today = dayOf(at);
  const granted = (key: string, ago: number, agency: string, purpose: Purpose, codes: readonly string[], lastsDays: number, sources: readonly string[] = []): Told => ({
    ago, key, act: { kind: 'GRANTED', recipient: { kind: 'agency', agency }, purpose, categories: inOrder(codes), sources, lastDay: dayAfter(today, Math.floor(lastsDays - ago)) },
  });
  const main = random.chance(88) ? random.pick(BREADTHS) : undefined;
  const begun = Math.max(life.since - random.between(1, 20), 2);
  const steps: Told[] = [];
  if (main) {
    // Whoever is long with the service agreed more than once: the earlier agreement is over.
    if (begun > 181) steps.push(granted('agreed-at-first', begun, 'fife-works', 'EMPLOYABILITY_SUPPORT', main, 180));
    const latest = begun > 181 ? random.between(3, 150) + 0.25 : Math.min(begun, 170) + 0.25;
    const sources = random.chance(6) ? ['fife-pathways', 'my-world-careers'] : [];
    steps.push(granted('agreed', latest, 'fife-works', 'EMPLOYABILITY_SUPPORT', main, random.pick([181, 181, 181, 300]), sources));
    if (random.chance(7)) steps.push({ ago: latest / 2, key: 'agreed-withdrawn', act: { kind: 'WITHDRAWN', granted: 'agreed' } });
  }
  random.some(ELSEWHERE, random.weighed([45, 0], [35, 1], [15, 2], [5, 3])).forEach(([agency, purpose, codes], n) => {
    const key = `agreed-elsewhere-${n}`;
    const ago = Math.min(begun, random.between(1, 220)) + 0.1 + n / 100;
    steps.push(granted(key, ago, agency, purpose, codes, random.pick([90, 181])));
    // What is over cannot be taken back any more.
    if (random.chance(12)) steps.push({ ago: Math.max(ago - 20, ago / 3), key: `${key}-withdrawn`, act: { kind: 'WITHDRAWN', granted: key } });
  });
  if (random.chance(4)) steps.push({ ...granted('agreed-one-worker', 1.5, 'fife-works', 'EMPLOYABILITY_SUPPORT', ['E3', 'H1'], 90), act: { kind: 'GRANTED', recipient: { kind: 'worker', worker: 'isla' }, purpose: 'TELL_EMPLOYER', categories: inOrder(['E4', 'H1']), sources: [], lastDay: dayAfter(today, 60) } });
  return steps;
}

/** Refusals, people kept out, and stops: the latest that was said, so that nothing is granted against them. */
function endings(life: Life, random: Random, place: number): Told[] {
  const steps: Told[] = [];
  if (random.chance(6)) steps.push({ ago: 0.9, key: 'refused', act: { kind: 'REFUSED', recipient: { kind: 'agency', agency: random.pick(['fife-works', 'jobcentre-kirkcaldy', 'fife-housing'] as const) }, purpose: random.pick([null, 'EMPLOYABILITY_SUPPORT']), categories: inOrder(random.pick([['H3', 'H4'], ['J3'], ['O2', 'O3'], ['S4']] as const)) } });
  if (random.chance(2)) steps.push({ ago: 0.8, key: 'excluded', act: { kind: 'EXCLUDED', recipient: random.pick([{ kind: 'worker', worker: workerAt('housing-officer', place) }, { kind: 'agency', agency: agencyOf('work-coach') }] as const) } });
  if (random.chance(4)) {
    steps.push({ ago: 0.7, key: 'stopped', act: { kind: 'STOPPED' } });
    if (random.chance(50)) steps.push({ ago: 0.6, key: 'resumed', act: { kind: 'RESUMED' } });
  }
  return life.since < 2 ? [] : steps;
}

function householdSteps(life: Life, random: Random, household: string): Told[] {
  const joined: Told = { ago: Math.max(life.since - 5, 1.2), key: 'joined', act: { kind: 'JOINED', household } };
  return random.chance(8) ? [joined, { ago: 1.1, key: 'left', act: { kind: 'LEFT' } }] : [joined];
}

/** Categories by name, each once, in the register's order. */
const inOrder = (codes: readonly string[]): string[] => {
  const names = new Set(categoriesCoded(...codes));
  return REGISTER.filter(({ name }) => names.has(name)).map(({ name }) => name);
};
