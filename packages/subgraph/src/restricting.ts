import { HouseError } from '@thegither/vocabulary';
import type { SubgraphContext } from './context.ts';
import type { RootRule } from './gate.ts';
import type { ProposedRestriction, RecordedRestriction, RestrictionAct, Restrictions } from './keepRestrictions.ts';
import type { PersonReference } from './references.ts';
import { withRole, worksWithPeople } from './rootRules.ts';

/** What every input of an act says. */
interface Wish {
  readonly key: string;
  readonly person: string;
}

/** What an act answers: the person by reference, so that every field is asked for with a decision made after the act. */
interface RestrictionPayload extends RecordedRestriction {
  readonly person: PersonReference;
}

type Resolve<Input extends Wish> = (root: unknown, args: { readonly input: Input }, context: SubgraphContext) => Promise<RestrictionPayload>;

/** The three mutations by which a room's rows are kept from the person, under the room's name. */
export type RestrictionActs<Name extends string> =
  & Readonly<Record<`restrict${Name}Record`, Resolve<Wish & ProposedRestriction>>>
  & Readonly<Record<`review${Name}Restriction`, Resolve<Wish & { readonly restriction: string; readonly approve: boolean }>>>
  & Readonly<Record<`end${Name}Restriction`, Resolve<Wish & { readonly restriction: string }>>>;

const LEADS = withRole('TEAM_LEAD', 'DATA_PROTECTION_LEAD');

/** Who may use the three: whoever works with people proposes, and a lead reviews and ends. What they are to the person and whose the row is, the act itself asks. */
export const restrictionRules = <Name extends string>(name: Name): Readonly<Record<keyof RestrictionActs<Name>, RootRule>> => ({
  [`restrict${name}Record`]: worksWithPeople,
  [`review${name}Restriction`]: LEADS,
  [`end${name}Restriction`]: LEADS,
}) as Record<keyof RestrictionActs<Name>, RootRule>;

/**
 * The resolvers of the three. Who supports the person proposes; a lead of the same agency who may name the person, and
 * is not who proposed it, reviews it; a lead ends it. They throw UNKNOWN_PERSON for somebody whom the decision does not
 * name, and FORBIDDEN for a proposal by somebody who does not support them.
 */
export const restrictionActs = <Name extends string>(name: Name, restrictions: Restrictions): RestrictionActs<Name> => {
  const acts: Record<string, Resolve<never>> = {
    [`restrict${name}Record`]: async (_root, { input }: { readonly input: Wish & ProposedRestriction }, context) => {
      const act = actOf(context, input);
      if (!context.decision.supports(input.person)) throw new HouseError('FORBIDDEN');
      return payloadOf(act, await restrictions.propose(act, input));
    },
    [`review${name}Restriction`]: async (_root, { input }: { readonly input: Wish & { readonly restriction: string; readonly approve: boolean } }, context) => {
      const act = actOf(context, input);
      return payloadOf(act, await restrictions.review(act, input));
    },
    [`end${name}Restriction`]: async (_root, { input }: { readonly input: Wish & { readonly restriction: string } }, context) => {
      const act = actOf(context, input);
      return payloadOf(act, await restrictions.end(act, input));
    },
  };
  return acts as RestrictionActs<Name>;
};

/** Who does it: the worker of the signed decision, never a field of the input. */
function actOf({ decision, now }: SubgraphContext, { key, person }: Wish): RestrictionAct {
  const { caller } = decision;
  if (caller.kind !== 'worker') throw new HouseError('FORBIDDEN');
  if (decision.of(person) === undefined) throw new HouseError('UNKNOWN_PERSON');
  return { worker: caller.worker, agency: caller.agency, key, person, at: new Date(now) };
}

const payloadOf = ({ person }: RestrictionAct, recorded: RecordedRestriction): RestrictionPayload => ({ person: { __typename: 'Person', id: person }, ...recorded });
