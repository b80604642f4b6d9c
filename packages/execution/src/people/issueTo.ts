import type { PersonId, SpineId } from '@thegither/vocabulary';
import type { Identifiers } from '../ports.ts';
import { NOBODY } from './person.ts';

/** Writes a person's id for one audience. */
export type Issue = (spine: SpineId) => PersonId;

/** Names people to an audience: these all together, which costs a third of one by one, and anybody else when it comes to them. */
export function issueTo(identifiers: Identifiers, audience: string, people: Iterable<SpineId>): Issue {
  const together = [...new Set(people)].filter((person) => person !== NOBODY);
  const issued = identifiers.issueAll(audience, together);
  const ids = new Map(together.map((person, i) => [person, issued[i]!]));
  return (person) => ids.get(person) ?? identifiers.issue(audience, person);
}
