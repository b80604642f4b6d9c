import { dayOf } from '@thegither/pages';
import type { SharingEntry } from '@thegither/vocabulary';
import { fill, workspaceWords } from '@thegither/words';
import type { CaseloadQuery } from '../../generated/operations.ts';
import { arrange } from './arrange.ts';
import { scottishDay } from './days.ts';
import { ANY, caseloadAt, leavesOut, type Filters } from './filters.ts';
import { readLine, type Line } from './readLine.ts';
import { isDown, isOpen, statesIn } from './statesIn.ts';

const say = workspaceWords.caseload;

/** How many people stand on one page. */
export const PAGE = 50;

/** One person as they are read. */
export interface Row {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly stage: string;
  readonly next: string;
  readonly ends: string;
  readonly sharing: string;
  /** Undefined where nobody asked for them: there is no such column. */
  readonly needs: string | undefined;
  readonly area: string | undefined;
}

/** What can be chosen, by its value, with what it says. */
export type Choices = readonly (readonly [value: string, text: string])[];

/** What the page says. */
export interface CaseloadPage {
  readonly rows: readonly Row[];
  /** What was chosen, as far as it is known. */
  readonly filters: Filters;
  readonly stages: Choices;
  readonly needs: Choices;
  readonly areas: Choices;
  /** Undefined while nobody is assigned to the reader. */
  readonly count: string | undefined;
  readonly notices: readonly string[];
  readonly pages: readonly { readonly number: number; readonly href: string; readonly isThis: boolean }[];
  /** The way to the next two hundred people, and back to the first. */
  readonly on: string | undefined;
  readonly back: string | undefined;
  /** The way to the list without filters; undefined when nobody is left out. */
  readonly clear: string | undefined;
}

