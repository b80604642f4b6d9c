import { describe, expect, test } from '@jest/globals';
import { REGISTER, categoryNamed } from '@thegither/vocabulary';
import { AGENCIES } from './agencies.ts';
import { everyRecord } from './everyRecord.ts';
import { caseloadOf } from './generator/caseloadOf.ts';
import { CANDIDATE_NUMBER } from './identifiers/candidateNumber.ts';
import { HOUSEHOLDS, PERSONAS, personaNamed } from './personas.ts';
import { SERVICES } from './services.ts';
import { UNREAL } from './spine.ts';
import { UNREAL_UPRN } from './uprn.ts';
import { WORKERS } from './workers.ts';

const AT = Date.UTC(2026, 10, 22, 9);
const TODAY = '2026-11-22';
const EVERYBODY = [...PERSONAS, ...caseloadOf(200, 1)];
const codesOf = (names: readonly string[]) => REGISTER.filter(({ name }) => names.includes(name)).map(({ code }) => code).join(' ');
const sharingOf = (key: string) => personaNamed(key)!.sharing(AT);
const storyOf = (key: string) => personaNamed(key)!.story(TODAY);

describe('the nine people', () => {
  // the design's table, its rows in its order; Callum's H4 and J3 are one order with treatment
  test.each([
    ['morag', 'isla niamh', 'E1 E2 E3 E4 H1 H2 H3 O1 O3 C1 C2 C3', 'S2 S3 E1 E2 E3 E4 H1 H2 C1 C2 C3'],
    ['callum', 'isla ruaridh gordon', 'E1 E2 J1 J2 J3 O2 C1', 'E1 E2 J2 O1 O2 C1'],
    ['aisha', 'isla catriona gordon', 'E1 E2 E3 E4 C1 C2 C3', 'S2 E1 E2 E3 E4 C1 C2 C3'],
    ['derek', 'isla ewan', 'E1 H4 O2', 'E1 H4 O2'],
    ['mairi', 'isla', 'E1', 'S5 E1'],
    ['tam', 'isla', 'E1', ''],
    ['jean', 'isla', 'E1', 'E1'],
    ['hamish', 'isla', 'E1 E2 E3 E4 C1 C2 C3', 'E1'],
    ['fiona', 'isla ewan', 'O1 O2', ''],
  ])('%s: assigned to %s, has records in %s, agreed to %s', (key, assigned, records, agreed) => {
    const { assignments, grants } = sharingOf(key);
    expect(assignments.map(({ recipient }) => recipient.kind === 'worker' && recipient.worker).join(' ')).toBe(assigned);
    expect(codesOf(everyRecord(storyOf(key)).map(({ category }) => category).filter((name) => categoryNamed(name)?.owner !== 'people'))).toBe(records);
    expect(codesOf(grants.flatMap(({ categories }) => categories))).toBe(agreed);
  });

  test.each([...PERSONAS].map((persona) => [persona.key, persona] as const))('%s shares with Fife Works, for employability support alone', (_key, persona) => {
    for (const { recipient, purpose } of persona.sharing(AT).grants) {
      expect({ recipient, purpose }).toEqual({ recipient: { kind: 'agency', agency: 'fife-works' }, purpose: 'EMPLOYABILITY_SUPPORT' });
    }
  });

  test('every assignment is confirmed and goes on, but for Hamish\'s, which ended yesterday', () => {
    for (const { key, assignments } of PERSONAS.map((persona) => ({ key: persona.key, ...persona.sharing(AT) }))) {
      for (const { confirmed, to } of assignments) expect({ key, confirmed, to }).toEqual({ key, confirmed: true, to: key === 'hamish' ? AT - 86_400_000 : null });
    }
  });

  test('Derek agreed, then stopped all sharing; he keeps Ewan out and nobody else keeps anybody out', () => {
    const { grants, exclusions, stoppedAll } = sharingOf('derek');
    expect(stoppedAll).toBeGreaterThan(grants[0]!.from);
    expect(stoppedAll).toBeLessThan(AT);
    expect(exclusions.map(({ recipient }) => recipient)).toEqual([{ kind: 'worker', worker: 'ewan' }]);
    expect(PERSONAS.filter((persona) => persona.sharing(AT).exclusions.length > 0 || persona.sharing(AT).stoppedAll !== null)).toEqual([personaNamed('derek')]);
  });

  test('Callum is free to work in six weeks, whenever the story is told', () => {
    expect(storyOf('callum').justice.workLimits.map(({ freeToWorkFrom }) => freeToWorkFrom)).toContain('2027-01-03');
    expect(personaNamed('callum')!.story('2027-06-01').justice.workLimits.map(({ freeToWorkFrom }) => freeToWorkFrom)).toContain('2027-07-13');
  });

  test('whenever Callum does unpaid work there is a limit at the same times, which says nothing of it', () => {
    const { workLimits, paybackOrders, timeline } = storyOf('callum').justice;
    const times = workLimits.map(({ day, from, to, until }) => ({ day, from, to, until }));
    for (const { day, from, to, until } of paybackOrders.flatMap(({ slots }) => slots)) expect(times).toContainEqual({ day, from, to, until });
    const told = [...workLimits.filter(({ labels }) => labels.length === 0).map(({ place }) => place), ...timeline.filter(({ category }) => category === 'JUSTICE_LIMITS').flatMap(({ kind, title }) => [kind, title])];
    expect(JSON.stringify(told)).not.toMatch(/convict|order|court|prison|curfew|licence|unpaid|payback|justice|offen|social/i);
  });

  test('Callum\'s order asks for treatment', () => {
    expect(storyOf('callum').justice.paybackOrders[0]!.treatment).toEqual(['ALCOHOL']);
  });

  test('Aisha works 12 hours and is at college', () => {
    expect(storyOf('aisha').employability.outcomes.map(({ kind, hoursAWeek }) => [kind, hoursAWeek])).toEqual([['JOB', 12], ['FURTHER_EDUCATION', 16]]);
  });

  test('Fiona has rows of two landlords: where she lives at both, homelessness help at Glasgow\'s alone', () => {
    const { situations, homelessApplications } = storyOf('fiona').housing;
    expect(new Set(situations.map(({ controller }) => controller))).toEqual(new Set(['fife-housing', 'glasgow-housing']));
    expect(homelessApplications.map(({ controller }) => controller)).toEqual(['glasgow-housing']);
  });

  test('Mairi and Tam are one household, and only Mairi agreed to be linked', () => {
    expect(HOUSEHOLDS.map(({ members }) => members.map(({ persona, agreed }) => [persona.key, agreed]))).toEqual([[['mairi', true], ['tam', false]]]);
  });

  test.each([['morag', 'CONDITIONS'], ['callum', 'CONVICTIONS'], ['derek', 'MENTAL_HEALTH_AND_RECOVERY']])(
    '%s has words in an employability record that tell of %s', (key, label) => {
      const { actionPlan, participations, barriers } = storyOf(key).employability;
      const steps = (actionPlan?.goals ?? []).flatMap((goal) => goal.steps);
      expect([...steps, ...participations, ...barriers].flatMap(({ labels }) => labels)).toContain(label);
    },
  );
});

