import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { answerJson, readBody } from '@thegither/service';
import { GRANTABLE_PURPOSES, HouseError } from '@thegither/vocabulary';
import { words } from '@thegither/words';
import { PAGE_POLICY, page } from './page.ts';

/** A demo account that the page can sign in as. */
export interface TryItAccount {
  readonly name: string;
  readonly kind: 'worker' | 'person';
  /** Who that is, for a list. */
  readonly words: string;
}

/** What a house with demo people gives the gateway for its page at `/`. A real one has no such page. */
export interface TryItDeps {
  /** The folder that the build put the page's files in. */
  readonly folder: string;
  readonly accounts: readonly TryItAccount[];
  /** Signs one of the accounts in at its issuer: an access token. */
  readonly tokenFor: (account: string) => Promise<string>;
}

/** Serves the page's own addresses; false for any other. */
export type TryIt = (request: IncomingMessage, response: ServerResponse, pathname: string) => Promise<boolean>;

const FILES: Readonly<Record<string, string>> = {
  'tryIt.js': 'text/javascript; charset=utf-8', 'tryIt.css': 'text/css; charset=utf-8', 'tryIt.js.LEGAL.txt': 'text/plain; charset=utf-8',
};

const LARGEST_SIGN_IN = 1_000;

/**
 * The page on which somebody new tries the house: GraphiQL from our own files, an account to sign in as, a purpose, ready
 * questions, and the state of each topic in words.
 * @throws HouseError CONFIGURATION when the files are not there.
 */
export function createTryIt({ folder, accounts, tokenFor }: TryItDeps): TryIt {
  const purposes = GRANTABLE_PURPOSES.map((name) => ({ name, words: words('en').purposes[name].plain }));
  const html = page({ accounts, purposes });
  const files = new Map(Object.entries(FILES).map(([name, type]) => [`/try/${name}`, { type, bytes: readBuilt(path.join(folder, name)) }]));
  return async (request, response, pathname) => {
    const file = files.get(pathname);
    if (pathname === '/' || file) {
      if (request.method !== 'GET' && request.method !== 'HEAD') throw new HouseError('METHOD_NOT_ALLOWED', 'This is read by GET.');
      send(response, file ?? { type: 'text/html; charset=utf-8', bytes: Buffer.from(html) });
      return true;
    }
    if (pathname !== '/try/sign-in') return false;
    answerJson(response, 200, { token: await tokenFor(await readAccount(request, accounts)) });
    return true;
  };
}

function send(response: ServerResponse, { type, bytes }: { type: string; bytes: Buffer }): void {
  response.writeHead(200, {
    'content-type': type, 'content-length': bytes.length, 'cache-control': 'no-cache', 'content-security-policy': PAGE_POLICY,
    'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin',
  });
  response.end(bytes);
}

/** Which demo account wants to sign in. JSON by POST alone: no form of another site can send that. */
async function readAccount(request: IncomingMessage, accounts: readonly TryItAccount[]): Promise<string> {
  if (request.method !== 'POST') throw new HouseError('METHOD_NOT_ALLOWED', 'Signing in is sent by POST.');
  if (!/^application\/json *(;|$)/i.test(request.headers['content-type'] ?? '')) throw new HouseError('BAD_REQUEST', 'An account is sent as application/json.');
  const asked = accountIn((await readBody(request, LARGEST_SIGN_IN)).toString('utf8'));
  const account = accounts.find(({ name }) => name === asked);
  if (!account) throw new HouseError('INVALID_INPUT', 'There is no demo account of that name.');
  return account.name;
}

function accountIn(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && 'account' in body ? body.account : undefined;
  } catch {
    throw new HouseError('BAD_REQUEST', 'The body is not a JSON object.');
  }
}

function readBuilt(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new HouseError('CONFIGURATION', 'The page at / was not built: `npm run build` makes it.', { cause });
  }
}
