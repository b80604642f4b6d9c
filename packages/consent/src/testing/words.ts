import { POWERS, categoryNamed, parsePurpose, parseRole, type Power, type Role } from '@thegither/vocabulary';
import type { Asker, Assignment, Authority, Grant, Opening, PersonFacts, Recipient, Refusal } from '../facts.ts';
import { type Mask, NOTHING, maskOf } from '../mask.ts';
import { DAY, FIFE_WORKS, ISLA, ISLAS_TEAM, NOW, asker, assignment, authority, exclusion, grant, opening, refusal } from './build.ts';

/** One word of the decision tables: as it is written, "…" standing for a name, and what it means with that name; undefined where the name is none. */
export interface Word<T> {
  readonly says: string;
  readonly means: (name: string) => T | undefined;
}

/** Reads what follows a word, after commas, by the words that may follow it: the changes that it makes, later ones over earlier ones. */
export type Said = <T>(words: readonly Word<Partial<T>>[]) => Partial<T>;

/** What a fact of the tables is in the ledger, given what follows it and an id of its own. */
export type FactWord = Word<(said: Said, id: string) => Partial<PersonFacts>>;

/** Who asks, given what follows the name. */
export type WhoWord = Word<(said: Said) => Asker>;

const word = <T>(says: string, means: T): Word<T> => ({ says, means: () => means });
const wordWith = <V, T>(says: string, read: (name: string) => V | undefined, make: (value: V) => T): Word<T> => ({
  says, means: (name) => {
    const value = read(name);
    return value === undefined ? undefined : make(value);
  },
});

/** The category of that name as a set of one; undefined when the register has none. */
export const categoryOf = (name: string): Mask | undefined => (categoryNamed(name) ? maskOf(name) : undefined);

const RECIPIENTS: ReadonlyMap<string, { readonly recipient: Recipient; readonly team: string | null }> = new Map([
  ['Isla', { recipient: ISLA, team: 'fife-works-kirkcaldy' }],
  ['Isla\'s team', { recipient: ISLAS_TEAM, team: 'fife-works-kirkcaldy' }],
  ['Isla\'s agency', { recipient: FIFE_WORKS, team: null }],
  ['Ewan', { recipient: { kind: 'worker', worker: 'ewan' }, team: 'fife-housing' }],
  ['another team', { recipient: { kind: 'team', team: 'fife-works-glenrothes' }, team: 'fife-works-glenrothes' }],
  ['another agency', { recipient: { kind: 'agency', agency: 'glasgow-housing' }, team: null }],
]);
const recipientOf = (name: string): Recipient | undefined => RECIPIENTS.get(name)?.recipient;

/** A moment as the tables say it: now, tomorrow, or so many days or hours ago. */
function momentOf(name: string): number | undefined {
  if (name === 'now') return NOW;
  if (name === 'tomorrow') return NOW + DAY;
  const [, many, unit] = /^(\d{1,3}) (day|hour)s? ago$/.exec(name) ?? [];
  return many === undefined ? undefined : NOW - Number(many) * (unit === 'day' ? DAY : DAY / 24);
}

const CONTROLLER = /^[a-z][a-z-]*$/;

/** A calendar day. */
export const dayNamed = (name: string): string | undefined => (/^\d{4}-\d\d-\d\d$/.test(name) ? name : undefined);

/** What may follow an assignment. */
export const OF_ASSIGNMENTS: readonly Word<Partial<Assignment>>[] = [
  wordWith('for …', parsePurpose, (purpose) => ({ purposes: [purpose] })),
  wordWith('from …', momentOf, (from) => ({ from })),
  wordWith('until …', momentOf, (to) => ({ to })),
  word('not confirmed', { confirmed: false }),
];

/** What may follow an agreement. */
export const OF_GRANTS: readonly Word<Partial<Grant>>[] = [
  wordWith('with …', recipientOf, (recipient) => ({ recipient })),
  wordWith('for …', parsePurpose, (purpose) => ({ purpose })),
  wordWith('rows of … alone', (name) => (name.split(' and ').every((one) => CONTROLLER.test(one)) ? name.split(' and ') : undefined), (sources) => ({ sources })),
  wordWith('rows since … alone', dayNamed, (dataFrom) => ({ dataFrom })),
  wordWith('rows until … alone', dayNamed, (dataTo) => ({ dataTo })),
  wordWith('from …', momentOf, (from) => ({ from })),
  wordWith('until …', momentOf, (to) => ({ to })),
  wordWith('first looked at …', momentOf, (usedAt) => ({ usedAt })),
  word('not confirmed', { state: 'RECORDED_UNCONFIRMED' }),
  word('paused', { state: 'PAUSED' }),
  word('withdrawn', { state: 'WITHDRAWN' }),
  word('superseded', { state: 'SUPERSEDED' }),
  word('renounced', { state: 'RENOUNCED' }),
  word('invalidated', { state: 'INVALIDATED' }),
];

