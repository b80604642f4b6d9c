import { PERMIT_REASONS, WITHHOLD_REASONS, parsePurpose, type Reason, type SharingState } from '@thegither/vocabulary';
import type { Asked } from '../asked.ts';
import type { PersonFacts } from '../facts.ts';
import type { Limit } from '../limit.ts';
import type { Mask } from '../mask.ts';
import type { Standing } from '../standing.ts';
import { asked, facts } from './build.ts';
import { FACTS, type Said, WHO, WORDS, type Word, categoryOf, dayNamed } from './words.ts';

/** One row of decisions.md: the facts and the question that it writes, and what must come of them. */
export interface DecisionRow {
  readonly line: number;
  /** The rule under whose heading it stands. */
  readonly rule: string;
  /** The row's first four cells, to be read in a test's title. */
  readonly says: string;
  readonly facts: PersonFacts;
  readonly asked: Asked;
  readonly category: Mask;
  readonly categoryName: string;
  readonly standing: Standing;
  readonly reason: Reason;
  readonly state: SharingState;
  /** The rows that alone are shown; undefined when every one is. */
  readonly limits: readonly Limit[] | undefined;
}

const COLUMNS = ['what is so', 'who asks', 'purpose', 'category', 'standing', 'reason', 'what the worker sees'];
const WORD_COLUMNS = ['word', 'what it means'];
const STANDINGS: readonly Standing[] = ['SELF', 'REPRESENTATIVE', 'ASSIGNED', 'OVERSIGHT', 'OPENED', 'PENDING', 'TEAM', 'STRANGER', 'NONE'];
const REASONS: readonly Reason[] = [...PERMIT_REASONS, ...WITHHOLD_REASONS];
const STATES: readonly SharingState[] = ['SHARED', 'SHARED_OWN_ONLY', 'NOT_SHARED', 'OUTSIDE_AGREEMENT', 'ROLE_LIMIT', 'NO_PURPOSE'];

const refuse = (line: number, why: string): never => {
  throw new RangeError(`decisions.md, line ${line}: ${why}`);
};

const isOneOf = <T extends string>(all: readonly T[], text: string): text is T => all.some((one) => one === text);
const oneOf = <T extends string>(all: readonly T[], text: string, what: string, line: number): T =>
  isOneOf(all, text) ? text : refuse(line, `"${text}" is no ${what}; it is one of ${all.join(', ')}`);

/** The words that rows have used, and a way to use one. */
class Reading {
  readonly used = new Set<Word<unknown>>();
  readonly line: number;

  constructor(line: number) {
    this.line = line;
  }

  /** What the text means by one of the words. */
  word<T>(words: readonly Word<T>[], text: string): T {
    for (const word of words) {
      const [before = '', after] = word.says.split('…');
      const fits = after === undefined ? text === before : text.length > word.says.length - 1 && text.startsWith(before) && text.endsWith(after);
      const meaning = fits ? word.means(text.slice(before.length, text.length - (after?.length ?? 0))) : undefined;
      if (meaning === undefined) continue;
      this.used.add(word);
      return meaning;
    }
    return refuse(this.line, `"${text}" is not one of the words; it may be ${words.map(({ says }) => `"${says}"`).join(', ')}`);
  }

  /** What a phrase means: a word, and after commas the words that may follow it. */
  phrase<T>(words: readonly Word<(said: Said, id: string) => T>[], text: string, id: string): T {
    const [head = '', ...rest] = text.split(',').map((part) => part.trim());
    let left = rest;
    const said: Said = (following) => {
      left = [];
      return Object.assign({}, ...rest.map((one) => this.word(following, one)));
    };
    const meaning = this.word(words, head)(said, id);
    return left.length === 0 ? meaning : refuse(this.line, `nothing may follow "${head}"`);
  }
}

function readFacts(reading: Reading, text: string): PersonFacts {
  const none = facts({ assignments: [] });
  if (text === 'nothing') return none;
  return text.split(';').map((phrase, index) => reading.phrase(FACTS, phrase.trim(), `row-${index + 1}`)).reduce<PersonFacts>((all, one) => ({
    ...all, ...one,
    assignments: [...all.assignments, ...one.assignments ?? []], exclusions: [...all.exclusions, ...one.exclusions ?? []],
    refusals: [...all.refusals, ...one.refusals ?? []], grants: [...all.grants, ...one.grants ?? []], openings: [...all.openings, ...one.openings ?? []],
    authorities: [...all.authorities, ...one.authorities ?? []],
  }), none);
}

/** "SHARED", or which rows alone: "SHARED, rows of a and b alone or rows since 2026-03-01 alone". */
function readShown(text: string, line: number): Pick<DecisionRow, 'state' | 'limits'> {
  const [, state = text, rows] = /^(SHARED), (rows .+ alone)$/.exec(text) ?? [];
  return { state: oneOf(STATES, state, 'thing that a worker sees', line), limits: rows?.split(' or ').map((one) => readLimit(one, line)) };
}

