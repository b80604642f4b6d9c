import type { CaseRow } from './store.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * The week that a case is in at `now` (milliseconds): 1 from the day it opened. It counts on after the weeks that the
 * case may run, so that a case that should have ended shows. Null for a light touch, before the first day, and once
 * it has ended.
 */
export function weekOf({ level, openedOn, closedOn }: Pick<CaseRow, 'level' | 'openedOn' | 'closedOn'>, now: number): number | null {
  const isOver = closedOn !== null && closedOn.getTime() <= now;
  if (level === 'LIGHT_TOUCH' || isOver || now < openedOn.getTime()) return null;
  return Math.floor((now - openedOn.getTime()) / WEEK_MS) + 1;
}
