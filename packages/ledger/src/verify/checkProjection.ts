import { isDeepStrictEqual } from 'node:util';
import type { Projection } from '../projection/replay.ts';
import { PROJECTION_TABLES } from '../projection/rows.ts';
import type { Finding } from './finding.ts';

/** Compares what follows from a person's events with what the tables say, row by row and column by column. */
export const checkProjection = (follows: Projection, stands: Projection): Finding[] => PROJECTION_TABLES.flatMap((table) => {
  const expected = follows[table], actual = stands[table];
  return [
    ...Object.values(expected).flatMap((row): Finding[] => {
      const found = actual[row.id];
      if (!found) return [{ check: 'ROW_MISSING', table, event: row.openedEvent }];
      return isDeepStrictEqual(found, row) ? [] : [{ check: 'ROW_CHANGED', table, event: row.openedEvent }];
    }),
    ...Object.values(actual).filter(({ id }) => !(id in expected)).map((row): Finding => ({ check: 'ROW_WITHOUT_EVENT', table, event: row.openedEvent })),
  ];
});
