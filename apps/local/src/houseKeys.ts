import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { exportSigningKey, generateSigningKey, importIdentifierKeys, importSigningKey, type IdentifierKeys, type SigningKey } from '@thegither/identity';
import { HouseError } from '@thegither/vocabulary';

/** The secrets of one house. */
export interface HouseKeys {
  /** Whoever has these can join what all agencies know: the gateway and the decision service alone. */
  readonly identifiers: IdentifierKeys;
  /** Signs decisions. */
  readonly decisions: SigningKey;
  /** Signs the gateway's requests. */
  readonly gateway: SigningKey;
  /** What the demo accounts sign in with. */
  readonly accountSecret: string;
}

interface Written { readonly identifiers: string; readonly decisions: unknown; readonly gateway: unknown; readonly accountSecret: string }

/** Makes the keys of a new house. */
export const makeKeys = (): HouseKeys => readWritten(newKeys());

/**
 * The keys of the house whose data is here: made when it is new, and the same from then on, since every person id in
 * its databases is made with them. The file is the owner's alone.
 * @throws HouseError CONFIGURATION when the file cannot be read as keys; nothing of it is repeated.
 */
export function keepKeys(file: string): HouseKeys {
  const text = readIfThere(file);
  if (text !== undefined) return readWritten(parse(text));
  const keys = newKeys();
  writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return readWritten(keys);
}

const newKeys = (): Written => ({
  identifiers: `1.${randomBytes(32).toString('base64url')}`,
  decisions: exportSigningKey(generateSigningKey()),
  gateway: exportSigningKey(generateSigningKey()),
  accountSecret: randomBytes(24).toString('base64url'),
});

const readWritten = ({ identifiers, decisions, gateway, accountSecret }: Written): HouseKeys => ({
  identifiers: importIdentifierKeys(identifiers), decisions: importSigningKey(decisions), gateway: importSigningKey(gateway), accountSecret,
});

function parse(text: string): Written {
  try {
    const { identifiers, decisions, gateway, accountSecret } = JSON.parse(text) as Partial<Written>;
    if (typeof identifiers === 'string' && typeof accountSecret === 'string') return { identifiers, decisions, gateway, accountSecret };
  } catch {
    // Said below: the parser's message would quote the secrets.
  }
  throw new HouseError('CONFIGURATION', 'The data folder is damaged: its keys cannot be read. `npm run reset` removes it and begins anew.');
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
