import { AGENCIES } from '@thegither/synthetic';
import { isObject } from './isObject.ts';

/** One line of a record, and how far it stands in. */
export interface Line {
  readonly depth: number;
  readonly text: string;
}

/**
 * Says a record, or a list of them, in lines: what it is first, then what is known of it, what belongs to it below. What
 * nobody wrote down is left out; who holds it too, for that is said of the whole topic: see `holdersOf`.
 */
export function linesOf(value: unknown, depth = 0): Line[] {
  if (Array.isArray(value)) return value.flatMap((item) => linesOf(item, depth));
  if (!isObject(value)) return isNothing(value) ? [] : [{ depth, text: told('', value) }];
  const members = Object.entries(value).filter(([name, member]) => name !== 'controller' && !isNothing(member));
  const text = members.filter(([, member]) => !holdsRecords(member)).map(([name, member]) => said(name, member)).join(' · ');
  const own = text ? [{ depth, text: text.charAt(0).toUpperCase() + text.slice(1) }] : [];
  const below = members.filter(([, member]) => holdsRecords(member));
  return [...own, ...below.flatMap(([, member]) => linesOf(member, depth + own.length))];
}

/** The names of the agencies that hold these records. */
export const holdersOf = (value: unknown): string[] => [...new Set([value].flat().filter(isObject).flatMap(({ controller }) => (typeof controller === 'string' ? [agencyNamed(controller)] : [])))];

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
const holdsRecords = (value: unknown): boolean => (Array.isArray(value) ? value.some(isObject) : isObject(value));

/** Members whose value says by itself what it is; any other is told with its name. */
const SELF_EVIDENT = new Set([
  'knownAs', 'pronouns', 'kind', 'value', 'note', 'label', 'full', 'title', 'name', 'worker', 'role', 'agency', 'organisation', 'programme', 'stageLabel', 'stage', 'state', 'status',
  'service', 'mode', 'day', 'level', 'treatment', 'what', 'tenure', 'area', 'standing', 'decisionLabel', 'employer', 'sector', 'offence', 'sentence', 'place', 'team', 'endReason', 'declinedBecause', 'requirements', 'reasonLabel', 'outcomeLabel', 'schemeLabel', 'ways', 'done', 'body', 'activities', 'about', 'course', 'provider', 'occupation', 'detail', 'skillLabel', 'kindLabel', 'fundLabel', 'ruleLabel', 'domainLabel', 'confidence', 'words', 'ownWords', 'agreed', 'answer', 'contract',
]);

/** Names that people would say otherwise. */
const LABELS: Readonly<Record<string, string>> = { at: 'on', owner: 'by the', saidBy: 'said by the', scqfLevel: 'SCQF level', hoursAWeek: 'hours a week:', hoursLeft: 'hours left:', hours: 'hours:', current: 'goes on:', mustBeTold: 'must be told:', personTold: 'the person was told:', homeFrom: 'at home from', homeTo: 'to', benefitCheckDone: 'benefit check done:', inWork: 'in work:', noFixedAddress: 'no fixed address:', contactKept: 'contact kept:', messageIsSafe: 'a message is safe:', agencyMayBeNamed: 'the agency may be named:', completed: 'completed:', entryLevel: 'entered at SCQF level' };

const said = (name: string, value: unknown): string => (SELF_EVIDENT.has(name) ? told(name, value) : `${LABELS[name] ?? wordsIn(name).replace(/ on$/, '')} ${told(name, value)}`);

function told(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => told(name, item)).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return CLOCK.has(name) ? clock(value) : String(value);
  const text = String(value);
  if (name === 'agency') return agencyNamed(text);
  if (name === 'day') return `${text.charAt(0)}${text.slice(1).toLowerCase()}s`;
  if (/^\d{4}-\d{2}-\d{2}(T|$)/.test(text)) return day(text);
  return /^[A-Z][A-Z_]+$/.test(text) ? fromCode(name, text) : text;
}

/** Members that are minutes after midnight. */
const CLOCK = new Set(['from', 'to', 'homeFrom', 'homeTo']);

/** A code in words; programmes are names. */
function fromCode(name: string, code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ');
  if (name !== 'programme') return words;
  return code === 'NOLB' ? 'No One Left Behind' : words.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

const agencyNamed = (id: string): string => AGENCIES.find((agency) => agency.id === id)?.name ?? id;

/** Minutes after midnight as a time of day. */
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });

/** A day, or a moment by the clocks in Scotland, in words. */
export const day = (text: string): string => (text.length > 10 ? MOMENT : DAY).format(new Date(text));

const wordsIn = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
