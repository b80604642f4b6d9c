import { describe, expect, test } from '@jest/globals';
import { NOTHING, maskOf, namesIn } from '@thegither/consent';
import type { DecisionClaims } from '@thegither/vocabulary';
import { claimsFor, type Shares } from './testing/claimsFor.ts';
import { readDecision } from './receivedDecision.ts';

const JWK = { kty: 'OKP', crv: 'Ed25519', x: '' };
const MORAG = '1.AAAAAAAAAAAAAAAAAAAAAA';
const hex = (bits: number): string => bits.toString(16).padStart(16, '0');

const read = (changed: Partial<DecisionClaims>) => readDecision(claimsFor('housing', JWK, { claims: changed }));
const granted = (legend: string[], mask: string): string[] =>
  namesIn(read({ legend, people: { [MORAG]: { granted: mask, own: hex(0) } } }).of(MORAG)!.granted);

describe('a decision as it is read', () => {
  test.each([
    ['a position of the legend is that name', ['HOUSING_MONEY', 'SKILLS'], hex(0b10), ['SKILLS']],
    ['every position counts', ['HOUSING_MONEY', 'SKILLS'], hex(0b11), ['HOUSING_MONEY', 'SKILLS']],
    ['a name that the register does not know opens nothing', ['SHOE_SIZE', 'SKILLS'], hex(0b01), []],
    ['a bit beyond the legend opens nothing', ['SKILLS'], hex(0b10), []],
    ['a mask that cannot be read opens nothing', ['SKILLS'], 'ff', []],
  ])('%s', (_title, legend, mask, expected) => {
    expect(granted(legend, mask)).toEqual(expected);
  });

  test.each<[string, Record<string, Shares>, boolean]>([
    ['is said of them', { [MORAG]: { supported: true } }, true], ['is not said', { [MORAG]: {} }, false], ['is said of nobody', {}, false],
  ])('the caller supports somebody where it %s', (_title, people, expected) => {
    expect(readDecision(claimsFor('housing', JWK, { use: 'mutation', people })).supports(MORAG)).toBe(expected);
    expect(readDecision(claimsFor('housing', JWK, { use: 'mutation', people })).supports('constructor')).toBe(false);
  });

  const SEES: Record<string, Shares> = { [MORAG]: { supported: true, sees: ['SKILLS', 'CONDITIONS'] } };
  test.each<[string, Record<string, Shares>, readonly string[], boolean]>([
    ['all of it', SEES, ['CONDITIONS', 'SKILLS'], true], ['none of it', SEES, ['CONVICTIONS'], false], ['a part of it', SEES, ['SKILLS', 'CONVICTIONS'], false],
    ['what is no category', SEES, ['SKILLS', 'SHOE_SIZE'], false], ['what is not said', { [MORAG]: { supported: true } }, ['SKILLS'], false], ['what is said of nobody', {}, ['SKILLS'], false],
  ])('what the caller sees of somebody opens nothing: %s', (_title, people, categories, expected) => {
    const decision = readDecision(claimsFor('housing', JWK, { use: 'mutation', people }));
    expect(decision.sees(MORAG, categories)).toBe(expected);
    expect(decision.sees('constructor', categories)).toBe(false);
    expect(decision.of(MORAG)?.granted ?? NOTHING).toBe(NOTHING);
  });

  test('granted, own and sources are kept apart, with the caller\'s agency', () => {
    const people = { [MORAG]: { granted: ['WHERE_I_LIVE'], own: ['SKILLS'], sources: { WHERE_I_LIVE: ['glasgow-housing'] } } };
    expect(readDecision(claimsFor('housing', JWK, { people })).of(MORAG)).toEqual({
      granted: maskOf('WHERE_I_LIVE'), own: maskOf('SKILLS'), limits: new Map([['WHERE_I_LIVE', [{ sources: ['glasgow-housing'] }]]]), agency: 'fife-works',
    });
  });

  const SINCE = [{ from: '2026-03-01' }], GLASGOW = ['glasgow-housing'];
  test.each<{ title: string; shares: Shares; open: string[]; limits: [string, unknown][] }>([
    { title: 'rows shared by their day open the category, for those days', shares: { dated: { SKILLS: SINCE } }, open: ['SKILLS'], limits: [['SKILLS', SINCE]] },
    {
      title: 'they add to the rows of named controllers', shares: { granted: ['SKILLS'], sources: { SKILLS: GLASGOW }, dated: { SKILLS: SINCE } },
      open: ['SKILLS'], limits: [['SKILLS', [{ sources: GLASGOW }, ...SINCE]]],
    },
    { title: 'they add nothing where every row is shared', shares: { granted: ['SKILLS'], dated: { SKILLS: SINCE } }, open: ['SKILLS'], limits: [] },
    { title: 'controllers of a category that is not granted open nothing with them', shares: { sources: { SKILLS: GLASGOW }, dated: { SKILLS: SINCE } }, open: ['SKILLS'], limits: [['SKILLS', SINCE]] },
  ])('$title', ({ shares, open, limits }) => {
    const access = readDecision(claimsFor('housing', JWK, { people: { [MORAG]: shares } })).of(MORAG)!;
    expect([namesIn(access.granted), [...access.limits]]).toEqual([open, limits]);
  });

  test('days of a category that the register does not know open nothing', () => {
    expect(read({ legend: ['SHOE_SIZE'], people: { [MORAG]: { granted: hex(0), own: hex(0), dated: { SHOE_SIZE: SINCE } } } }).of(MORAG)!.granted).toBe(NOTHING);
  });

  test('everybody in it is named', () => {
    expect(readDecision(claimsFor('housing', JWK, { people: { [MORAG]: {} } })).people).toEqual([MORAG]);
  });

  test('the caller\'s words are masks of the register', () => {
    const words = { OUTSIDE_AGREEMENT: hex(0b1), ROLE_LIMIT: hex(0b10), NO_PURPOSE: hex(0) };
    expect(read({ legend: ['CONDITIONS', 'MY_SHARING'], words }).words).toEqual({
      OUTSIDE_AGREEMENT: maskOf('CONDITIONS'), ROLE_LIMIT: maskOf('MY_SHARING'), NO_PURPOSE: NOTHING,
    });
  });

  test.each(['constructor', '__proto__', 'toString', '', MORAG])('%p, who is not in it, is unknown', (id) => {
    expect(read({}).of(id)).toBeUndefined();
  });

  test('a person who asks has no agency', () => {
    const claims = claimsFor('housing', JWK, { caller: { kind: 'person', person: MORAG }, people: { [MORAG]: { granted: ['SKILLS'] } } });
    expect(readDecision(claims).of(MORAG)).toMatchObject({ agency: undefined });
  });
});
