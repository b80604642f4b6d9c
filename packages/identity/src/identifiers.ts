import { createSecretKey } from 'node:crypto';
import { HouseError, parsePersonId, type PersonId, type SpineId } from '@thegither/vocabulary';
import { BLOCK, createAudienceCipher } from './audienceCipher.ts';
import { keepAtMost } from './keepAtMost.ts';

/** The master keys behind every person id: 32 random bytes for each key version from 1 to 9999. */
export interface IdentifierKeys {
  /** The version that new ids are made with. */
  readonly current: number;
  /** Every version that is still read. */
  readonly keys: Readonly<Record<number, Uint8Array>>;
}

/** Translates between the spine's id of a person and the ids by which audiences know them. */
export interface Identifiers {
  /** The person's id in this audience, made with the current key version. */
  issue(audience: string, spine: SpineId): PersonId;
  /**
   * The spine id behind an id of this audience. Undefined for a key version that is not known here. An id of another
   * audience, a random or an altered one opens to some other 128-bit number that belongs to nobody: an unknown person.
   */
  open(audience: string, id: PersonId): SpineId | undefined;
}

// Audiences are the subgraphs, the agencies and "person"; an agency comes from a token.
const AUDIENCES_KEPT = 256;

/**
 * Makes the translator that only the gateway and the decision service hold: whoever has these keys can join what all
 * agencies know. Refuses keys of a wrong length and a current version without a key (CONFIGURATION), and a spine id that
 * is not 32 hexadecimal digits (INTERNAL).
 */
export function createIdentifiers({ current, keys }: IdentifierKeys): Identifiers {
  const versions = new Map(Object.entries(keys).map(([version, key]) => [version, audiencesUnder(version, key)]));
  const issuing = versions.get(String(current));
  if (!issuing) throw new HouseError('CONFIGURATION', 'The current version of the identifier keys has no key.');
  const prefix = `${current}.`;
  const block = Buffer.alloc(BLOCK);

  return {
    issue(audience, spine) {
      // A part of a block would stay inside the kept cipher and shift every later id to another person.
      if (spine.length !== 2 * BLOCK || block.write(spine, 'hex') !== BLOCK) throw new HouseError('INTERNAL');
      return (prefix + issuing(audience).seal(block).toString('base64url')) as PersonId;
    },
    open(audience, id) {
      if (parsePersonId(id) === undefined) return undefined;
      const dot = id.indexOf('.');
      const opening = versions.get(id.slice(0, dot));
      if (!opening || block.write(id.slice(dot + 1), 'base64url') !== BLOCK) return undefined;
      return opening(audience).open(block).toString('hex') as SpineId;
    },
  };
}

function audiencesUnder(version: string, key: Uint8Array) {
  if (!/^[1-9][0-9]{0,3}$/.test(version)) throw new HouseError('CONFIGURATION', 'A version of the identifier keys is not a number from 1 to 9999.');
  if (key.length !== 32) throw new HouseError('CONFIGURATION', 'An identifier key is not 32 bytes long.');
  const master = createSecretKey(key);
  return keepAtMost(AUDIENCES_KEPT, (audience) => createAudienceCipher(master, audience));
}
