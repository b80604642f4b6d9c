/** Who comes to the ledger: each may do what the migration "roles" says, and no more. */
export type LedgerRole = 'consent' | 'decisions' | 'verify';

/** The role's name in the server. */
export const roleNamed = (role: LedgerRole): string => `thegither_${role}`;

/**
 * The ledger's address for a service that has no account of its own there, as on a laptop and in tests: whoever connects
 * has the rights of that role from the first statement on, and none of the account's. Elsewhere each service has its own
 * account: see infra/postgres/roles.sh.
 */
export function ledgerAs(role: LedgerRole, connectionString: string): string {
  const url = new URL(connectionString);
  const given = url.searchParams.get('options');
  url.searchParams.set('options', [given, `-c role=${roleNamed(role)}`].filter(Boolean).join(' '));
  // A space in an address is %20: a plus sign would reach the server as it is.
  url.search = url.search.replaceAll('+', '%20');
  return url.href;
}
