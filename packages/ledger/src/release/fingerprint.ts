import { hash } from 'node:crypto';
import { toHex, type PersonDecision } from '@thegither/consent';

type Marked = Pick<PersonDecision, 'granted' | 'own' | 'limits'>;

/**
 * Makes what writes a decision in 16 hexadecimal digits: equal as long as standing to read, masks and limits are. Who
 * made an answer with one decision learns by it that another holds now, also where the masks alone look the same. Most of
 * a caseload share alike: each text is hashed once.
 */
export function createFingerprint(): (known: boolean, decision: Marked) => string {
  const marks = new Map<string, string>();
  return (known, decision) => {
    const text = textOf(known, decision);
    const mark = marks.get(text) ?? markOf(text);
    marks.set(text, mark);
    return mark;
  };
}

function textOf(known: boolean, { granted, own, limits }: Marked): string {
  // `decide` tells equal limits in equal order.
  const limited = [...limits].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([category, parts]) => [category, parts.map(({ sources, from, to }) => [sources, from ?? null, to ?? null])]);
  return JSON.stringify([known, toHex(granted), toHex(own), limited]);
}

const markOf = (text: string): string => hash('sha256', text).slice(0, 16);
