import { maskOf, namesIn, overlaps } from '@thegither/consent';
import type { Ledger, OpeningLine } from '@thegither/ledger';
import { openIn, type SubgraphContext } from '@thegither/subgraph';
import { HouseError } from '@thegither/vocabulary';
import { howToChallenge, whyOpened } from '@thegither/words';
import { callerOf } from './callerOf.ts';
import { dayInWords } from './dayInWords.ts';
import type { Opening, OpeningToReview } from './generated/graphql.ts';
import { oversees } from './oversees.ts';

const MY_SHARING = maskOf('MY_SHARING');

/** What was opened about the person without their agreement; null unless the decision opens MY_SHARING. What they are not told of yet is there for whoever oversees alone. */
export async function readOpenings(ledger: Ledger, person: string, context: SubgraphContext): Promise<Opening[] | null> {
  const access = context.decision.of(person);
  if (access === undefined || !overlaps(openIn(access), MY_SHARING)) return null;
  const checks = oversees(context), lines = await ledger.readOpenings([person], !checks);
  return (lines.get(person) ?? []).map((line) => openingIn(line, checks));
}

const openingIn = (line: OpeningLine, explained: boolean): Opening => ({
  id: line.id, ground: line.ground, statute: line.statute, worker: line.worker, agency: line.agency, categories: namesIn(line.categories), from: new Date(line.from), to: new Date(line.to),
  control: 'TOLD', outcome: line.outcome, reviewBy: new Date(line.reviewBy), challenge: howToChallenge('en'),
  why: whyOpened('en', { who: { worker: line.worker, team: null, agency: line.agency }, categories: namesIn(line.categories), ground: line.ground, on: dayInWords(line.from) }),
  explanation: explained ? explanationOf(line) : null,
});

/** In the words of those who did it, for whoever checks. */
function explanationOf({ words: { reason, delay, review }, toldFrom }: OpeningLine): string {
  const told = delay === null ? [] : [`The person is told on ${dayInWords(toldFrom)}, because: ${delay}`];
  return [`Opened because: ${reason}`, ...told, ...(review === null ? ['Nobody has reviewed it yet.'] : [`Reviewed: ${review}`])].join(' | ');
}

/** For a lead: what waits for a second person. Who it is about is an id alone. */
export async function readOpeningsToReview(ledger: Ledger, { decision }: SubgraphContext): Promise<OpeningToReview[]> {
  const caller = callerOf(decision.caller);
  if (caller.kind !== 'worker') throw new HouseError('FORBIDDEN');
  const waiting = await ledger.readOpeningsToReview(caller.worker);
  return waiting.map(({ categories, from, to, reviewBy, ...one }) => ({ ...one, categories: namesIn(categories), from: new Date(from), to: new Date(to), reviewBy: new Date(reviewBy) }));
}