/** What a presenter is told beside the answer. */
export interface Asked {
  readonly filters: Filters;
  readonly after: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Puts the caseload into words. An assignment that has just ended is no line any more. */
export function presentCaseload({ caseload }: CaseloadQuery, sharing: readonly SharingEntry[], { filters: chosen, after, now }: Asked): CaseloadPage {
  const today = scottishDay(now), stateOf = statesIn(sharing);
  const lines = caseload.edges.flatMap((edge) => readLine(edge, stateOf, today) ?? []);
  const needs = choicesOf(lines.flatMap((line) => line.needs?.map(({ code, label }) => [code, label] as const) ?? []));
  const areas = choicesOf(lines.flatMap((line) => line.areas?.map((area) => [area, area] as const) ?? []));
  const known = { ...chosen, need: among(needs, chosen.need), area: among(areas, chosen.area) };
  const found = arrange(lines, known, today);
  const last = Math.max(1, Math.ceil(found.length / PAGE)), filters = { ...known, page: Math.min(known.page, last) };
  const { hasNextPage, endCursor } = caseload.pageInfo;
  return {
    rows: found.slice((filters.page - 1) * PAGE, filters.page * PAGE).map((line) => rowOf(line, filters, today)),
    filters, needs, areas, stages: stagesOf(lines),
    count: lines.length === 0 ? undefined : countOf(found.length, lines.length),
    notices: noticesOf(lines, sharing, { chosen, filters, isPart: hasNextPage || after !== null }),
    pages: last === 1 ? [] : Array.from({ length: last }, (_, index) => ({ number: index + 1, href: caseloadAt({ ...filters, page: index + 1 }, after), isThis: index + 1 === filters.page })),
    on: hasNextPage && endCursor !== null ? caseloadAt({ ...filters, page: 1 }, endCursor) : undefined,
    back: after === null ? undefined : caseloadAt({ ...filters, page: 1 }, null),
    clear: leavesOut(filters) ? caseloadAt({ ...filters, stage: undefined, need: undefined, review: undefined, sharing: undefined, area: undefined, page: 1 }, after) : undefined,
  };
}

/** What nobody here has is left out of the choice, and so is its filter. */
const among = (choices: Choices, value: string | undefined): string | undefined => (value === undefined || value === ANY || choices.some(([known]) => known === value) ? value : ANY);

const NAMES = new Intl.Collator('en-GB');
const choicesOf = (found: Choices): Choices => [...new Map(found)].toSorted(([, one], [, other]) => NAMES.compare(one, other));

/** All five, with the words that the service has for them where somebody here has come to one. */
function stagesOf(lines: readonly Line[]): Choices {
  const labels = new Map(lines.flatMap(({ stage }) => (stage ? [[stage.number, stage.label] as const] : [])));
  return [1, 2, 3, 4, 5].map((number) => [String(number), stageIn(number, labels.get(number) ?? '')]);
}

const stageIn = (number: number, label: string): string => fill(label === '' ? say.stageNumber : say.stage, { number: String(number), label });

const countOf = (found: number, all: number): string => {
  if (found < all) return fill(say.countSome, { found: String(found), all: String(all) });
  return all === 1 ? say.countOne : fill(say.count, { all: String(all) });
};

function noticesOf(lines: readonly Line[], sharing: readonly SharingEntry[], { chosen, filters, isPart }: { readonly chosen: Filters; readonly filters: Filters; readonly isPart: boolean }): string[] {
  const { need, area } = filters;
  const hidden = (category: string): number => lines.filter(({ stateOf }) => !isOpen(stateOf(category))).length;
  const needsDown = isDown(sharing, 'BARRIERS'), areasDown = isDown(sharing, 'WHERE_I_LIVE');
  return [
    ...(isPart ? [fill(say.part, { count: String(lines.length) })] : []),
    ...((need !== chosen.need && !needsDown) || (area !== chosen.area && !areasDown) ? [say.leftOut] : []),
    ...(need === undefined ? [] : needsDown ? [say.needsDown] : unasked(hidden('BARRIERS'), say.needsHidden)),
    ...(area === undefined ? [] : areasDown ? [say.areasDown] : unasked(hidden('WHERE_I_LIVE'), say.areasHidden)),
  ];
}

const unasked = (count: number, text: string): string[] => (count === 0 ? [] : [fill(text, { count: String(count) })]);

const rowOf = (line: Line, { need, area }: Filters, today: string): Row => ({
  id: line.id, href: `/people/${line.id}`, name: line.called,
  stage: line.stage ? stageIn(line.stage.number, line.stage.label) : without(line, ['SUPPORT_RECEIVED'], say.noStage),
  next: nextIn(line, today), ends: line.endsAt === undefined ? say.noEnd : dayOf(line.endsAt), sharing: sharingIn(line),
  needs: need === undefined ? undefined : line.needs?.length ? line.needs.map(({ label }) => label).join(', ') : without(line, ['BARRIERS'], say.noNeeds),
  area: area === undefined ? undefined : line.areas?.length ? line.areas.join(', ') : without(line, ['WHERE_I_LIVE'], say.noArea),
});

/** Why a place is empty. It never says whether there is something that is not shared. */
function without({ stateOf }: Line, categories: readonly string[], nothing: string): string {
  const states = categories.map(stateOf);
  if (states.includes('UNAVAILABLE')) return say.unavailable;
  return states.some(isOpen) ? nothing : say.notShared;
}

const DATED = ['ACTION_PLAN', 'SUPPORT_RECEIVED', 'HEALTH_APPOINTMENTS'] as const;

function nextIn(line: Line, today: string): string {
  const { next, stateOf } = line;
  if (next === undefined) return without(line, DATED, say.nothingNext);
  const text = fill(next.kind === 'REVIEW' && next.on < today ? say.next.OVERDUE : say.next[next.kind], { day: dayOf(next.on) });
  // Something earlier may be where nobody answered.
  return DATED.some((category) => stateOf(category) === 'UNAVAILABLE') ? `${text} ${say.partUnavailable}` : text;
}

function sharingIn({ topics, isWaiting }: Line): string {
  if (topics === undefined) return say.unavailable;
  const { shared, own, all, beyondName } = topics;
  const count = fill(beyondName ? say.topics : say.topicsNone, { shared: String(shared), all: String(all) });
  return [count, ...(own > 0 ? [fill(say.topicsOwn, { own: String(own) })] : []), ...(isWaiting ? [say.waiting] : [])].join(' ');
}
