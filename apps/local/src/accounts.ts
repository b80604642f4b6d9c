import type { TryItAccount } from '@thegither/gateway';
import { AGENCIES, PERSONAS, WORKERS } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { words } from '@thegither/words';

/** An account that can sign in at one of the house's issuers, and what its tokens say beside its name. */
export interface Account {
  readonly name: string;
  readonly claims: Readonly<Record<string, string>>;
}

/** The demo workers: a token names the worker and their agency, nothing else. Team and roles are the ledger's to tell. */
export const workerAccounts = (): Account[] => WORKERS.map(({ id, agency }) => ({ name: id, claims: { agency } }));

/** The demo people: a token names them by their id in the audience of people. */
export const personAccounts = (idOf: (spine: SpineId) => PersonId): Account[] => PERSONAS.map(({ key, spine }) => ({ name: key, claims: { person: idOf(spine) } }));

const agencyName = (id: string): string => AGENCIES.find((agency) => agency.id === id)?.name ?? id;

/** Who can sign in on the gateway's page, workers first. */
export const TRY_IT_ACCOUNTS: readonly TryItAccount[] = [
  ...WORKERS.map(({ id, name, agency, roles }) => ({ name: id, kind: 'worker' as const, words: `${name}, ${roles.map((role) => words('en').roles[role]).join(' and ')}, ${agencyName(agency)}` })),
  ...PERSONAS.map(({ key, name }) => ({ name: key, kind: 'person' as const, words: `${name}, about their own records` })),
];
