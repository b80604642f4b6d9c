import { dayOf } from '@thegither/pages';
import { fill, workspaceWords } from '@thegither/words';
import { daysAfter } from '../caseload/days.ts';

/** A day (YYYY-MM-DD) as it is said on another: today and tomorrow by their names, every other by its date. */
export function dayFrom(today: string, day: string): string {
  const { days } = workspaceWords.today;
  if (day === today) return fill(days.today, { day: dayOf(day) });
  return day === daysAfter(today, 1) ? fill(days.tomorrow, { day: dayOf(day) }) : dayOf(day);
}
