import type { TryItAccount } from '@thegither/gateway';
import { AGENCIES, PERSONAS, WORKERS } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { words } from '@thegither/words';

/** An account that can sign in at one of the house's issuers, and what its tokens say beside its name. */
export interface Account {
  readonly name: string;
  readonly claims: Readonly<Record<string, string>>;
  /** Who that is, for a list. */
  readonly words: string;
}

/** The demo workers: a token names the worker and their agency, nothing else. Team and roles are the ledger's to tell. */
export const workerAccounts = (): Account[] => WORKERS.map((worker) => ({ name: worker.id, claims: { agency: worker.agency }, words: wordsOfWorker(worker) }));

/** The demo people: a token names them by their id in the audience of people. */
export const personAccounts = (idOf: (spine: SpineId) => PersonId): Account[] => PERSONAS.map(({ key, spine, name }) => ({ name: key, claims: { person: idOf(spine) }, words: wordsOfPerson(name) }));

const agencyName = (id: string): string => AGENCIES.find((agency) => agency.id === id)?.name ?? id;

const wordsOfWorker = ({ name, agency, roles }: (typeof WORKERS)[number]): string => `${name}, ${roles.map((role) => words('en').roles[role]).join(' and ')}, ${agencyName(agency)}`;
const wordsOfPerson = (name: string): string => `${name}, about their own records`;

/** Who can sign in on the gateway's page, workers first. */
export const TRY_IT_ACCOUNTS: readonly TryItAccount[] = [
  ...WORKERS.map((worker) => ({ name: worker.id, kind: 'worker' as const, words: wordsOfWorker(worker) })),
  ...PERSONAS.map(({ key, name }) => ({ name: key, kind: 'person' as const, words: wordsOfPerson(name) })),
];