function readLimit(text: string, line: number): Limit {
  const [whole, controllers, from, to] = /^rows(?: of (.+?))?(?: since (\S+))?(?: until (\S+))? alone$/.exec(text) ?? [];
  if (whole === undefined || [from, to].some((day) => day !== undefined && dayNamed(day) === undefined)) return refuse(line, `"${text}" does not say which rows`);
  return { ...(controllers !== undefined && { sources: controllers.split(' and ').toSorted() }), ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function readRow(cells: readonly string[], rule: string, reading: Reading): DecisionRow {
  const { line } = reading;
  if (cells.length !== COLUMNS.length) return refuse(line, `a row has ${COLUMNS.length} cells, and this one ${cells.length}`);
  const [what = '', who = '', purpose = '', categoryName = '', standing = '', reason = '', shown = ''] = cells;
  return {
    line, rule, categoryName, says: `${what} · ${who} · ${purpose} · ${categoryName}`,
    facts: readFacts(reading, what),
    asked: asked({
      asker: reading.phrase(WHO, who, 'who'),
      purpose: purpose === 'none' ? undefined : parsePurpose(purpose) ?? refuse(line, `"${purpose}" is no purpose; without one write none`),
    }),
    category: categoryOf(categoryName) ?? refuse(line, `"${categoryName}" is no category of the register`),
    standing: oneOf(STANDINGS, standing, 'standing', line), reason: oneOf(REASONS, reason, 'reason', line), ...readShown(shown, line),
  };
}

interface Table {
  readonly line: number;
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

const cellsOf = (text: string): string[] => text.trim().slice(1, -1).split('|').map((cell) => cell.trim());
const same = (one: readonly string[], other: readonly string[]): boolean => one.join('|') === other.join('|');

/** The tables of a Markdown text, each with the heading above it. */
function tablesIn(text: string): Table[] {
  const tables: { line: number; heading: string; columns: string[]; rows: { line: number; cells: string[] }[] }[] = [];
  let heading = '', inTable = false;
  for (const [index, written] of text.split('\n').entries()) {
    const line = index + 1, trimmed = written.trim();
    if (trimmed.startsWith('#')) heading = trimmed.replace(/^#+ */, '');
    if (!trimmed.startsWith('|')) { inTable = false; continue; }
    if (!trimmed.endsWith('|') || trimmed.length < 2) return refuse(line, 'a row of a table begins and ends with |');
    const table = tables.at(-1);
    if (!inTable || table === undefined) tables.push({ line, heading, columns: cellsOf(trimmed), rows: [] });
    else if (!/^[|\s:-]+$/.test(trimmed)) table.rows.push({ line, cells: cellsOf(trimmed) });
    inTable = true;
  }
  return tables;
}

/** The words that the document explains are exactly those that can be read, and each is used by some row. */
function checkWords(tables: readonly Table[], used: ReadonlySet<object>): void {
  for (const [heading, words] of Object.entries(WORDS)) {
    const table = tables.find((one) => one.heading === heading) ?? refuse(1, `no table explains the words of "${heading}"`);
    const explained = new Map(table.rows.map(({ line, cells }) => [cells[0] ?? '', line]));
    for (const word of words) {
      const line = explained.get(word.says) ?? refuse(table.line, `the word "${word.says}" is not explained under "${heading}"`);
      if (!used.has(word)) refuse(line, `no row uses the word "${word.says}"`);
    }
    for (const [says, line] of explained) if (!words.some((word) => word.says === says)) refuse(line, `"${says}" is not one of the words of "${heading}"`);
  }
}

/**
 * Reads decisions.md: every row under its rule. Throws RangeError with the line for a word that is none, a row that
 * cannot be read, a table without rows, one row written twice, and a word that is not explained or that no row uses.
 */
export function readDecisions(text: string): DecisionRow[] {
  const tables = tablesIn(text), used = new Set<object>(), seen = new Map<string, number>();
  const rows = tables.flatMap(({ line, heading, columns, rows }) => {
    if (rows.length === 0) return refuse(line, `the table under "${heading}" has no rows`);
    if (same(columns, WORD_COLUMNS)) return [];
    if (!same(columns, COLUMNS)) return refuse(line, `the columns of a table are ${COLUMNS.join(' | ')}`);
    return rows.map(({ line, cells }) => {
      const reading = new Reading(line), row = readRow(cells, heading, reading), before = seen.get(row.says);
      if (before !== undefined) refuse(line, `the same facts and question stand in line ${before}`);
      seen.set(row.says, line);
      for (const word of reading.used) used.add(word);
      return row;
    });
  });
  checkWords(tables.filter(({ columns }) => same(columns, WORD_COLUMNS)), used);
  return rows;
}
