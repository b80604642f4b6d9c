import { describe, expect, test } from '@jest/globals';
import { categoryNamed, parseSpineId } from '@thegither/vocabulary';
import { AGENCIES } from '../agencies.ts';
import { DAY_MS } from '../calendar.ts';
import { everyRecord } from '../everyRecord.ts';
import { CANDIDATE_NUMBER } from '../identifiers/candidateNumber.ts';
import { CHI } from '../identifiers/chi.ts';
import { PERSONAS } from '../personas.ts';
import { SERVICES } from '../services.ts';
import { UNREAL } from '../spine.ts';
import { UNREAL_UPRN } from '../uprn.ts';
import { GREATEST_SEED, MOST_PEOPLE, generatedBy, personAt } from './personAt.ts';
import { staffFor } from './staff.ts';

const AT = Date.UTC(2026, 10, 22);
const TODAY = '2026-11-22';
const COUNT = 1000;
const PEOPLE = Array.from({ length: COUNT }, (_, place) => personAt(7, place));
const STORIES = PEOPLE.map(({ story }) => story(TODAY));
const HISTORIES = PEOPLE.map(({ history }) => history(AT));
const idsOf = (seed: number, place: number, room: string, count: number) => {
  const newId = personAt(seed, place).newIds(room);
  return Array.from({ length: count }, newId);
};

const told = (seed: number, place: number) => {
  const { spine, story, history } = personAt(seed, place);
  return { spine, story: story(TODAY), history: history(AT), ids: idsOf(seed, place, 'housing', 3) };
};

describe('a generated person', () => {
  test('is the same each time, whoever else is made, and another for another seed', () => {
    expect(told(7, 41)).toEqual(told(7, 41));
    expect(told(7, 41)).not.toEqual(told(8, 41));
    expect(told(7, 41)).not.toEqual(told(7, 42));
  });

  test('says in the spine whose it is; nobody else\'s spine says so', () => {
    for (const [seed, place] of [[7, 0], [0, 99_999], [GREATEST_SEED, MOST_PEOPLE - 1]] as const) {
      const { spine } = personAt(seed, place);
      expect(parseSpineId(spine)).toBe(spine);
      expect(generatedBy(spine)).toEqual({ seed, place });
    }
    for (const { spine } of PERSONAS) expect(generatedBy(spine)).toBeUndefined();
    const { spine } = personAt(7, 1);
    expect(generatedBy(parseSpineId(`${spine.slice(0, -1)}${spine.endsWith('0') ? '1' : '0'}`)!)).toBeUndefined();
  });

  test.each([[-1, 0], [GREATEST_SEED + 1, 0], [7, MOST_PEOPLE], [7, 0.5], [Number.NaN, 0]])('is refused for seed %d and place %d', (seed, place) => {
    expect(() => personAt(seed, place)).toThrow(RangeError);
  });

  test('has ids of their own in every room, of version 8, each with the sign that it is unreal', () => {
    const ids = [0, 1, 5000].flatMap((place) => ['housing', 'ledger', 'referrals'].flatMap((room) => [7, 8].flatMap((seed) => idsOf(seed, place, room, 50))));
    expect(new Set(ids).size).toBe(900);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-7e57-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(() => idsOf(7, 0, 'housing', 5000)).toThrow(RangeError);
    expect(() => personAt(7, 0).newIds('nowhere')).toThrow(RangeError);
  });
});

