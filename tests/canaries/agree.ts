import { TEAMS, workerNamed } from '@thegither/synthetic';
import { GRANTABLE_PURPOSES } from '@thegither/vocabulary';
import type { Facts, Whom, Yes } from './facts.ts';

/** Agencies, teams and workers by where they stand. */
const placeOf = ({ kind, id }: Whom): { readonly agency: string; readonly team: string | null } => {
  if (kind === 'agency') return { agency: id, team: null };
  if (kind === 'team') return { agency: TEAMS.find((team) => team.id === id)!.agency, team: id };
  return { agency: workerNamed(id)!.agency, team: workerNamed(id)!.team };
};

const isWithin = (inner: Whom, outer: Whom): boolean => {
  if (outer.kind === 'agency') return placeOf(inner).agency === outer.id;
  if (outer.kind === 'team') return inner.kind !== 'agency' && placeOf(inner).team === outer.id;
  return inner.kind === 'worker' && inner.id === outer.id;
};
const touch = (one: Whom, other: Whom): boolean => isWithin(one, other) || isWithin(other, one);

/**
 * What a yes does to what was said before: the noes that it overlaps end, with what of them was about something else
 * going on, and older yeses that those noes had beaten do not come back with their end.
 * @see docs/decisions/0010
 */
export function agree(facts: Facts, { whom, purpose, categories, ...yes }: Yes): void {
  const { begun } = yes;
  const met = facts.noes.filter((no) => !no.ended && touch(no.whom, whom) && (no.purpose === null || no.purpose === purpose) && no.categories.some((category) => categories.includes(category)));
  for (const no of met) {
    no.ended = begun;
    const lifted = no.categories.filter((category) => categories.includes(category)), kept = no.categories.filter((category) => !categories.includes(category));
    if (kept.length > 0) facts.noes.push({ whom: no.whom, purpose: no.purpose, categories: kept, begun });
    if (no.purpose === null) for (const other of GRANTABLE_PURPOSES) if (other !== purpose) facts.noes.push({ whom: no.whom, purpose: other, categories: lifted, begun });
  }
  for (const older of facts.yeses.filter((one) => !one.ended && one.purpose === purpose)) {
    const back = met.filter((no) => touch(no.whom, older.whom) && (!isWithin(no.whom, whom) || isWithin(older.whom, whom))).flatMap((no) => no.categories.filter((category) => categories.includes(category)));
    const rest = older.categories.filter((category) => !back.includes(category));
    if (rest.length === older.categories.length) continue;
    older.ended = begun;
    if (rest.length > 0) facts.yeses.push({ ...older, ended: undefined, categories: rest, begun });
  }
  facts.yeses.push({ ...yes, whom, purpose, categories });
}
