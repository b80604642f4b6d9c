import { HouseError } from '@thegither/vocabulary';
import type { z } from 'zod';
import { isLaptop, type Environment } from './laptop.ts';

/**
 * Reads a service's configuration, once, where it starts. A variable with `.default()` has that value on a laptop and is
 * required by its name in production; one that may truly be absent is `.optional()`. An empty text counts as absent.
 * Throws CONFIGURATION, which names every variable that is missing or not readable at once and repeats no value:
 * values are secrets.
 */
export function readConfig<Shape extends z.ZodRawShape>(shape: z.ZodObject<Shape>, env: Environment): z.output<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.keys(shape.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const result = shape.safeParse(given);
  const faulty = new Set(result.error?.issues.map((issue) => String(issue.path[0])));
  if (!isLaptop(env)) for (const name of defaulted(shape)) if (!(name in given)) faulty.add(name);
  if (!result.success || faulty.size > 0) throw new HouseError('CONFIGURATION', complaint([...faulty], given));
  return result.data;
}

/** The variables whose absence gives a value. */
function defaulted(shape: z.ZodObject): string[] {
  return Object.entries(shape.shape).flatMap(([name, field]) => ((field as z.ZodType).safeParse(undefined).data === undefined ? [] : [name]));
}

function complaint(names: readonly string[], given: object): string {
  const missing = names.filter((name) => !(name in given));
  const unreadable = names.filter((name) => name in given);
  return [list('Missing in the environment', missing), list('Not readable in the environment', unreadable)].filter(Boolean).join(' ');
}

const list = (what: string, names: readonly string[]): string => (names.length > 0 ? `${what}: ${names.join(', ')}.` : '');