describe('a thousand generated people', () => {
  test('are nobody: spines, telephones, addresses, numbers of every kind', () => {
    expect(new Set(PEOPLE.map(({ spine }) => spine)).size).toBe(COUNT);
    for (const { spine } of PEOPLE) expect(spine.startsWith(UNREAL)).toBe(true);
    for (const { kind, value } of STORIES.flatMap(({ people }) => people.contacts)) {
      expect(kind === 'PHONE' || kind === 'TEXT' ? /^(01632 960|07700 900)\d{3}$/.test(value ?? '') : value === null || value.endsWith('@example.org')).toBe(true);
    }
    const chis = STORIES.flatMap(({ healthAndWork }) => healthAndWork.cases.flatMap(({ chi }) => chi ?? []));
    const candidates = STORIES.flatMap(({ careers }) => careers.candidateNumbers.map(({ candidateNumber }) => candidateNumber));
    expect(chis.length).toBeGreaterThan(100);
    expect(candidates.length).toBeGreaterThan(100);
    expect(chis.filter((chi) => !CHI.isProvablyUnreal(chi.slice(0, 9)))).toEqual([]);
    expect(candidates.filter((number) => !CANDIDATE_NUMBER.isProvablyUnreal(number.slice(0, 8)))).toEqual([]);
    expect(new Set(STORIES.flatMap(({ housing }) => housing.tenancies.flatMap(({ uprn }) => uprn ?? [])))).toEqual(new Set([UNREAL_UPRN]));
  });

  test('have no other number that could be somebody\'s', () => {
    const found = STORIES.flatMap(({ people: { contacts: _contacts, ...people }, ...rooms }) =>
      JSON.stringify([people, rooms], (name, value: unknown) => (name === 'chi' || name === 'candidateNumber' || name === 'uprn' ? null : value)).match(/\d[\d ]{6,}/g) ?? []);
    expect(found).toEqual([]);
  });

  test('are held by agencies that are controllers of the category, with labels that the register knows', () => {
    const holds = new Map(AGENCIES.map(({ id, holds }) => [id as string, holds]));
    expect(STORIES.flatMap((story) => everyRecord(story).filter(({ category, record }) => !holds.get(record.controller)?.includes(category)))).toEqual([]);
    const labels = STORIES.flatMap((story) => (JSON.stringify(story).match(/"labels":\[[^\]]*\]/g) ?? []).flatMap((text) => (JSON.parse(`{${text}}`) as { labels: string[] }).labels));
    expect(labels.filter((name) => !categoryNamed(name))).toEqual([]);
  });

  test('are referred to services of the directory, each with the label of what that service tells', () => {
    const tells = new Map(SERVICES.map((service) => [service.id, service.tells]));
    for (const { service, labels } of STORIES.flatMap(({ referrals }) => referrals.referrals)) expect(labels).toContain(tells.get(service));
  });

  test('have a limit wherever there is unpaid work, at the same times and with no word of it', () => {
    const slots = STORIES.flatMap(({ justice }) => justice.paybackOrders.flatMap(({ slots }) => slots.map((slot) => ({ slot, justice }))));
    expect(slots.length).toBeGreaterThan(20);
    for (const { slot: { day, from, to, until }, justice: { workLimits } } of slots) expect(workLimits.map(({ day, from, to, until }) => ({ day, from, to, until }))).toContainEqual({ day, from, to, until });
    const told = STORIES.flatMap(({ justice }) => [...justice.workLimits.filter(({ labels }) => labels.length === 0), ...justice.timeline.filter(({ category }) => category === 'JUSTICE_LIMITS')])
      .flatMap((row) => ('title' in row ? [row.kind, row.title, row.by] : [row.place]));
    expect([...new Set(told)].join()).not.toMatch(/convict|order|court|prison|curfew|licence|unpaid|payback|justice|offen|social/i);
  });

  test.each([
    ['every stage', STORIES.flatMap(({ employability }) => employability.participations.map(({ stage }) => stage)), 5],
    ['barriers', STORIES.flatMap(({ employability }) => employability.barriers.map(({ code }) => code)), 14],
    ['homes', STORIES.flatMap(({ housing }) => housing.situations.map(({ tenure }) => tenure)), 6],
    ['states of rent', STORIES.flatMap(({ housing }) => housing.rentAccounts.map(({ standing }) => standing)), 3],
    ['states of courses', STORIES.flatMap(({ careers }) => careers.courseApplications.map(({ state }) => state)), 6],
    ['states of referrals', STORIES.flatMap(({ referrals }) => referrals.referrals.map(({ state }) => state)), 6],
    ['steps with the ledger', HISTORIES.flatMap((steps) => steps.map(({ kind }) => kind)), 10],
    ['purposes of grants', HISTORIES.flatMap((steps) => steps.flatMap((step) => (step.kind === 'GRANTED' ? step.purpose : []))), 6],
  ])('are of all kinds: %s', (_what, values, kinds) => {
    expect(new Set<unknown>(values).size).toBeGreaterThanOrEqual(kinds);
  });

  test('have histories that go forward and end before now, with grants that go on, are over, and were taken back', () => {
    for (const steps of HISTORIES) {
      expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).toSorted((a, b) => a - b));
      expect(steps.every(({ at }) => at < AT)).toBe(true);
      expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
    }
    const grants = HISTORIES.flatMap((steps) => steps.flatMap((step) => (step.kind === 'GRANTED' ? [{ ...step, withdrawn: steps.some((other) => other.kind === 'WITHDRAWN' && other.granted === step.key) }] : [])));
    const share = (count: number) => count / grants.length;
    expect(share(grants.filter(({ lastDay }) => lastDay < TODAY).length)).toBeGreaterThan(0.05);
    expect(share(grants.filter(({ withdrawn }) => withdrawn).length)).toBeGreaterThan(0.03);
    expect(share(grants.filter(({ lastDay, withdrawn }) => lastDay >= TODAY && !withdrawn).length)).toBeGreaterThan(0.5);
    expect(grants.some(({ sources }) => sources.length > 0)).toBe(true);
    for (const { at, lastDay } of grants) expect(Date.parse(lastDay) - at).toBeLessThan(365 * DAY_MS);
  });

  test('live together here and there, and of those who do not all agreed to be linked', () => {
    const households = HISTORIES.flatMap((steps) => steps.flatMap((step) => (step.kind === 'JOINED' ? step.household : [])));
    expect(households).toHaveLength(COUNT * 2 / 5);
    expect(new Set(households).size).toBe(COUNT / 5);
  });

  test('are supported by workers whom there are, with caseloads as people have them', () => {
    const { workers, teams } = staffFor(COUNT);
    const known = new Map(workers.map((worker) => [worker.id, worker]));
    expect(known.size).toBe(workers.length);
    for (const { team, agency } of workers) expect(team === null || teams.some((each) => each.id === team && each.agency === agency)).toBe(true);
    const assigned = HISTORIES.flatMap((steps) => steps.flatMap((step) => (step.kind === 'ASSIGNED' ? [step] : [])));
    for (const { worker, by } of assigned) expect(known.get(by)?.agency).toBe(known.get(worker)!.agency);
    for (const step of HISTORIES.flat()) if (step.kind === 'CONFIRMED' && step.secondWorker) expect(known.has(step.secondWorker)).toBe(true);
    const loads = workers.filter(({ roles }) => roles.includes('KEY_WORKER')).map(({ id }) => assigned.filter(({ worker }) => worker === id).length);
    expect(Math.max(...loads)).toBeLessThanOrEqual(60);
    expect(loads.filter((load) => load >= 25).length).toBeGreaterThan(20);
    expect(assigned.filter(({ worker }) => worker === 'isla')).toHaveLength(25);
  });
});
