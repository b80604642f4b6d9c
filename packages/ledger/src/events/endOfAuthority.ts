import type { ClientBase } from 'pg';
import type { Instant } from '@thegither/consent';
import { refuseInput } from './refuseInput.ts';

/** From what day on nobody can be a child under twelve any more. */
const CHILDHOOD = "interval '12 years'";

interface Row { readonly until: Date | null; readonly birthday: Date | null; readonly over: boolean; readonly grown: boolean; readonly far: boolean }

/**
 * The exclusive end of what a document gives: the end of its last day in Scotland, if it has one, and for a parent the
 * begin of the child's twelfth birthday at the latest: from then on the child decides. Throws INVALID_INPUT for a day
 * that is over, without a twelfth birthday for a parent, and for one on which the child is older or not born yet.
 * @see Data Protection Act 2018 section 208
 */
export async function endOfAuthority(client: ClientBase, { kind, until, twelfthBirthday }: { readonly kind: string; readonly until: string | undefined; readonly twelfthBirthday: string | undefined }, at: Instant): Promise<string | null> {
  if ((kind === 'PARENT') !== (twelfthBirthday !== undefined)) return refuseInput('Say for a parent, and for nobody else, on which day the child becomes twelve.');
  const { rows } = await client.query<Row>(
    `SELECT ($1::date + 1)::timestamp AT TIME ZONE 'Europe/London' AS until, $2::date::timestamp AT TIME ZONE 'Europe/London' AS birthday,
            coalesce($1::date < today, false) AS over, coalesce($2::date <= today, false) AS grown, coalesce($2::date > today + ${CHILDHOOD}, false) AS far
       FROM (SELECT (to_timestamp($3::float8 / 1000) AT TIME ZONE 'Europe/London')::date AS today) AS now`,
    [until ?? null, twelfthBirthday ?? null, at],
  );
  const { over, grown, far, ...ends } = rows[0]!;
  if (over) return refuseInput('The last day is over already.');
  if (grown) return refuseInput('From twelve on a person decides themselves, and no parent for them.');
  if (far) return refuseInput('That is no twelfth birthday of a child who is born.');
  if (ends.birthday !== null && ends.until !== null && ends.birthday < ends.until) return refuseInput('A parent acts until the child’s twelfth birthday at the latest.');
  return (ends.until ?? ends.birthday)?.toISOString() ?? null;
}
