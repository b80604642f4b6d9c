import { randomUUID } from 'node:crypto';
import { dateColumn } from '@thegither/subgraph';
import { each, labelsOf, type Told } from './told.ts';

/** Rows of what is in the way, as it was said. */
export function barrierRows(told: readonly Told[]) {
  const assessments = each(told, (one) => one.assessments).map((row) => ({ ...row, id: randomUUID() }));
  return {
    barrier: each(told, ({ barriers }) => barriers).map(({ saidOn = null, evidenceSeen = false, ...row }) => ({ ...row, saidOn: dateColumn(saidOn), evidenceSeen, ...labelsOf(row) })),
    needsAssessment: assessments.map(({ answers: _answers, ...row }) => ({ ...row, assessedOn: dateColumn(row.assessedOn) })),
    assessmentAnswer: assessments.flatMap(({ id, person, controller, answers }) => answers.map((answer) => ({ ...answer, ...labelsOf(answer), assessmentId: id, person, controller }))),
    sensitiveReadinessItem: each(told, ({ sensitiveReadiness }) => sensitiveReadiness).map((row) => ({ ...row, checkedOn: dateColumn(row.checkedOn), ...labelsOf(row) })),
  };
}
