import type { ClientBase } from 'pg';
import type { SharingEvent } from '../events/event.ts';
import type { Finding } from './finding.ts';

/** Everybody whom an event may name, by kind. */
export type Names = { readonly [K in 'agency' | 'team' | 'worker']: ReadonlySet<string> };

const KINDS = ['agency', 'team', 'worker'] as const;

/** Reads all agencies, teams and workers. */
export async function readNames(client: ClientBase): Promise<Names> {
  const [agency, team, worker] = await Promise.all(KINDS.map(async (kind) => {
    const { rows } = await client.query<{ id: string }>(`SELECT id FROM "${kind}"`);
    return new Set(rows.map(({ id }) => id));
  }));
  return { agency: agency!, team: team!, worker: worker! };
}

/** Whoever is named in an event as its actor, recipient or source is there. A recipient is known by its shape wherever it stands, so that a new kind of event is checked too. */
export function checkNames(event: SharingEvent, names: Names): Finding[] {
  const actor = event.actor.kind !== 'worker' || names.worker.has(event.actor.id);
  return actor && isNamed(event.body, names) ? [] : [{ check: 'NOBODY', event: event.id }];
}

function isNamed(value: unknown, names: Names): boolean {
  if (Array.isArray(value)) return value.every((one) => isNamed(one, names));
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([field, inner]: [string, unknown]) => (field === 'sources' && Array.isArray(inner) ? inner.every((agency) => names.agency.has(String(agency))) : isNamed(inner, names)))
    && isKnown(value, names);
}

function isKnown(value: object, names: Names): boolean {
  const named: Partial<Record<string, unknown>> = { ...value };
  const kind = KINDS.find((one) => one === named.kind);
  return kind === undefined || names[kind].has(String(named[kind]));
}
