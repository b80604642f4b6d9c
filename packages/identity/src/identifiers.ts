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
  /** Several at once, in their order: as `issue`, in a third of the time. */
  issueAll(audience: string, spines: readonly SpineId[]): PersonId[];
  /** Was the id made with the version that new ids are made with? Then it is what `issue` answers for its person. */
  isCurrent(id: PersonId): boolean;
}

// Audiences are the subgraphs, the agencies and "person"; an agency comes from a token.
const AUDIENCES_KEPT = 256;

/** Puts a spine id where a block begins. */
function put(spine: SpineId, into: Buffer, at: number): void {
  // A part of a block would stay inside the kept cipher and shift every later id to another person.
  if (spine.length !== 2 * BLOCK || into.write(spine, at, BLOCK, 'hex') !== BLOCK) throw new HouseError('INTERNAL');
}

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
  const named = (blocks: Buffer, at: number): PersonId => (prefix + blocks.toString('base64url', at, at + BLOCK)) as PersonId;

  return {
    issue(audience, spine) {
      put(spine, block, 0);
      return named(issuing(audience).seal(block), 0);
    },
    issueAll(audience, spines) {
      const blocks = Buffer.alloc(spines.length * BLOCK);
      for (const [i, spine] of spines.entries()) put(spine, blocks, i * BLOCK);
      const sealed = issuing(audience).seal(blocks);
      return spines.map((_, i) => named(sealed, i * BLOCK));
    },
    isCurrent: (id) => id.startsWith(prefix),
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
