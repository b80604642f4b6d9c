import { PERSONAS, WORKERS, personaNamed, workerNamed, type DemoWorker, type Persona } from '@thegither/synthetic';
import { UsageError } from './usage.ts';

const named = (names: readonly string[]) => names.join(', ');

/** The demo person of that name. Throws UsageError with the names that there are. */
export function persona(name: string): Persona {
  const found = personaNamed(name.toLowerCase());
  if (!found) throw new UsageError(`There is no demo person of that name: there are ${named(PERSONAS.map(({ key }) => key))}.`);
  return found;
}

/** The demo worker of that name. Throws UsageError with the names that there are. */
export function worker(name: string): DemoWorker {
  const found = workerNamed(name.toLowerCase());
  if (!found) throw new UsageError(`There is no demo worker of that name: there are ${named(WORKERS.map(({ id }) => id))}.`);
  return found;
}

/** The account of that name, a worker's or a person's. Throws UsageError with the names that there are. */
export function account(name: string): DemoWorker | Persona {
  const found = workerNamed(name.toLowerCase()) ?? personaNamed(name.toLowerCase());
  if (!found) throw new UsageError(`There is no demo account of that name: workers are ${named(WORKERS.map(({ id }) => id))}; people are ${named(PERSONAS.map(({ key }) => key))}.`);
  return found;
}
