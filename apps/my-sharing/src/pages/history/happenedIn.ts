import { dayOf } from '@thegither/pages';
import { fill, topicsOf, words, type PageWords } from '@thegither/words';
import { nameOf } from '../../called.ts';
import { howEnded } from '../../howEnded.ts';
import type { HistoryQuery } from '../../generated/operations.ts';

type Me = NonNullable<HistoryQuery['me']>;
type One<Name extends 'grants' | 'authorities'> = NonNullable<Me[Name]>[number];

/** When, and what, in words. */
export interface Happened {
  readonly at: string;
  readonly what: string;
}

const plainly = (categories: readonly string[]): string => topicsOf(categories).map(({ plain }) => plain).join('; ');

/** Could somebody have agreed for the person at that moment? Then the house does not say here that it was the person: who it was stands with each look. */
const mayBeFor = (at: string, authorities: readonly One<'authorities'>[]): boolean =>
  authorities.some(({ from, to, state, powers }) => state !== 'PENDING' && powers.includes('AGREE') && from <= at && (!to || at < to));

/** What the gateway says was said and done, in no order. What it has no moment for stands with what it belongs to: that something is paused, with the yes. */
export function happenedIn(me: Me, { history: say, sharing, requests }: PageWords['mySharing']): Happened[] {
  const why = (purpose: keyof ReturnType<typeof words>['purposes'] | null | undefined): string => (purpose ? words('en').purposes[purpose].plain : say.anyReason);
  const agreed = (grant: One<'grants'>): Happened[] => {
    const { recipient, categories, purpose, from, to, state, evidence } = grant, ended = howEnded(grant);
    const name = nameOf(recipient, sharing), what = plainly(categories);
    const text = evidence?.capturedBy ? say.writtenDown : mayBeFor(from, me.authorities ?? []) ? say.agreedBySome : say.agreed;
    const stands = state === 'PAUSED' || state === 'RECORDED_UNCONFIRMED' ? ` ${say.grants[state]}` : '';
    return [
      { at: from, what: fill(text, { what, name, why: why(purpose), day: dayOf(to) }) + stands },
      ...(ended ? [{ at: ended.at, what: fill(say.ended[ended.how], { name, what }) }] : []),
    ];
  };
  const acting = ({ kind, categories, from, to, state }: One<'authorities'>): Happened[] => [
    { at: from, what: fill(say.acts[state === 'PENDING' ? 'asked' : 'began'], { kind: words('en').acting[kind], what: plainly(categories) }) },
    ...(state === 'ENDED' && to ? [{ at: to, what: fill(say.acts.ended, { kind: words('en').acting[kind] }) }] : []),
  ];

  return [
    ...(me.grants ?? []).flatMap(agreed),
    ...(me.refusals ?? []).map(({ recipient, categories, purpose, since }) => ({ at: since, what: fill(say.refused, { name: nameOf(recipient, sharing), what: plainly(categories), why: why(purpose) }) })),
    ...(me.requests ?? []).map(({ worker, agency, categories, purpose, since, state }) => ({
      at: since, what: `${fill(say.asked, { name: nameOf({ name: worker, within: agency }, sharing), what: plainly(categories), why: why(purpose) })} ${requests.states[state]}.`,
    })),
    ...(me.exclusions ?? []).map(({ recipient, since }) => ({ at: since, what: fill(say.keptOut, { name: nameOf(recipient, sharing) }) })),
    ...(me.assignments ?? []).flatMap(({ recipient, state, from, to }) => [
      { at: from, what: fill(state === 'PENDING' ? say.helpAsked : say.helpBegan, { name: nameOf(recipient, sharing) }) },
      ...(state === 'ENDED' && to ? [{ at: to, what: fill(say.helpEnded, { name: nameOf(recipient, sharing) }) }] : []),
    ]),
    ...(me.authorities ?? []).flatMap(acting),
    // The gateway says these in one plain sentence of its own.
    ...(me.challenges ?? []).map(({ since, why: what }) => ({ at: since, what })),
    ...(me.openings ?? []).map(({ from, why: what }) => ({ at: from, what })),
    ...(me.endings ?? []).map(({ endedAt, agency, categories }) => ({ at: endedAt, what: fill(say.ending, { agency, what: plainly(categories) }) })),
    ...(me.householdLinks ?? []).flatMap(({ since, until }) => [{ at: since, what: say.linked }, ...(until ? [{ at: until, what: say.unlinked }] : [])]),
    ...(me.hold ? [{ at: me.hold.since, what: say.held }] : []),
  ];
}
