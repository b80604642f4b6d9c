import { randomBytes } from 'node:crypto';
import { exportSigningKey, generateSigningKey } from '@thegither/identity';
import { DATABASES, SERVICES } from './services.ts';

const password = (): string => randomBytes(24).toString('base64url');
const address = (role: string, secret: string, database: string): string => `postgresql://${role}:${secret}@postgres:5432/${database}`;
const upper = (name: string): string => name.toUpperCase().replaceAll('-', '_');

/** A new house's secrets by their names, as infra/secrets.md lists them: nothing in two sets is alike. */
export function makeSecrets(): Readonly<Record<string, string>> {
  const secrets: Record<string, string> = { POSTGRES_PASSWORD: password() };
  for (const { name, secret } of DATABASES) {
    const database = name.replaceAll('-', '_'), owner = password();
    secrets[`${upper(name)}_OWNER_PASSWORD`] = owner;
    secrets[secret] = address(`${database}_owner`, owner, database);
    for (const service of name === 'ledger' ? ['consent', 'decisions', 'ledger-verify'] : [name]) {
      const own = password();
      secrets[`${upper(service)}_PASSWORD`] = own;
      secrets[`${upper(service)}_DATABASE_URL`] = address(service.replaceAll('-', '_'), own, database);
    }
  }
  // Of each app of pages: its account at the issuer, and what its sessions are encrypted with.
  for (const { name } of SERVICES.filter(({ asks }) => asks.includes('gateway'))) {
    secrets[`${upper(name)}_CLIENT_SECRET`] = password();
    secrets[`${upper(name)}_SESSION_KEYS`] = `1.${randomBytes(32).toString('base64url')}`;
  }
  const gateway = generateSigningKey();
  return {
    ...secrets,
    CURSOR_KEY: randomBytes(32).toString('hex'),
    IDENTIFIER_KEYS: `1.${randomBytes(32).toString('base64url')}`,
    LEDGER_SEAL_KEYS: `1.${randomBytes(32).toString('base64url')}`,
    DECISION_SIGNING_KEY: JSON.stringify(exportSigningKey(generateSigningKey())),
    GATEWAY_SIGNING_KEY: JSON.stringify(exportSigningKey(gateway)),
    GATEWAY_KEYS: JSON.stringify([gateway.publicJwk]),
  };
}
