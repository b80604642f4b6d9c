import type { Purpose, Reason } from '@thegither/vocabulary';
import { type Mask, NOTHING, namesIn } from './mask.ts';

/** What a decision did with some categories, by which reason and grants. */
export interface Explained {
  readonly reason: Reason;
  readonly categories: Mask;
  readonly grants: readonly string[];
}

/** A decision as somebody who checks it reads it. */
export interface ToExplain {
  /** Which version of the rule decided. */
  readonly version: string;
  /** By which authority somebody asked who acts for the person. */
  readonly authority?: string | null;
  /** Who asked, by account; null for the person, and for whoever acts for them. */
  readonly worker: string | null;
  readonly agency: string | null;
  readonly roles: readonly string[];
  readonly purpose: Purpose | null;
  readonly parts: readonly Explained[];
  /** What the worker opened for themselves and it rests on, by id. */
  readonly openings?: readonly string[];
  /** What was asked and not shown, where the reason is not on the record. */
  readonly withheld: Mask;
}

/**
 * One sentence for the data protection lead: the rule, who asked by which role for which purpose, and for every category
 * its reason and grants, by code and id. For nobody else: it names accounts, and reasons that are the person's own.
 */
export function explanationOf({ version, authority = null, worker, agency, roles, purpose, parts, withheld }: ToExplain): string {
  const themselves = authority === null ? 'the person' : `who acts for the person by authority ${authority}`;
  const who = worker === null ? themselves : `${worker} of ${agency ?? 'no agency'} as ${roles.join(', ') || 'nobody'}`;
  const said = [...parts.map(partOf), ...(withheld === NOTHING ? [] : [`withheld ${namesIn(withheld).join(', ')}`])];
  return `Rule ${version}, ${who} for ${purpose ?? 'no purpose'}: ${said.join('; ') || 'nothing was asked'}.`;
}

const partOf = ({ reason, categories, grants }: Explained): string =>
  `${reason} ${namesIn(categories).join(', ')}${grants.length > 0 ? ` by ${grants.length > 1 ? 'grants' : 'grant'} ${grants.join(', ')}` : ''}`;
