import { dateColumn } from '@thegither/subgraph';
import { each, labelsOf, type Told } from './told.ts';

/** Rows of steps into work and learning, and how they went on. */
export function outcomeRows(told: readonly Told[], newId: () => string) {
  const outcomes = each(told, (one) => one.outcomes).map((row) => ({ ...row, id: newId() }));
  return {
    Outcome: outcomes.map(({ checks: _checks, pay, endedOn = null, ...row }) => ({
      ...row, startedOn: dateColumn(row.startedOn), endedOn: dateColumn(endedOn), payPence: pay?.pence, payPer: pay?.per, ...labelsOf(row),
    })),
    OutcomeCheck: outcomes.flatMap(({ id, person, controller, checks = [] }) =>
      checks.map((check) => ({ ...check, ...labelsOf(check), outcomeId: id, person, controller, dueOn: dateColumn(check.dueOn), askedOn: dateColumn(check.askedOn) }))),
  };
}
