import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { exportSigningKey, generateSigningKey, importIdentifierKeys, importSigningKey, type IdentifierKeys, type SigningKey } from '@thegither/identity';
import { importSealKeys, type SealKeys } from '@thegither/ledger';
import { HouseError } from '@thegither/vocabulary';
import { isObject } from './isObject.ts';

/** The secrets of one house. */
export interface HouseKeys {
  /** Whoever has these can join what all agencies know: the gateway and the decision service alone. */
  readonly identifiers: IdentifierKeys;
  /** What seals and opens what disclosures say: the decision service, the consent room and whoever checks the record. */
  readonly seals: SealKeys;
  /** Signs decisions. */
  readonly decisions: SigningKey;
  /** Signs the gateway's requests. */
  readonly gateway: SigningKey;
  /** What the demo accounts sign in with. */
  readonly accountSecret: string;
}

interface Written { readonly identifiers: string; readonly seals: string; readonly decisions: unknown; readonly gateway: unknown; readonly accountSecret: string }

/** Makes the keys of a new house. */
export const makeKeys = (): HouseKeys => readWritten(newKeys());

/**
 * The keys of the house whose data is here: made when it is new, and the same from then on, since every person id in
 * its databases is made with them. The file is the owner's alone.
 * @throws HouseError CONFIGURATION when the file cannot be read as keys, or is of a house whose record was not sealed yet;
 *   nothing of it is repeated.
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
  seals: `1.${randomBytes(32).toString('base64url')}`,
  decisions: exportSigningKey(generateSigningKey()),
  gateway: exportSigningKey(generateSigningKey()),
  accountSecret: randomBytes(24).toString('base64url'),
});

const readWritten = ({ identifiers, seals, decisions, gateway, accountSecret }: Written): HouseKeys => ({
  identifiers: importIdentifierKeys(identifiers), seals: importSealKeys(seals), decisions: importSigningKey(decisions), gateway: importSigningKey(gateway), accountSecret,
});

function parse(text: string): Written {
  const { identifiers, seals, decisions, gateway, accountSecret } = partsOf(text);
  if (typeof identifiers === 'string' && typeof accountSecret === 'string') {
    if (typeof seals === 'string') return { identifiers, seals, decisions, gateway, accountSecret };
    throw new HouseError('CONFIGURATION', 'The data folder is of an earlier version, whose record of who looked cannot be read on. `npm run reset` removes it and begins anew.');
  }
  throw new HouseError('CONFIGURATION', 'The data folder is damaged: its keys cannot be read. `npm run reset` removes it and begins anew.');
}

function partsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const parts: unknown = JSON.parse(text);
    return isObject(parts) ? parts : {};
  } catch {
    return {}; // Said where they are missing: the parser's message would quote the secrets.
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
