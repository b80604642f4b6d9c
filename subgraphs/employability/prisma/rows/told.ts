import type { Somebody, Story } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';

/** What a story tells of one person, and their id in employability's audience. */
export type Told = Story['employability'] & { readonly person: PersonId };

/** What is told of everybody on a day. */
export const toldOf = (people: readonly Somebody[], idOf: (spine: SpineId) => PersonId, today: string): Told[] =>
  people.map(({ spine, story }) => ({ ...story(today).employability, person: idOf(spine) }));

/** Everything of one kind that is told of everybody, each with its person. */
export const each = <Item extends object>(told: readonly Told[], itemsOf: (one: Told) => readonly Item[]): (Item & { readonly person: PersonId })[] =>
  told.flatMap((one) => itemsOf(one).map((item) => ({ ...item, person: one.person })));

/** Labels as a column takes them. */
export const labelsOf = ({ labels }: { readonly labels: readonly string[] }): { labels: string[] } => ({ labels: [...labels] });
