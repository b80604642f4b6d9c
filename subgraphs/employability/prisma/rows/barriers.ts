import { dateColumn } from '@thegither/subgraph';
import { each, labelsOf, type Told } from './told.ts';

/** Rows of what is in the way, as it was said. */
export function barrierRows(told: readonly Told[], newId: () => string) {
  const assessments = each(told, (one) => one.assessments).map((row) => ({ ...row, id: newId() }));
  return {
    Barrier: each(told, ({ barriers }) => barriers).map(({ saidOn = null, evidenceSeen = false, ...row }) => ({ ...row, saidOn: dateColumn(saidOn), evidenceSeen, ...labelsOf(row) })),
    NeedsAssessment: assessments.map(({ answers: _answers, ...row }) => ({ ...row, assessedOn: dateColumn(row.assessedOn) })),
    AssessmentAnswer: assessments.flatMap(({ id, person, controller, answers }) => answers.map((answer) => ({ ...answer, ...labelsOf(answer), assessmentId: id, person, controller }))),
    SensitiveReadinessItem: each(told, ({ sensitiveReadiness }) => sensitiveReadiness).map((row) => ({ ...row, checkedOn: dateColumn(row.checkedOn), ...labelsOf(row) })),
  };
}
