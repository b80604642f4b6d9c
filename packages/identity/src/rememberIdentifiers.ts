import type { PersonId, SpineId } from '@thegither/vocabulary';
import type { Identifiers } from './identifiers.ts';

/** What one audience's ids were found to be. */
interface Pairs {
  readonly ids: Map<SpineId, PersonId>;
  readonly spines: Map<PersonId, SpineId>;
}

/**
 * The same translator, which does each translation once: for one request, in which the same people are named again and
 * again. It holds who is who, so it must not outlive the request.
 */
export function rememberIdentifiers(identifiers: Identifiers): Identifiers {
  const byAudience = new Map<string, Pairs>();
  const pairsOf = (audience: string): Pairs => {
    let pairs = byAudience.get(audience);
    if (!pairs) byAudience.set(audience, (pairs = { ids: new Map(), spines: new Map() }));
    return pairs;
  };
  const keep = ({ ids, spines }: Pairs, spine: SpineId, id: PersonId): void => {
    spines.set(id, spine);
    // An id of an older key version is read, and never written again.
    if (identifiers.isCurrent(id)) ids.set(spine, id);
  };
  const issueAll = (audience: string, people: readonly SpineId[]): PersonId[] => {
    const pairs = pairsOf(audience);
    const unknown = people.filter((spine) => !pairs.ids.has(spine));
    for (const [i, id] of identifiers.issueAll(audience, unknown).entries()) keep(pairs, unknown[i]!, id);
    return people.map((spine) => pairs.ids.get(spine)!);
  };

  return {
    issueAll,
    issue: (audience, spine) => pairsOf(audience).ids.get(spine) ?? issueAll(audience, [spine])[0]!,
    open(audience, id) {
      const pairs = pairsOf(audience);
      const known = pairs.spines.get(id);
      if (known !== undefined) return known;
      const spine = identifiers.open(audience, id);
      if (spine !== undefined) keep(pairs, spine, id);
      return spine;
    },
    isCurrent: (id) => identifiers.isCurrent(id),
  };
}
