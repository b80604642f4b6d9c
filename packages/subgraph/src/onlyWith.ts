import { maskOf } from '@thegither/consent';
import { mayRead } from './access.ts';
import type { SubgraphContext } from './context.ts';
import type { PersonRow } from './personRows.ts';
import { dayOf } from './rowDay.ts';

/**
 * A resolver for a part of a row that needs more categories than the row: null unless the row's person shares them for
 * this row's controller and day. It holds without the rules, as the loaders do.
 * @throws RangeError when a category is not in the register
 */
export function onlyWith<Row extends PersonRow, Value>(
  categories: readonly string[],
  read: (row: Row) => Value,
): (row: Row, args: unknown, context: SubgraphContext) => Value | null {
  const needs = maskOf(...categories);
  return (row, _args, { decision }) => {
    const access = decision.of(row.person);
    return access !== undefined && mayRead(access, needs, { controller: row.controller, day: dayOf(row) }) ? read(row) : null;
  };
}
