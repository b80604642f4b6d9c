import { dateColumn } from '@thegither/subgraph';
import { each, labelsOf, type Told } from './told.ts';

/** Rows of spells of support and what is below them, and of what was done, said and paid. */
export function supportRows(told: readonly Told[], newId: () => string) {
  const spells = told.flatMap((one) => {
    const journeys = new Map<string, string>();
    return each([one], ({ participations }) => participations).map(({ journey = newId(), ...spell }) => {
      const id = journeys.get(journey) ?? newId();
      journeys.set(journey, id);
      return { ...spell, id: newId(), journey: id };
    });
  });
  return {
    Participation: spells.map(({ id, person, controller, journey, programme, startedOn, endedOn, endReason, endToldBy, labels }) => ({
      id, person, controller, journey, code: programme, startedOn: dateColumn(startedOn), endedOn: dateColumn(endedOn), endReason, endToldBy, ...labelsOf({ labels }),
    })),
    StageReached: spells.flatMap(({ id, person, controller, stage: now, startedOn, stages = [{ stage: now, on: startedOn }] }) =>
      stages.map(({ stage, on }, position) => ({ participationId: id, person, controller, number: stage, on: dateColumn(on), position }))),
    ParticipationPhase: spells.flatMap(({ id, person, controller, phases = [] }) =>
      phases.map(({ phase, startedOn, endedOn }) => ({ participationId: id, person, controller, phase, startedOn: dateColumn(startedOn), endedOn: dateColumn(endedOn) }))),
    SupportActivity: each(told, ({ activities }) => activities).map((row) => ({ ...row, on: dateColumn(row.on) })),
    ActivityPause: each(told, ({ pauses }) => pauses).map((row) => ({ ...row, startedOn: dateColumn(row.startedOn), endedOn: dateColumn(row.endedOn) })),
    SupportContact: each(told, ({ contacts }) => contacts).map((row) => ({ ...row, on: dateColumn(row.on), nextOn: dateColumn(row.nextOn), ...labelsOf(row) })),
    FundingAward: each(told, ({ fundingAwards }) => fundingAwards).map((row) => ({ ...row, startedOn: dateColumn(row.startedOn), endedOn: dateColumn(row.endedOn), ...labelsOf(row) })),
  };
}
