import { maskOf, overlaps } from '@thegither/consent';
import type { ChallengeLine, Ledger } from '@thegither/ledger';
import { openIn, type SubgraphContext } from '@thegither/subgraph';
import { HouseError } from '@thegither/vocabulary';
import { whyChallenged } from '@thegither/words';
import { callerOf } from './callerOf.ts';
import { dayInWords } from './dayInWords.ts';
import type { Challenge, ChallengeOpen, Suppression } from './generated/graphql.ts';
import { oversees } from './oversees.ts';

const MY_SHARING = maskOf('MY_SHARING');

/** Looks that wait for this lead's answer, or another's: of those alone whom the rule of the house lets the lead name. */
export async function readChallengesOpen(ledger: Ledger, context: SubgraphContext): Promise<ChallengeOpen[]> {
  const found = await ledger.readChallengesOpen(leadIn(context));
  return (await ofThoseOverseen(ledger, context, found)).map(({ since, ...one }) => ({ ...one, since: new Date(since) }));
}

/** What is held back from people now, or waits for a second one. */
export async function readSuppressions(ledger: Ledger, context: SubgraphContext): Promise<Suppression[]> {
  leadIn(context);
  const found = await ledger.readSuppressions();
  return (await ofThoseOverseen(ledger, context, found)).map(({ recipient, purposes, since, covers, until, ...one }) => ({
    ...one, worker: recipient.kind === 'worker' ? recipient.worker : null, agency: recipient.kind === 'agency' ? recipient.agency : null, purposes: [...purposes], since: new Date(since), covers: covers === null ? null : new Date(covers), until: new Date(until),
  }));
}

/** The account of whoever checks. Throws FORBIDDEN for everybody else, whatever the rules around this say. */
function leadIn(context: SubgraphContext): string {
  const caller = callerOf(context.decision.caller);
  if (caller.kind !== 'worker' || !oversees(context)) throw new HouseError('FORBIDDEN');
  return caller.worker;
}

/** Nobody is overseen but for AUDIT: without it these lists are empty. */
async function ofThoseOverseen<Line extends { readonly person: string }>(ledger: Ledger, { decision: { caller, purpose } }: SubgraphContext, lines: readonly Line[]): Promise<Line[]> {
  const { people } = await ledger.decide(callerOf(caller), purpose ?? undefined, [...new Set(lines.map(({ person }) => person))]);
  const overseen = new Set(people.filter(({ decision }) => decision.standing === 'OVERSIGHT').map(({ person }) => person));
  return lines.filter(({ person }) => overseen.has(person));
}

/** Is it the very worker whose look it was? To them there is no challenge, whatever they check otherwise. */
export const isTheirLook = (account: string | null, { decision: { caller } }: SubgraphContext): boolean => caller.kind === 'worker' && caller.worker === account;

/** The looks that the person did not recognise, as they and whoever checks read them. Null unless the decision opens MY_SHARING. */
export async function readChallenges(ledger: Ledger, person: string, context: SubgraphContext): Promise<ChallengeLine[] | null> {
  const access = context.decision.of(person);
  if (access === undefined || !overlaps(openIn(access), MY_SHARING)) return null;
  return ((await ledger.readChallenges([person])).get(person) ?? []).filter(({ account }) => !isTheirLook(account, context));
}

/** One of them, with a sentence for the person, and one for whoever checks. */
export const challengeIn = ({ account, lookedAt, since, answered, ...line }: ChallengeLine, context: SubgraphContext): Challenge => ({
  ...line, lookedAt: new Date(lookedAt), since: new Date(since), answered: answered === null ? null : new Date(answered),
  why: whyChallenged('en', {
    who: { worker: line.worker, team: null, agency: line.agency }, lookedOn: dayInWords(lookedAt), askedOn: dayInWords(since), outcome: line.outcome, answeredOn: answered === null ? null : dayInWords(answered),
  }),
  explanation: oversees(context) ? `Challenge ${line.id} of disclosure ${line.disclosure} by ${account ?? 'the person'}: ${line.outcome ?? 'no answer yet'}.` : null,
});
