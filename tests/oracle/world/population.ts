import { chance, nameOf } from '../random.ts';
import type { Sample } from './sample.ts';

/** An object of the made-up data: an entity by its number, or a value by where it stands. */
export interface Source {
  readonly __typename: string;
  readonly identity: string;
  /** Its key fields. */
  readonly known: Readonly<Record<string, unknown>>;
  /** What a question said about it. */
  readonly sent: Readonly<Record<string, unknown>>;
}

/** How many entities of each type, or of all the types behind one interface, there are. */
const POPULATION = 7;
const NUMBERS = Array.from({ length: POPULATION }, (_, n) => n);
const NOTHING = {};

/** The entity of that type whose keys fit what was sent; undefined when there is none. */
export function referred(sample: Sample, type: string, sent: Readonly<Record<string, unknown>>): Source | undefined {
  const n = numbersOf(sample, type).find((n) => {
    const keys = sample.entities[type]!(n);
    const given = Object.keys(sent).filter((key) => key in keys);
    return given.length > 0 && given.every((key) => fits(keys[key], sent[key]));
  });
  return n === undefined ? undefined : entity(sample, type, n, sent);
}

/** Some object of that type, chosen by the place. */
export function someObject(sample: Sample, type: string, place: string): Source {
  if (!sample.entities[type]) return { __typename: type, identity: nameOf(place), known: NOTHING, sent: NOTHING };
  const numbers = numbersOf(sample, type);
  return entity(sample, type, numbers[Math.floor(chance('which', place) * numbers.length)]!, NOTHING);
}

/** What stands behind an interface is one population: each is the same to whoever knows it, and to whoever knows the interface alone. */
function entity(sample: Sample, type: string, n: number, sent: Source['sent']): Source {
  return { __typename: type, identity: `${interfaceOf(sample, type) ?? type} ${n}`, known: sample.entities[type]!(n), sent };
}

function numbersOf(sample: Sample, type: string): number[] {
  const name = interfaceOf(sample, type);
  return name === undefined || name === type ? NUMBERS : NUMBERS.filter((n) => sample.interfaces![name]!(n) === type);
}

function interfaceOf({ interfaces = {} }: Sample, type: string): string | undefined {
  return type in interfaces ? type : Object.keys(interfaces).find((name) => NUMBERS.some((n) => interfaces[name]!(n) === type));
}

/** The type of what stands behind an interface. */
export const typeBehind = (sample: Sample, name: string, source: Source): string => sample.interfaces![name]!(Number(source.identity.split(' ')[1]));

/** Does what was sent say the same, and perhaps more? */
function fits(key: unknown, sent: unknown): boolean {
  if (typeof key !== 'object' || key === null || typeof sent !== 'object' || sent === null) return key === sent;
  return Object.entries(key).every(([name, value]) => fits(value, (sent as Record<string, unknown>)[name]));
}
