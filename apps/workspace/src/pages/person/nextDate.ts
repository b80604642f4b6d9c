import { dayOf } from '@thegither/pages';
import { workspaceWords } from '@thegither/words';
import type { WholePictureFragment } from '../../generated/operations.ts';
import { moment } from './topics/item.ts';

const { next: say } = workspaceWords.person;

/** The next date among what is shared; undefined where there is none. It does not say what an appointment is for. `now` in milliseconds since 1970. */
export function nextDate({ healthAppointments, supportContacts, actionPlan }: WholePictureFragment, now: number): string | undefined {
  const today = new Date(now).toISOString().slice(0, 10);
  const dates = [
    ...(healthAppointments ?? []).flatMap(({ at }) => (at && Date.parse(at) >= now ? { on: at, text: `${moment(at)}: ${say.appointment}` } : [])),
    ...(supportContacts ?? []).flatMap(({ nextOn }) => dayFrom(nextOn, today, say.step)),
    ...dayFrom(actionPlan?.reviewOn, today, say.review),
  ];
  return dates.toSorted((a, b) => a.on.localeCompare(b.on))[0]?.text;
}

const dayFrom = (on: string | null | undefined, today: string, text: string) => (on && on >= today ? [{ on, text: `${dayOf(on)}: ${text}` }] : []);
