import { Client, escapeIdentifier } from 'pg';

/** Takes a database away from everybody who uses it, as an outage does, until the returned function is called. */
export async function shutDatabase(url: string): Promise<() => Promise<void>> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const allow = async (connections: boolean): Promise<void> => {
    const client = new Client({ connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href });
    await client.connect();
    try {
      await client.query(`ALTER DATABASE ${escapeIdentifier(name)} ALLOW_CONNECTIONS ${connections}`);
      if (!connections) await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    } finally {
      await client.end();
    }
  };
  await allow(false);
  return () => allow(true);
}
