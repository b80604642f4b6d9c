import { randomUUID } from 'node:crypto';
import { dateColumn } from '@thegither/subgraph';
import type { JusticeStory, Somebody } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';

/** What is told of one person, under their id in justice's audience. */
interface ToldOf extends JusticeStory {
  readonly person: PersonId;
}

/** The rows of people's records, model by model, each after what it hangs from. A row without an id may have any. */
export const justiceRows = (people: readonly Somebody[], idOf: (spine: SpineId) => PersonId, today: string, newId: () => string = randomUUID) =>
  rowsOf(people.map(({ spine, story }) => ({ person: idOf(spine), ...story(today).justice })), newId);

function rowsOf(told: readonly ToldOf[], newId: () => string) {
  const orders = told.flatMap(({ person, paybackOrders }) => paybackOrders.map((story) => ({ story, id: newId(), person, controller: story.controller })));
  return {
    WorkLimit: told.flatMap(({ person, workLimits }) => workLimits.map(({ labels, ...row }) =>
      ({ ...row, person, freeToWorkFrom: dateColumn(row.freeToWorkFrom), until: dateColumn(row.until), labels: [...labels] }))),
    JusticeSupport: told.flatMap(({ person, support }) => support.map(({ labels, ...row }) =>
      ({ ...row, person, startedOn: dateColumn(row.startedOn), endedOn: dateColumn(row.endedOn), labels: [...labels] }))),
    CommunityPaybackOrder: orders.map(({ story: { hours, level, hoursLeft, ...story }, ...one }) => ({
      ...one, hours, level, hoursLeft, imposedOn: dateColumn(story.imposedOn), endsOn: dateColumn(story.endsOn),
      requirements: [...story.requirements], treatment: [...story.treatment],
    })),
    // A slot says itself whose it is: the reader's decision is checked on every row.
    UnpaidWorkSlot: orders.flatMap(({ id, person, controller, story }) => story.slots.map(({ labels, ...row }) =>
      ({ ...row, orderId: id, person, controller, startsOn: dateColumn(row.startsOn), until: dateColumn(row.until), labels: [...labels] }))),
    LiberationPlan: told.flatMap(({ person, liberationPlans }) => liberationPlans.map(({ curfew, leavesOn, throughcareUntil, ...row }) => ({
      ...row, person, leavesOn: dateColumn(leavesOn), throughcareUntil: dateColumn(throughcareUntil),
      curfewFrom: dateColumn(curfew?.from ?? null), curfewUntil: dateColumn(curfew?.until ?? null), homeFrom: curfew?.homeFrom ?? null, homeTo: curfew?.homeTo ?? null,
    }))),
    LicenceCondition: told.flatMap(({ person, licenceConditions }) => licenceConditions.map(({ labels, ...row }) =>
      ({ ...row, person, from: dateColumn(row.from), until: dateColumn(row.until), labels: [...labels] }))),
    Conviction: told.flatMap(({ person, convictions }) => convictions.map(({ labels, ...row }) =>
      ({ ...row, person, convictedOn: dateColumn(row.convictedOn), discloseUntil: dateColumn(row.discloseUntil), labels: [...labels] }))),
    RiskNote: told.flatMap(({ person, riskNotes }) => riskNotes.map(({ labels, ...row }) =>
      ({ ...row, person, writtenOn: dateColumn(row.writtenOn), reviewOn: dateColumn(row.reviewOn), labels: [...labels] }))),
    TimelineEvent: told.flatMap(({ person, timeline }) => timeline.map(({ labels, ...row }) => ({ ...row, person, on: dateColumn(row.on), labels: [...labels] }))),
  };
}
