import { AGENCIES } from '@thegither/synthetic';
import { isObject } from './isObject.ts';

/** One line of a record, and how far it stands in. */
export interface Line {
  readonly depth: number;
  readonly text: string;
}

/** Says a record, or a list of them, in lines: what it is first, then what is known of it, what belongs to it below. What nobody wrote down is left out. */
export function linesOf(value: unknown, depth = 0): Line[] {
  if (Array.isArray(value)) return value.flatMap((item) => linesOf(item, depth));
  if (!isObject(value)) return isNothing(value) ? [] : [{ depth, text: told('', value) }];
  const members = Object.entries(value).filter(([, member]) => !isNothing(member));
  const flat = members.filter(([, member]) => !isRecord(member));
  const nested = members.filter(([, member]) => isRecord(member));
  const text = flat.map(([name, member], index) => (index === 0 && typeof member === 'string' && !isDay(member) ? told(name, member) : labelled(name, member))).join(' · ');
  const own = text ? [{ depth, text: capital(text) }] : [];
  return [...own, ...nested.flatMap(([, member]) => linesOf(member, depth + own.length))];
}

/** Is there nothing to say: no value, or none in a list or record. */
const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
const isRecord = (value: unknown): boolean => (Array.isArray(value) ? value.some(isObject) : isObject(value));
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}(T|$)/.test(text);

const PLAIN = new Set(['controller', 'value', 'note', 'knownAs', 'pronouns', 'agency', 'organisation', 'stageLabel', 'service', 'mode', 'area', 'employer', 'sector', 'treatment', 'status']);

/** Names that say little, as people would say them. */
const LABELS: Readonly<Record<string, string>> = { hoursAWeek: 'hours a week', scqfLevel: 'SCQF level', earlier: 'earlier', at: 'at', owner: 'by', saidBy: 'said by' };

function labelled(name: string, value: unknown): string {
  if (name === 'controller') return `held by ${agencyNamed(value)}`;
  return PLAIN.has(name) ? told(name, value) : `${LABELS[name] ?? wordsIn(name).replace(/ on$/, '')} ${told(name, value)}`;
}

function told(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => told(name, item)).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return name === 'from' || name === 'to' ? clock(value) : String(value);
  const text = String(value);
  if (name === 'agency') return agencyNamed(text);
  if (isDay(text)) return day(text);
  return /^[A-Z][A-Z_]+$/.test(text) ? text.toLowerCase().replaceAll('_', ' ') : text;
}

const agencyNamed = (id: unknown): string => AGENCIES.find((agency) => agency.id === id)?.name ?? String(id);

/** Minutes after midnight as a time of day. */
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });

/** A day, or a moment by the clocks in Scotland, in words. */
export const day = (text: string): string => (text.length > 10 ? MOMENT : DAY).format(new Date(text));

const wordsIn = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
