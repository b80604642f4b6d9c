import { randomUUID } from 'node:crypto';
import { dateColumn } from '@thegither/subgraph';
import type { Somebody } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { barrierRows } from './barriers.ts';
import { outcomeRows } from './outcomes.ts';
import { planRows } from './plan.ts';
import { supportRows } from './support.ts';
import { each, labelsOf, toldOf } from './told.ts';

/** The rows of people's records, model by model, each after what it hangs from. A row without an id may have any. */
export function employabilityRows(people: readonly Somebody[], idOf: (spine: SpineId) => PersonId, today: string, newId: () => string = randomUUID) {
  const told = toldOf(people, idOf, today);
  return {
    ...planRows(told, newId), ...supportRows(told, newId), ...barrierRows(told, newId), ...outcomeRows(told, newId),
    TimelineEvent: each(told, ({ timeline }) => timeline).map((event) => ({ ...event, on: dateColumn(event.on), ...labelsOf(event) })),
  };
}
