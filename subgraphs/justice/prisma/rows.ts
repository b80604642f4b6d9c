import { randomUUID } from 'node:crypto';
import { dateColumn } from '@thegither/subgraph';
import type { JusticeStory } from '@thegither/synthetic';
import type { PersonId } from '@thegither/vocabulary';

/** What is told of one person, under their id in justice's audience. */
export interface ToldOf extends JusticeStory {
  readonly person: PersonId;
}

/** The rows of people's stories, table by table. Ids are new each time. */
export function rowsOf(told: readonly ToldOf[]) {
  const orders = told.flatMap(({ person, paybackOrders }) => paybackOrders.map((story) => ({ story, id: randomUUID(), person, controller: story.controller })));
  return {
    workLimits: told.flatMap(({ person, workLimits }) => workLimits.map(({ labels, ...row }) =>
      ({ ...row, person, freeToWorkFrom: dateColumn(row.freeToWorkFrom), until: dateColumn(row.until), labels: [...labels] }))),
    support: told.flatMap(({ person, support }) => support.map(({ labels, ...row }) =>
      ({ ...row, person, startedOn: dateColumn(row.startedOn), endedOn: dateColumn(row.endedOn), labels: [...labels] }))),
    paybackOrders: orders.map(({ story: { hours, level, hoursLeft, ...story }, ...one }) => ({
      ...one, hours, level, hoursLeft, imposedOn: dateColumn(story.imposedOn), endsOn: dateColumn(story.endsOn),
      requirements: [...story.requirements], treatment: [...story.treatment],
    })),
    // A slot says itself whose it is: the reader's decision is checked on every row.
    slots: orders.flatMap(({ id, person, controller, story }) => story.slots.map(({ labels, ...row }) =>
      ({ ...row, orderId: id, person, controller, startsOn: dateColumn(row.startsOn), until: dateColumn(row.until), labels: [...labels] }))),
    liberationPlans: told.flatMap(({ person, liberationPlans }) => liberationPlans.map(({ curfew, leavesOn, throughcareUntil, ...row }) => ({
      ...row, person, leavesOn: dateColumn(leavesOn), throughcareUntil: dateColumn(throughcareUntil),
      curfewFrom: dateColumn(curfew?.from ?? null), curfewUntil: dateColumn(curfew?.until ?? null), homeFrom: curfew?.homeFrom ?? null, homeTo: curfew?.homeTo ?? null,
    }))),
    licenceConditions: told.flatMap(({ person, licenceConditions }) => licenceConditions.map(({ labels, ...row }) =>
      ({ ...row, person, from: dateColumn(row.from), until: dateColumn(row.until), labels: [...labels] }))),
    convictions: told.flatMap(({ person, convictions }) => convictions.map(({ labels, ...row }) =>
      ({ ...row, person, convictedOn: dateColumn(row.convictedOn), discloseUntil: dateColumn(row.discloseUntil), labels: [...labels] }))),
    riskNotes: told.flatMap(({ person, riskNotes }) => riskNotes.map(({ labels, ...row }) =>
      ({ ...row, person, writtenOn: dateColumn(row.writtenOn), reviewOn: dateColumn(row.reviewOn), labels: [...labels] }))),
    timeline: told.flatMap(({ person, timeline }) => timeline.map(({ labels, ...row }) => ({ ...row, person, on: dateColumn(row.on), labels: [...labels] }))),
  };
}
