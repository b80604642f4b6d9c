import { randomUUID } from 'node:crypto';
import { dateColumn } from '@thegither/subgraph';
import { each, labelsOf, type Told } from './told.ts';

/** Rows of spells of support and what is below them, and of what was done, said and paid. */
export function supportRows(told: readonly Told[]) {
  const spells = told.flatMap((one) => {
    const journeys = new Map<string, string>();
    return each([one], ({ participations }) => participations).map(({ journey = randomUUID(), ...spell }) => {
      const id = journeys.get(journey) ?? randomUUID();
      journeys.set(journey, id);
      return { ...spell, id: randomUUID(), journey: id };
    });
  });
  return {
    participation: spells.map(({ id, person, controller, journey, programme, startedOn, endedOn, endReason, endToldBy, labels }) => ({
      id, person, controller, journey, code: programme, startedOn: dateColumn(startedOn), endedOn: dateColumn(endedOn), endReason, endToldBy, ...labelsOf({ labels }),
    })),
    stageReached: spells.flatMap(({ id, person, controller, stage: now, startedOn, stages = [{ stage: now, on: startedOn }] }) =>
      stages.map(({ stage, on }, position) => ({ participationId: id, person, controller, number: stage, on: dateColumn(on), position }))),
    participationPhase: spells.flatMap(({ id, person, controller, phases = [] }) =>
      phases.map(({ phase, startedOn, endedOn }) => ({ participationId: id, person, controller, phase, startedOn: dateColumn(startedOn), endedOn: dateColumn(endedOn) }))),
    supportActivity: each(told, ({ activities }) => activities).map((row) => ({ ...row, on: dateColumn(row.on) })),
    activityPause: each(told, ({ pauses }) => pauses).map((row) => ({ ...row, startedOn: dateColumn(row.startedOn), endedOn: dateColumn(row.endedOn) })),
    supportContact: each(told, ({ contacts }) => contacts).map((row) => ({ ...row, on: dateColumn(row.on), nextOn: dateColumn(row.nextOn), ...labelsOf(row) })),
    fundingAward: each(told, ({ fundingAwards }) => fundingAwards).map((row) => ({ ...row, startedOn: dateColumn(row.startedOn), endedOn: dateColumn(row.endedOn), ...labelsOf(row) })),
  };
}
