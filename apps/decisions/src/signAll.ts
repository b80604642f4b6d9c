import { randomUUID } from 'node:crypto';
import { intersection, maskOf, overlaps, toHex, union, NOTHING, type Asker, type Mask } from '@thegither/consent';
import { signDecisions } from '@thegither/identity';
import type { Decided, Decisions } from '@thegither/ledger';
import { DOMAINS, HouseError, REGISTER, type ClaimedCaller, type ClaimedPerson, type PersonId, type SignFor } from '@thegither/vocabulary';
import { maskIn } from './bodies.ts';
import { claimedPerson } from './claimedPerson.ts';
import type { Desk, Gateway } from './deps.ts';
import type { Translation } from './translation.ts';

/** How long a decision may be used, in seconds: for the request it was made for, and no other. */
const LIFE_S = 30;

/** Position i is bit i; a bit that no category has any more has a name that no subgraph knows. */
const LEGEND: readonly string[] = Array.from(
  { length: Math.max(...REGISTER.map(({ bit }) => bit)) + 1 },
  (_, bit) => REGISTER.find((category) => category.bit === bit)?.name ?? `RETIRED_${bit}`,
);

const EMPTY: ClaimedPerson = { granted: toHex(NOTHING), own: toHex(NOTHING) };

/** Is the person in a decision for this use? Those whom nothing is to be asked about are left out: a subgraph learns of nobody whom it does not need. */
function isIn({ use, needs }: SignFor): (person: Decided) => boolean {
  if (use === 'mutation') return ({ addressable }) => addressable;
  if (use === 'query') return ({ known }) => known;
  const needed = maskIn(needs);
  return ({ known, decision: { granted, own } }) => known && (needed === NOTHING || overlaps(union(granted, own), needed));
}

/** What a room holds: of everything else it is told of nobody what they share. */
const heldBy = (subgraph: string): Mask => maskOf(...REGISTER.filter(({ owner }) => owner === subgraph).map(({ name }) => name));

/** For a mutation: what is done about somebody may be for those alone who support them, and who see of it what the room holds. It opens nothing either. */
const named = ({ decision }: Decided, { use, subgraph }: SignFor): ClaimedPerson =>
  (use === 'mutation' && decision.standing === 'ASSIGNED' ? { ...EMPTY, supported: true, sees: toHex(intersection(union(decision.granted, decision.own), heldBy(subgraph))) } : EMPTY);

function callerIn(asker: Asker, audience: string, translation: Translation): ClaimedCaller {
  if (asker.kind === 'person') return { kind: 'person', person: translation.inAudience(audience, [asker.person])[0]! };
  const { worker, agency, team, roles } = asker.worker;
  return { kind: 'worker', worker, agency, ...(team === null ? {} : { team }), roles };
}

/**
 * Signs what was decided for each subgraph and use that the gateway asked for, all of it together: people in each
 * subgraph's own ids, bound to the gateway that asked. A root fetch names people and opens nothing about them. Throws
 * BAD_REQUEST for a subgraph for which decisions are not signed.
 */
export function signAll(desk: Desk, gateway: Gateway, decisions: Decisions, wanted: readonly SignFor[], translation: Translation): string[] {
  const { subgraphs = DOMAINS, signingKey, issuer } = desk;
  const masks = new Map(decisions.people.map((one) => [one, claimedPerson(one.decision)]));
  if (wanted.length === 0) return [];
  const iat = Math.floor(decisions.at / 1000);
  return signDecisions({ iss: issuer, iat, exp: iat + LIFE_S }, wanted.map((want) => {
    const { subgraph, use } = want;
    if (!subgraphs.includes(subgraph)) throw new HouseError('BAD_REQUEST', 'Decisions are not signed for a subgraph of that name.');
    const people = decisions.people.filter(isIn(want));
    const ids = translation.inAudience(subgraph, people.map(({ person }) => person));
    return {
      aud: subgraph, jti: randomUUID(), cnf: { jwk: gateway.jwk }, use,
      caller: callerIn(decisions.asker, subgraph, translation), purpose: decisions.purpose ?? null, legend: LEGEND, words: wordsOf(decisions),
      people: byId(ids, people.map((one) => (use === 'joined' ? masks.get(one)! : named(one, want)))),
    };
  }), signingKey);
}

/** Without a prototype it is a table from the start: each id is a name that no object had before, and V8 would make it a shape for every one of them. */
function byId(ids: readonly PersonId[], claimed: readonly ClaimedPerson[]): Record<string, ClaimedPerson> {
  const people = Object.create(null) as Record<string, ClaimedPerson>;
  for (const [index, id] of ids.entries()) people[id] = claimed[index]!;
  return people;
}

/** The caller's word for categories that no person's choice can open, as it is sent. */
export const wordsOf = ({ words }: Decisions): { OUTSIDE_AGREEMENT: string; ROLE_LIMIT: string; NO_PURPOSE: string } =>
  ({ OUTSIDE_AGREEMENT: toHex(words.OUTSIDE_AGREEMENT), ROLE_LIMIT: toHex(words.ROLE_LIMIT), NO_PURPOSE: toHex(words.NO_PURPOSE) });
