import type { Story } from '@thegither/synthetic';

/** A field of a person: the code of the category that opens it, how it is asked, and what it shows of a story. */
export interface Field {
  readonly code: string;
  readonly below: string;
  readonly shows: (story: Story) => unknown;
}

const field = (code: string, below: string, shows: Field['shows']): Field => ({ code, below, shows });

/** A field that a generated story never has anything for. */
const nothing = (code: string, below: string, empty: unknown = []): Field => field(code, below, () => empty);

/** Which room has which field of a person, by hand: the check of who was asked what does not rest on the composed schema. */
export const ROOMS: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  people: {
    name: field('S1', '{ knownAs pronouns }', ({ people: { name: { knownAs, pronouns } } }) => ({ knownAs, pronouns })),
    contact: field('S1', '{ kind value }', ({ people: { contacts: [contact] } }) => ({ kind: contact!.kind, value: contact!.value })),
    accessNeeds: nothing('S3', '{ code }'),
    legalName: field('S4', '{ full }', ({ people: { legalName } }) => ({ full: legalName.full })),
  },
  consent: {
    // Isla alone, and whoever shares her with the others shares a plan too.
    supportTeam: nothing('S2', '{ worker }', [{ worker: 'Isla' }]),
    household: nothing('S5', '{ members }', { members: [] }),
    grants: nothing('M1', '{ id }'),
  },
  employability: {
    actionPlan: field('E1', '{ goals { title steps { title status } } }', ({ employability: { actionPlan } }) => actionPlan && {
      goals: actionPlan.goals.map(({ title, steps }) => ({ title, steps: steps.map((step) => ({ title: step.title, status: step.status })) })),
    }),
    participations: field('E2', '{ programme stage }', ({ employability }) => employability.participations.map(({ programme, stage }) => ({ programme, stage }))),
    barriers: field('E3', '{ code }', ({ employability }) => employability.barriers.map(({ code }) => ({ code }))),
    outcomes: field('E4', '{ title hoursAWeek }', ({ employability }) => employability.outcomes.map(({ title, hoursAWeek }) => ({ title, hoursAWeek }))),
  },
  'health-and-work': {
    healthWorkCases: field('H1', '{ level openedOn adjustments { what } }', ({ healthAndWork: { cases } }) =>
      cases.map(({ level, openedOn, adjustments }) => ({ level, openedOn, adjustments: adjustments.map(({ what }) => ({ what })) }))),
    healthAppointments: field('H2', '{ at }', ({ healthAndWork }) => healthAndWork.appointments.map(({ at }) => ({ at }))),
    conditions: nothing('H3', '{ name }'),
    recoverySupport: nothing('H4', '{ current }'),
  },
  justice: {
    justiceSupport: nothing('J1', '{ kind }'),
    workLimits: field('J2', '{ day until }', ({ justice }) => justice.workLimits.map(({ day, until }) => ({ day, until }))),
    convictions: nothing('J3', '{ offence }'),
  },
  housing: {
    housingSituations: field('O1', '{ tenure area since }', ({ housing }) => housing.situations.map(({ tenure, area, since }) => ({ tenure, area, since }))),
    homelessApplications: nothing('O2', '{ stage }'),
    rentAccounts: field('O3', '{ standing }', ({ housing }) => housing.rentAccounts.map(({ standing }) => ({ standing }))),
  },
  careers: {
    skills: field('C1', '{ name }', ({ careers }) => careers.skills.map(({ name }) => ({ name }))),
    qualifications: nothing('C1', '{ title }'),
    careerPlans: nothing('C2', '{ title }'),
    workHistory: field('C3', '{ title endedOn }', ({ careers }) => careers.workHistory.map(({ title, endedOn }) => ({ title, endedOn }))),
  },
  referrals: { referrals: nothing('E2', '{ state }') },
};

/** Every field with what stands below it: the selection of one person. */
export const EVERYTHING = Object.values(ROOMS).flatMap((fields) => Object.entries(fields).map(([name, { below }]) => `${name} ${below}`)).join(' ');
