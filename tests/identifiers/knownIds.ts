import { PERSONAS } from '@thegither/synthetic';
import type { TestHouse } from '../harness/startHouse.ts';

/** Everybody who knows people by ids of their own: the rooms, the agencies, and people themselves. */
export const ROOMS = ['people', 'consent', 'employability', 'health-and-work', 'justice', 'housing', 'careers', 'referrals'] as const;

/** Agencies with a worker in the demonstration, and one of their workers. */
export const WORKER_OF = {
  'agency:fife-works': 'isla', 'agency:fife-justice': 'ruaridh', 'agency:nhs-fife': 'niamh', 'agency:fife-housing': 'ewan', 'agency:glasgow-housing': 'una',
  'agency:jobcentre-kirkcaldy': 'gordon', 'agency:my-world-careers': 'catriona', 'agency:fife-lep': 'priya', 'agency:joint-controllers': 'shona',
} as const;

/** Every audience of the demonstration. */
export const AUDIENCES: readonly string[] = [...ROOMS, ...Object.keys(WORKER_OF), 'person'];

/** Which ids stand in a text: "morag in housing", or "morag's spine". */
export type IdsIn = (text: string) => Set<string>;

/**
 * Learns every id of every demo person, and their spines, in whatever way they could be written: as the id, its block
 * in base64, base64url or hexadecimal, a UUID.
 */
export function learnIds(house: TestHouse): IdsIn {
  const forms: { readonly what: string; readonly texts: readonly string[] }[] = PERSONAS.flatMap(({ key, spine }) => [
    { what: `${key}'s spine`, texts: formsOf(Buffer.from(spine, 'hex')) },
    ...AUDIENCES.map((audience) => ({ what: `${key} in ${audience}`, texts: formsOf(Buffer.from(house.personIdFor(audience, key).split('.')[1]!, 'base64url')) })),
  ]);
  return (text) => {
    const lower = text.toLowerCase();
    return new Set(forms.filter(({ texts: [hex, uuid, ...cased] }) => lower.includes(hex!) || lower.includes(uuid!) || cased.some((form) => text.includes(form))).map(({ what }) => what));
  };
}

function formsOf(block: Buffer): string[] {
  const hex = block.toString('hex');
  return [hex, hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), block.toString('base64url'), block.toString('base64').replaceAll('=', '')];
}

/** Those of another audience than the one that may have them. */
export const foreignTo = (audience: string, ids: ReadonlySet<string>): string[] => [...ids].filter((what) => !what.endsWith(` in ${audience}`));
