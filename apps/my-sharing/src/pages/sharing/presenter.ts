import { dayOf, momentOf, timeOf } from '@thegither/pages';
import { fill, type PageLanguage, pageWords, type PageWords, topicsOf, words } from '@thegither/words';
import { nameOf } from '../../called.ts';
import type { AgreementFragment, SharingQuery } from '../../generated/operations.ts';
import { howEnded } from '../../howEnded.ts';
import { columnsOf, isStanding, type Column } from './columns.ts';

/** One thing that the person said yes to. */
export interface Agreement {
  readonly id: string;
  readonly name: string;
  readonly why: string;
  readonly topics: readonly string[];
  readonly until: string;
  /** What is to be known of how it stands; undefined where it simply holds. */
  readonly note: string | undefined;
  /** Which buttons it has. */
  readonly state: 'STANDS' | 'PAUSED' | 'UNCONFIRMED' | 'OVER';
  /** The days whose records alone are shared; undefined for all. */
  readonly days: string | undefined;
  readonly copies: boolean;
  /** May it be shared again by one button? */
  readonly canUndo: boolean;
}

/** What the page says. */
export interface SharingPage {
  /** Since when everything is stopped. */
  readonly held: string | undefined;
  readonly standing: readonly Agreement[];
  /** Those with whom more than one thing stands: all of it can be stopped at once. */
  readonly withMore: readonly Column[];
  readonly over: readonly Agreement[];
  /** Everything of the last stop that can be shared again by one button; none where its own button does it. */
  readonly undoAll: readonly string[];
}

/** The days of the records that are shared, in words. */
export function daysOf({ dataFrom, dataTo }: Pick<AgreementFragment, 'dataFrom' | 'dataTo'>, say: PageWords['mySharing']['sharing']): string | undefined {
  if (dataFrom && dataTo) return fill(say.fromTo, { from: dayOf(dataFrom), to: dayOf(dataTo) });
  if (dataFrom) return fill(say.from, { from: dayOf(dataFrom) });
  return dataTo ? fill(say.to, { to: dayOf(dataTo) }) : undefined;
}

const BUTTONS: Readonly<Partial<Record<AgreementFragment['state'], Agreement['state']>>> = { ACTIVE: 'STANDS', PAUSED: 'PAUSED', RECORDED_UNCONFIRMED: 'UNCONFIRMED' };

/** Puts what the gateway said into words. `undoable`: what was stopped a moment ago. */
export function presentSharing({ me }: SharingQuery, language: PageLanguage, undoable: readonly string[] = []): SharingPage {
  const say = pageWords(language).mySharing.sharing;
  const noteOf = (grant: AgreementFragment, name: string): string | undefined => {
    const ended = howEnded(grant);
    if (grant.state === 'RECORDED_UNCONFIRMED') return ended ? fill(say.unconfirmedOver, { day: dayOf(ended.at) }) : say.unconfirmed;
    if (ended) return fill(say.ended[ended.how], { name, day: dayOf(ended.at), time: timeOf(ended.at) });
    return grant.state === 'PAUSED' ? say.paused : undefined;
  };
  const present = (grant: AgreementFragment): Agreement => {
    const { id, recipient, purpose, categories, to, state, mode } = grant, name = nameOf(recipient, say);
    return {
      id, name, why: words('en').purposes[purpose].plain, topics: topicsOf(categories).map(({ plain }) => plain),
      until: dayOf(to), note: noteOf(grant, name), state: BUTTONS[state] ?? 'OVER', days: daysOf(grant, say), copies: mode === 'COPY', canUndo: undoable.includes(id) && state === 'WITHDRAWN',
    };
  };
  const grants = me?.grants ?? [];
  const over = grants.filter((grant) => !isStanding(grant)).map(present);
  const again = over.filter(({ canUndo }) => canUndo).map(({ id }) => id);
  return {
    held: me?.hold ? fill(say.held, { time: momentOf(me.hold.since) }) : undefined,
    standing: grants.filter(isStanding).map(present),
    withMore: columnsOf(grants.filter(isStanding), say).filter(({ grants: count }) => count > 1),
    over, undoAll: again.length > 1 ? again : [],
  };
}
