import { PERSONAS } from '@thegither/synthetic';
import { categoryNamed, type PersonId, type SpineId } from '@thegither/vocabulary';
import { identifiers, idFor } from '../harness/twins.ts';

/** The worker whose reading is watched: the key worker of everybody below. */
export const READER = 'isla';
/** Who gives and stops. They have records in the careers room. */
export const SUBJECTS = ['morag', 'aisha', 'callum'] as const;
/** What they give and stop, one after the other: so each stays closed for a while after its end. The field is what it opens. */
export const TOPICS = [{ category: 'SKILLS', field: 'skills' }, { category: 'CAREER_PLANS', field: 'careerPlans' }, { category: 'WORK_HISTORY', field: 'workHistory' }] as const;
/** What every assigned worker is told, and nobody else. */
export const NAME = { category: 'NAME_AND_CONTACT', field: 'name' } as const;
/** Everything that is watched. */
export const WATCHED = [...TOPICS, NAME] as const;

/** Bits of a category's mask. */
export const bitOf = (category: string): bigint => 1n << BigInt(categoryNamed(category)!.bit);

/** Who a person is, across all audiences. */
export const spineOf = (persona: string): SpineId => PERSONAS.find(({ key }) => key === persona)!.spine;

/** A person's id in the ledger. */
export const inLedger = (persona: string): PersonId => identifiers.issue('consent', spineOf(persona));

/** A person's id as an account sees it. */
export const seenBy = (account: string, persona: string): PersonId => idFor(account, spineOf(persona));
