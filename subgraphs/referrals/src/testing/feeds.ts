import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { COUNCILS } from '../reference/councils.ts';
import { TERMS } from '../reference/terms.ts';
import { placeKey } from '../placeKey.ts';
import { termCode } from '../termCode.ts';
import type { Known } from '../import/known.ts';

/** Path of a feed of the fixtures. */
export const feedAt = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));

/** A service as a feed says it: changed by tests one fact at a time. */
export type Said = Record<string, unknown>;

const GOOD = JSON.parse(readFileSync(feedAt('good/page-1.json'), 'utf8')) as { contents: Said[] };

/** A good service, Kirkcaldy Job Club, with these parts instead; undefined takes one away. */
export const aService = (change: Said = {}): Said => ({ ...structuredClone(GOOD.contents[1]!), ...change });

const places = new Map(COUNCILS.flatMap(({ code, name, superseded = [], names = [] }) => [code, name, ...superseded, ...names].map((place) => [placeKey(place), code] as const)));
const terms = new Map(TERMS.toReversed().flatMap(({ code, label, aliases, use, tells }) => [...aliases, label, code].map((word) => [termCode(word), { code, use, tells }] as const)));

/** The lists of codes as every house has them. */
export const KNOWN: Known = { councils: COUNCILS.map(({ code }) => code), councilOf: (place) => places.get(placeKey(place)), termOf: (word) => terms.get(termCode(word)) };
