import { randomUUID } from 'node:crypto';
import { dateColumn } from '@thegither/subgraph';
import type { HealthAndWorkStory } from '@thegither/synthetic';
import type { PersonId } from '@thegither/vocabulary';

/** What is told of one person, under their id in health-and-work's audience. */
export interface ToldOf extends HealthAndWorkStory {
  readonly person: PersonId;
}

/** A row that others hang from. */
interface Above {
  readonly id: string;
  readonly person: PersonId;
  readonly controller: string;
}

/** The rows of people's stories, table by table. Ids are new each time. */
export function rowsOf(told: readonly ToldOf[]) {
  const cases = told.flatMap(({ person, cases: stories }) => stories.map((story) => ({ story, id: randomUUID(), person, controller: story.controller })));
  const assessments = cases.flatMap((one) => one.story.assessments.map((story) => ({ story, ...under(one), id: randomUUID(), caseId: one.id })));
  const triages = told.flatMap(({ person, triages: stories }) => stories.map((story) => ({ story, id: randomUUID(), person, controller: story.controller })));
  const support = told.flatMap(({ person, recoverySupport }) => recoverySupport.map((story) => ({ story, id: randomUUID(), person, controller: story.controller })));
  return {
    cases: cases.map(({ story: { level, inWork, openedOn, closedOn, weeks, chi }, ...one }) =>
      ({ ...one, level, inWork, weeks, chi, openedOn: dateColumn(openedOn), closedOn: dateColumn(closedOn) })),
    adjustments: cases.flatMap((one) => inOrder(one.story.adjustments, ({ labels, until, ...row }) =>
      ({ ...row, ...under(one), caseId: one.id, until: dateColumn(until), labels: [...labels] }))),
    services: cases.flatMap((one) => one.story.services.map(({ labels, offeredOn, startedOn, endedOn, ...row }) =>
      ({ ...row, ...under(one), caseId: one.id, offeredOn: dateColumn(offeredOn), startedOn: dateColumn(startedOn), endedOn: dateColumn(endedOn), labels: [...labels] }))),
    assessments: assessments.map(({ story, ...one }) => ({ ...one, on: dateColumn(story.on) })),
    notes: assessments.flatMap((one) => [
      ...inOrder(one.story.body, ({ what, labels }) => ({ ...under(one), assessmentId: one.id, part: 'BODY' as const, what, labels: [...labels] })),
      ...inOrder(one.story.lifeAndWork, ({ what, labels }) => ({ ...under(one), assessmentId: one.id, part: 'LIFE_AND_WORK' as const, what, labels: [...labels] })),
    ]),
    mentalNotes: assessments.flatMap((one) => inOrder(one.story.mind, ({ what, labels }) => ({ ...under(one), assessmentId: one.id, what, labels: [...labels] }))),
    triages: triages.map(({ story, ...one }) => ({ ...one, on: dateColumn(story.on) })),
    triageAdjustments: triages.flatMap((one) => inOrder(one.story.adjustments, ({ labels, until, ...row }) =>
      ({ ...row, ...under(one), triageId: one.id, until: dateColumn(until), labels: [...labels] }))),
    appointments: told.flatMap(({ person, appointments }) => appointments.map(({ labels, at, ...row }) => ({ ...row, person, at: new Date(at), labels: [...labels] }))),
    conditions: told.flatMap(({ person, conditions }) => conditions.map(({ labels, since, ...row }) => ({ ...row, person, since: dateColumn(since), labels: [...labels] }))),
    ipsEpisodes: told.flatMap(({ person, ipsEpisodes }) => ipsEpisodes.map(({ labels, startedOn, endedOn, ...row }) =>
      ({ ...row, person, startedOn: dateColumn(startedOn), endedOn: dateColumn(endedOn), labels: [...labels] }))),
    recoverySupport: support.map(({ story, ...one }) => ({ ...one, startedOn: dateColumn(story.startedOn), endedOn: dateColumn(story.endedOn) })),
    recoveryAppointments: support.flatMap((one) => one.story.appointments.map(({ at, mode }) => ({ ...under(one), supportId: one.id, at: new Date(at), mode }))),
    timeline: told.flatMap(({ person, timeline }) => timeline.map(({ labels, on, ...row }) => ({ ...row, person, on: dateColumn(on), labels: [...labels] }))),
  };
}

// A row that hangs from another says itself whose it is: the reader's decision is checked on every row.
const under = ({ person, controller }: Above) => ({ person, controller });

const inOrder = <Story, Row>(stories: readonly Story[], row: (story: Story) => Row) => stories.map((story, position) => ({ ...row(story), position }));