describe('everybody, generated people too', () => {
  test('is held by an agency that is controller of the category', () => {
    const holds = new Map(AGENCIES.map(({ id, holds }) => [id as string, holds]));
    const misplaced = EVERYBODY.flatMap(({ key, story }) =>
      everyRecord(story(TODAY)).filter(({ category, record }) => !holds.get(record.controller)?.includes(category)).map(({ category }) => `${key} ${category}`));
    expect(misplaced).toEqual([]);
  });

  test('has labels and grants that the register knows', () => {
    const names = EVERYBODY.flatMap(({ story, sharing }) => [
      ...(JSON.stringify(story(TODAY)).match(/"labels":\[[^\]]*\]/g) ?? []).flatMap((text) => (JSON.parse(`{${text}}`) as { labels: string[] }).labels),
      ...sharing(AT).grants.flatMap(({ categories }) => categories),
    ]);
    expect(names.filter((name) => !categoryNamed(name))).toEqual([]);
  });

  test('is provably unreal: telephone numbers kept for drama, addresses that nobody has, a spine that says so', () => {
    for (const { spine, story } of EVERYBODY) {
      expect(spine.startsWith(UNREAL)).toBe(true);
      for (const { kind, value } of story(TODAY).people.contacts) {
        expect(kind === 'PHONE' || kind === 'TEXT' ? /^(01632 960|07700 900)\d{3}$/.test(value ?? '') : value === null || value.endsWith('@example.org')).toBe(true);
      }
    }
  });

  test('has no other number that could be a telephone, health or candidate number', () => {
    const texts = EVERYBODY.flatMap(({ story }) => {
      const { people: { contacts: _numbers, ...people }, ...rooms } = story(TODAY);
      // A CHI number has ten digits: the test of health-and-work's chi.ts shows that each of these belongs to nobody. The other two are looked at below.
      return JSON.stringify([people, rooms], (name, value: unknown) => (name === 'chi' || name === 'candidateNumber' || name === 'uprn' ? null : value)).match(/\d[\d ]{6,}/g) ?? [];
    });
    expect(texts).toEqual([]);
  });

  test('has candidate numbers that nobody can have, and lives at no property there is', () => {
    const stories = EVERYBODY.map(({ story }) => story(TODAY));
    const numbers = stories.flatMap(({ careers }) => careers.candidateNumbers.map(({ candidateNumber }) => candidateNumber));
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers.filter((number) => !/^\d{9}$/.test(number) || !CANDIDATE_NUMBER.isProvablyUnreal(number.slice(0, 8)))).toEqual([]);
    expect(new Set(stories.flatMap(({ housing }) => housing.tenancies.map(({ uprn }) => uprn)).filter((uprn) => uprn !== null))).toEqual(new Set([UNREAL_UPRN]));
  });

  test('has an answer to an equality question only where one was given, and all three states are told by somebody', () => {
    const answers = EVERYBODY.flatMap(({ story }) => story(TODAY).people.equality);
    expect(answers.filter(({ state, answer }) => (state === 'ANSWERED') !== (answer !== null))).toEqual([]);
    expect(new Set(answers.map(({ state }) => state))).toEqual(new Set(['ANSWERED', 'PREFER_NOT_TO_SAY', 'NOT_ASKED']));
  });

  test('is assigned to workers of the demonstration', () => {
    const workers = WORKERS.map(({ id }) => id);
    const strangers = EVERYBODY.flatMap(({ sharing }) => sharing(AT).assignments).filter(({ recipient }) => recipient.kind !== 'worker' || !workers.includes(recipient.worker));
    expect(strangers).toEqual([]);
  });

  test('is referred to services of the directory, each with the label of what that service tells', () => {
    const tells = new Map(SERVICES.map((service) => [service.id, service.tells]));
    const referrals = EVERYBODY.flatMap(({ story }) => story(TODAY).referrals.referrals);
    expect(referrals.length).toBeGreaterThan(4);
    for (const { service, labels } of referrals) expect(labels).toContain(tells.get(service));
  });
});