/** What may follow something that was opened without her agreement. */
export const OF_OPENINGS: readonly Word<Partial<Opening>>[] = [
  word('by Ewan', { worker: 'ewan', agency: 'fife-housing' }),
  wordWith('from …', momentOf, (from) => ({ from })),
  wordWith('until …', momentOf, (to) => ({ to })),
];

/** What may follow a refusal. */
export const OF_REFUSALS: readonly Word<Partial<Refusal>>[] = [
  wordWith('to …', recipientOf, (recipient) => ({ recipient })),
  wordWith('for …', parsePurpose, (purpose) => ({ purpose })),
];

/** One power, or several joined by "and". */
function powersOf(names: string): Power[] | undefined {
  const powers = names.split(' and ').map((name) => POWERS.find((power) => power === name));
  return powers.every((power) => power !== undefined) ? powers : undefined;
}

/** What may follow somebody who acts for Morag. */
export const OF_AUTHORITIES: readonly Word<Partial<Authority>>[] = [
  wordWith('may …', powersOf, (powers) => ({ powers })),
  wordWith('from …', momentOf, (from) => ({ from })),
  wordWith('until …', momentOf, (to) => ({ to })),
  word('not confirmed', { confirmed: false }),
];

/** What may be so in the ledger about Morag. */
export const FACTS: readonly FactWord[] = [
  wordWith('… is assigned', (name) => RECIPIENTS.get(name), (to) => (said, id) => ({ assignments: [assignment({ ...to, id, ...said(OF_ASSIGNMENTS) })] })),
  wordWith('… agreed', categoryOf, (categories) => (said, id) => ({ grants: [grant(categories, { id, ...said(OF_GRANTS) })] })),
  wordWith('… refused', categoryOf, (categories) => (said, id) => ({ refusals: [refusal(categories, { id, ...said(OF_REFUSALS) })] })),
  wordWith('… excluded', recipientOf, (recipient) => (_, id) => ({ exclusions: [{ ...exclusion(recipient), id }] })),
  wordWith('Tam acts for her in …', categoryOf, (categories) => (said, id) => ({ authorities: [authority(categories, { id, ...said(OF_AUTHORITIES) })] })),
  wordWith('… opened in an emergency', categoryOf, (categories) => (said, id) => ({ openings: [opening(categories, { id, ...said(OF_OPENINGS) })] })),
  wordWith('… opened by a law', categoryOf, (categories) => (said, id) => ({ openings: [opening(categories, { id, reason: 'STATUTORY', ...said(OF_OPENINGS) })] })),
  word('hold', (_, id) => ({ hold: id })),
  word('a row cannot be read', () => ({ unreadable: true })),
];

/** A change of a worker, or of what stands about them whatever the person. */
type Change = NonNullable<Parameters<typeof asker>[0]>;

/** One role, or several joined by "and". */
function rolesOf(names: string): Role[] | undefined {
  const roles = names.split(' and ').map(parseRole);
  return roles.every((role) => role !== undefined) ? roles : undefined;
}

/** What may follow the name of a worker. */
export const OF_WORKERS: readonly Word<Partial<Change>>[] = [
  wordWith('now a …', rolesOf, (roles) => ({ roles })),
  word('who lost her role', { roles: [] }),
  word('who changed team', { worker: { team: 'fife-works-glenrothes' } }),
  word('who has no team', { worker: { team: null } }),
  word('who changed agency', { worker: { agency: 'fife-housing', team: 'fife-housing' } }),
  wordWith('whose agency holds …', categoryOf, (holds) => ({ holds })),
  word('whose agencies agreed on nothing', { agreed: NOTHING }),
];

const worker = (says: string, who: Change): WhoWord => word(says, (said) => {
  const change = said(OF_WORKERS);
  return asker({ ...who, ...change, worker: { ...who.worker, ...change.worker } });
});

/** Who may ask. */
export const WHO: readonly WhoWord[] = [
  worker('Isla', {}),
  worker('Ewan', { roles: ['HOUSING_OFFICER'], worker: { worker: 'ewan', agency: 'fife-housing', team: 'fife-housing' } }),
  worker('Kirsty', { roles: ['TEAM_LEAD'], worker: { worker: 'kirsty' } }),
  worker('Priya', { roles: ['LEP_ANALYST'], worker: { worker: 'priya', agency: 'fife-lep', team: null } }),
  worker('Shona', { roles: ['DATA_PROTECTION_LEAD'], worker: { worker: 'shona', agency: 'joint-controllers', team: null } }),
  word('Morag', () => ({ kind: 'person', person: 'morag' })),
  word('Tam', () => ({ kind: 'person', person: 'tam' })),
  word('Jean', () => ({ kind: 'person', person: 'jean' })),
];

/** Every list of words by the heading under which decisions.md explains it. */
export const WORDS: Readonly<Record<string, readonly { readonly says: string }[]>> = {
  'What is so': FACTS, 'After "is assigned"': OF_ASSIGNMENTS, 'After "agreed"': OF_GRANTS, 'After "refused"': OF_REFUSALS, 'After "opened"': OF_OPENINGS, 'After "acts for her"': OF_AUTHORITIES, 'Who asks': WHO, 'After the name of a worker': OF_WORKERS,
};
