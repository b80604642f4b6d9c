import { describe, expect, test } from '@jest/globals';
import { REGISTER, categoryNamed } from '@thegither/vocabulary';
import { AGENCIES, type AgencyId } from './agencies.ts';
import { AGREEMENTS } from './agreements.ts';
import { SERVICES } from './services.ts';
import { TEAMS, WORKERS } from './workers.ts';

const codesOf = (names: readonly string[]) => REGISTER.filter(({ name }) => names.includes(name)).map(({ code }) => code).join(' ');
const receives = (recipient: AgencyId) => codesOf(AGREEMENTS.filter((agreement) => agreement.recipient === recipient).flatMap(({ categories }) => categories));

describe('agencies', () => {
  test.each([
    ['fife-works', ''],
    ['fife-pathways', 'E1 E2 E3 E4'],
    ['nhs-fife', 'H1 H2 H3 H4'],
    ['fife-justice', 'J1 J2 J3 J4'],
    ['fife-housing', 'O1 O2 O3'],
    ['glasgow-housing', 'O1 O2 O3'],
    ['my-world-careers', 'C1 C2 C3'],
    ['jobcentre-kirkcaldy', ''],
    ['fife-lep', ''],
    ['joint-controllers', 'S1 S3 S4'],
  ])('%s is controller of "%s"', (id, holds) => {
    expect(codesOf(AGENCIES.find((agency) => agency.id === id)!.holds)).toBe(holds);
  });

  test.each([
    ['fife-works', 'S1 S2 S3 S4 S5 E1 E2 E3 E4 H1 H2 H3 H4 J1 J2 J3 O1 O2 O3 C1 C2 C3'],
    ['fife-justice', 'S1 S2 S3 S4 S5 E1 E2 E4 J1 J2 J3 J4 O1'],
    ['nhs-fife', 'S1 S2 S3 S4 S5 E1 E2 H1 H2 H3 H4 C1'],
    ['fife-housing', 'S1 S2 S3 S4 S5 E1 E2 O1 O2 O3'],
    ['glasgow-housing', 'S1 S2 S3 S4 S5 E1 E2 O1 O2 O3'],
    ['jobcentre-kirkcaldy', 'S1 E1 E2 E4 C1'],
    ['my-world-careers', 'S1 S2 S3 S4 S5 E1 E2 E4 C1 C2 C3'],
    ['fife-lep', ''],
    ['joint-controllers', 'M1'],
  ] as const)('agreements let %s receive "%s"', (recipient, codes) => {
    expect(receives(recipient)).toBe(codes);
  });

  test('agreements stand between Fife Works and each other agency, both ways, and between nobody else', () => {
    const pairs = AGREEMENTS.map(({ recipient, holder }) => `${recipient} from ${holder}`);
    expect(new Set(pairs).size).toBe(2 * (AGENCIES.length - 1));
    expect(pairs.every((pair) => pair.includes('fife-works'))).toBe(true);
  });
});

describe('workers', () => {
  test.each([
    ['isla', 'fife-works', 'KEY_WORKER'], ['kirsty', 'fife-works', 'TEAM_LEAD'], ['ruaridh', 'fife-justice', 'JUSTICE_WORKER'],
    ['niamh', 'nhs-fife', 'CASE_MANAGER'], ['ewan', 'fife-housing', 'HOUSING_OFFICER'], ['una', 'glasgow-housing', 'HOUSING_OFFICER'],
    ['gordon', 'jobcentre-kirkcaldy', 'WORK_COACH'], ['catriona', 'my-world-careers', 'CAREERS_ADVISER'], ['priya', 'fife-lep', 'LEP_ANALYST'],
    ['shona', 'joint-controllers', 'DATA_PROTECTION_LEAD'],
  ])('%s works for %s as %s', (id, agency, role) => {
    expect(WORKERS.find((worker) => worker.id === id)).toMatchObject({ agency, roles: [role] });
  });

  test('Isla and Kirsty, who leads, are one team', () => {
    expect(WORKERS.filter(({ team }) => team === 'fife-works-east').map(({ id }) => id)).toEqual(['isla', 'kirsty']);
  });

  test('every team belongs to the agency of those who are in it', () => {
    for (const { agency, team } of WORKERS) expect(team === null || TEAMS.some((each) => each.id === team && each.agency === agency)).toBe(true);
  });
});

describe('the directory of services', () => {
  test('stands by name, each service once, each telling of a category of the register', () => {
    expect(SERVICES.map(({ name }) => name)).toEqual(SERVICES.map(({ name }) => name).toSorted());
    expect(new Set(SERVICES.map(({ id }) => id)).size).toBe(SERVICES.length);
    for (const { tells } of SERVICES) expect(categoryNamed(tells)).toBeDefined();
  });
});
