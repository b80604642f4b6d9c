import { randomUUID } from 'node:crypto';
import { dateColumn } from '@thegither/subgraph';
import type { HealthAndWorkStory, Somebody } from '@thegither/synthetic';
import type { PersonId, SpineId } from '@thegither/vocabulary';

/** What is told of one person, under their id in health-and-work's audience. */
interface ToldOf extends HealthAndWorkStory {
  readonly person: PersonId;
}

/** A row that others hang from. */
interface Above {
  readonly id: string;
  readonly person: PersonId;
  readonly controller: string;
}

/** The rows of people's records, model by model, each after what it hangs from. A row without an id may have any. */
export const healthAndWorkRows = (people: readonly Somebody[], idOf: (spine: SpineId) => PersonId, today: string, newId: () => string = randomUUID) =>
  rowsOf(people.map(({ spine, story }) => ({ person: idOf(spine), ...story(today).healthAndWork })), newId);

function rowsOf(told: readonly ToldOf[], newId: () => string) {
  const cases = told.flatMap(({ person, cases: stories }) => stories.map((story) => ({ story, id: newId(), person, controller: story.controller })));
  const assessments = cases.flatMap((one) => one.story.assessments.map((story) => ({ story, ...under(one), id: newId(), caseId: one.id })));
  const triages = told.flatMap(({ person, triages: stories }) => stories.map((story) => ({ story, id: newId(), person, controller: story.controller })));
  const support = told.flatMap(({ person, recoverySupport }) => recoverySupport.map((story) => ({ story, id: newId(), person, controller: story.controller })));
  return {
    HealthWorkCase: cases.map(({ story: { level, inWork, openedOn, closedOn, weeks, chi }, ...one }) =>
      ({ ...one, level, inWork, weeks, chi, openedOn: dateColumn(openedOn), closedOn: dateColumn(closedOn) })),
    WorkAdjustment: cases.flatMap((one) => inOrder(one.story.adjustments, ({ labels, until, ...row }) =>
      ({ ...row, ...under(one), caseId: one.id, until: dateColumn(until), labels: [...labels] }))),
    CaseService: cases.flatMap((one) => one.story.services.map(({ labels, offeredOn, startedOn, endedOn, ...row }) =>
      ({ ...row, ...under(one), caseId: one.id, offeredOn: dateColumn(offeredOn), startedOn: dateColumn(startedOn), endedOn: dateColumn(endedOn), labels: [...labels] }))),
    HealthAssessment: assessments.map(({ story, ...one }) => ({ ...one, on: dateColumn(story.on) })),
    AssessmentNote: assessments.flatMap((one) => [
      ...inOrder(one.story.body, ({ what, labels }) => ({ ...under(one), assessmentId: one.id, part: 'BODY' as const, what, labels: [...labels] })),
      ...inOrder(one.story.lifeAndWork, ({ what, labels }) => ({ ...under(one), assessmentId: one.id, part: 'LIFE_AND_WORK' as const, what, labels: [...labels] })),
    ]),
    MentalHealthNote: assessments.flatMap((one) => inOrder(one.story.mind, ({ what, labels }) => ({ ...under(one), assessmentId: one.id, what, labels: [...labels] }))),
    MskTriage: triages.map(({ story, ...one }) => ({ ...one, on: dateColumn(story.on) })),
    MskAdjustment: triages.flatMap((one) => inOrder(one.story.adjustments, ({ labels, until, ...row }) =>
      ({ ...row, ...under(one), triageId: one.id, until: dateColumn(until), labels: [...labels] }))),
    HealthAppointment: told.flatMap(({ person, appointments }) => appointments.map(({ labels, at, ...row }) => ({ ...row, person, at: new Date(at), labels: [...labels] }))),
    Condition: told.flatMap(({ person, conditions }) => conditions.map(({ labels, since, ...row }) => ({ ...row, person, since: dateColumn(since), labels: [...labels] }))),
    IpsEpisode: told.flatMap(({ person, ipsEpisodes }) => ipsEpisodes.map(({ labels, startedOn, endedOn, ...row }) =>
      ({ ...row, person, startedOn: dateColumn(startedOn), endedOn: dateColumn(endedOn), labels: [...labels] }))),
    RecoverySupport: support.map(({ story, ...one }) => ({ ...one, startedOn: dateColumn(story.startedOn), endedOn: dateColumn(story.endedOn) })),
    RecoveryAppointment: support.flatMap((one) => one.story.appointments.map(({ at, mode }) => ({ ...under(one), supportId: one.id, at: new Date(at), mode }))),
    TimelineEvent: told.flatMap(({ person, timeline }) => timeline.map(({ labels, on, ...row }) => ({ ...row, person, on: dateColumn(on), labels: [...labels] }))),
  };
}

// A row that hangs from another says itself whose it is: the reader's decision is checked on every row.
const under = ({ person, controller }: Above) => ({ person, controller });

const inOrder = <Story, Row>(stories: readonly Story[], row: (story: Story) => Row) => stories.map((story, position) => ({ ...row(story), position }));
