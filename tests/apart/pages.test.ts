import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { SERVICES, makeSecrets } from '@thegither/infra';
import { openIssuer, type Issuer } from '@thegither/local';
import { applyMigrations, ensureDatabase } from '@thegither/local-postgres';
import { Client } from 'pg';
import { freePort } from '../harness/freePort.ts';
import { serviceEnvironment } from '../harness/serviceEnvironment.ts';
import { prepareProcess, type ServiceProcess } from '../harness/serviceProcess.ts';

jest.setTimeout(60_000);

/* Each app of pages as a process of its own, out of the template that it is run with elsewhere. */
const MIGRATIONS = fileURLToPath(new URL('../../packages/pages/prisma/migrations', import.meta.url));
const APPS = SERVICES.filter(({ asks }) => asks.includes('gateway'));
const started: ServiceProcess[] = [];
let issuer: Issuer, databaseUrl: string;
beforeAll(async () => {
  issuer = await openIssuer({ accounts: [], secret: 'a demo secret', apps: APPS.map(({ name }) => name) });
  databaseUrl = await ensureDatabase(process.env.TEST_POSTGRES!, `sessions ${randomUUID()}`);
  await applyMigrations(databaseUrl, MIGRATIONS);
});
afterAll(async () => {
  await Promise.all(started.map((one) => one.kill()));
  await issuer.close();
});

function environmentOf(name: string, port: number): Record<string, string> {
  const upper = name.toUpperCase().replaceAll('-', '_');
  return serviceEnvironment(name, { HOST: '127.0.0.1', PORT: String(port), METRICS_HOST: '127.0.0.1', METRICS_PORT: '0', WORKERS_ISSUER: issuer.url, PEOPLE_ISSUER: issuer.url }, { ...makeSecrets(), [`${upper}_DATABASE_URL`]: databaseUrl });
}

test.each(APPS)('$name opens, sends its reader to the issuer, and keeps nothing of them but a row that it alone can read', async ({ name, workspace }) => {
  const port = await freePort();
  const app = prepareProcess(name, workspace, port, environmentOf(name, port));
  started.push(app);
  await app.start();
  expect((await fetch(app.url)).status).toBe(200);
  const begun = await fetch(`${app.url}/sign-in`, { redirect: 'manual' });
  const to = new URL(begun.headers.get('location')!);
  expect([to.origin, Object.fromEntries(to.searchParams)]).toEqual([new URL(issuer.url).origin, expect.objectContaining({ client_id: name, redirect_uri: `https://${name}.example/signed-in`, code_challenge_method: 'S256' })]);
  expect(begun.headers.get('set-cookie')).toMatch(new RegExp(`^__Host-${name}=[\\w-]{43}; Path=/; HttpOnly; Secure; SameSite=Lax$`));
  const rows = new Client({ connectionString: databaseUrl });
  await rows.connect();
  const kept = await rows.query<{ text: string }>(`DELETE FROM session RETURNING encode(sealed, 'escape') AS text`);
  await rows.end();
  expect(kept.rows).toEqual([{ text: expect.not.stringContaining(to.searchParams.get('state')!) }]);
  expect(app.written()).not.toMatch(/"level":"(error|fatal)"/);
});

test.each(APPS)('$name does not open elsewhere without a table for its sessions, and says what is missing', async ({ name, workspace }) => {
  const port = await freePort();
  const { SESSION_DATABASE_URL: _url, SESSION_KEYS: _keys, ...env } = environmentOf(name, port);
  await expect(prepareProcess(name, workspace, port, env).start()).rejects.toThrow(/Missing in the environment: SESSION_DATABASE_URL, SESSION_KEYS\./);
});
