/** What one subgraph holds about one person, ready to be asked for; every object says its type. */
export type SubgraphRecord = Readonly<Record<string, unknown>>;

/** The subgraphs that hold records; `consent` beside them is the door. */
export const TOPIC_ROOMS = ['employability', 'health-and-work', 'justice', 'housing', 'careers', 'people', 'referrals'] as const;

/** One of them. */
export type TopicRoom = (typeof TOPIC_ROOMS)[number];

/** Of which rooms people agree to share the records together. */
export const AGREED_TOGETHER: readonly (readonly TopicRoom[])[] = [['employability', 'referrals'], ['health-and-work'], ['justice'], ['housing'], ['careers', 'people']];

const day = (n: number): string => `20${String(18 + (n % 9)).padStart(2, '0')}-0${1 + (n % 9)}-1${n % 10}`;
const oneOf = <Item>(items: readonly Item[], n: number): Item => items[n % items.length]!;
const several = <Item>(count: number, make: (i: number) => Item): Item[] => Array.from({ length: count }, (_, i) => make(i));

const CONTROLLERS = ['fife-works', 'fife-pathways', 'nhs-fife', 'fife-housing', 'fife-justice'];
const NOTES = ['Prefers a phone call in the afternoon.', 'Agreed with the person at the last meeting.', 'To be looked at again in spring, with the family.'];

const employability = (n: number): SubgraphRecord => ({
  __typename: 'Person',
  actionPlan: {
    __typename: 'ActionPlan', agreedOn: day(n), reviewOn: day(n + 3), controller: oneOf(CONTROLLERS, n),
    goals: several(2, (i) => ({
      __typename: 'Goal', title: oneOf(['Drive a delivery van', 'A job in a nursery', 'Finish the college course', 'Work outdoors'], n + i), targetOn: day(n + i),
      steps: several(2, (j) => ({ __typename: 'Step', title: oneOf(['Book the theory test', 'Write to three employers', 'Visit the college', 'Ask about childcare'], n + i + j), owner: oneOf(['PERSON', 'WORKER'], j), status: oneOf(['NOT_STARTED', 'IN_PROGRESS', 'MET'], n + j), targetOn: day(n + j) })),
    })),
  },
  participations: several(2, (i) => ({ __typename: 'Participation', programme: oneOf(['NOLB', 'PESF'], n + i), stageLabel: oneOf(['Engaging', 'Barrier removal', 'Vocational activity', 'Employer engagement', 'In work'], n + i), startedOn: day(n + i), endedOn: i === 0 ? null : day(n + i + 2), endReason: null, controller: oneOf(CONTROLLERS, n + i) })),
  barriers: several(2, (i) => ({ __typename: 'Barrier', label: oneOf(['Childcare', 'No driving licence', 'Confidence', 'Transport'], n + i), saidBy: oneOf(['PERSON', 'WORKER'], i), note: oneOf(NOTES, n + i), controller: oneOf(CONTROLLERS, n) })),
  outcomes: several(1, (i) => ({ __typename: 'Outcome', title: oneOf(['Warehouse assistant', 'Care assistant', 'HNC Computing'], n + i), kind: oneOf(['JOB', 'TRAINING', 'FURTHER_EDUCATION'], n + i), startedOn: day(n), hoursAWeek: 16 + (n % 20), controller: oneOf(CONTROLLERS, n) })),
});

const healthAndWork = (n: number): SubgraphRecord => ({
  __typename: 'Person',
  healthWorkCases: several(1, (i) => ({ __typename: 'HealthWorkCase', level: oneOf(['LIGHT_TOUCH', 'CASE_MANAGEMENT'], n), inWork: n % 2 === 0, openedOn: day(n + i), closedOn: null, adjustments: several(2, (j) => ({ __typename: 'WorkAdjustment', what: oneOf(['Later start', 'A chair with arms', 'Breaks every hour'], n + j), until: day(n + j) })), controller: 'nhs-fife' })),
  healthAppointments: several(2, (i) => ({ __typename: 'HealthAppointment', service: oneOf(['Physiotherapy', 'Occupational therapy', 'Counselling'], n + i), at: `${day(n + i)}T10:30:00.000Z`, mode: oneOf(['PHONE', 'VIDEO', 'IN_PERSON'], n + i), controller: 'nhs-fife' })),
  conditions: several(1, (i) => ({ __typename: 'Condition', name: oneOf(['Back pain', 'Asthma', 'Migraine'], n + i), since: day(n), treatment: oneOf(NOTES, n), controller: 'nhs-fife' })),
  recoverySupport: several(1, () => ({ __typename: 'RecoverySupport', current: true, controller: 'nhs-fife', appointments: several(2, (i) => ({ __typename: 'RecoveryAppointment', at: `${day(n + i)}T09:00:00.000Z`, mode: oneOf(['PHONE', 'VIDEO', 'IN_PERSON'], n + i) })) })),
});

const justice = (n: number): SubgraphRecord => ({
  __typename: 'Person',
  justiceSupport: several(1, () => ({ __typename: 'JusticeSupport', kind: oneOf(['SUPERVISION', 'VOLUNTARY_THROUGHCARE'], n), team: 'Kirkcaldy', startedOn: day(n), controller: 'fife-justice' })),
  workLimits: several(1, (i) => ({ __typename: 'WorkLimit', freeToWorkFrom: null, day: oneOf(['MONDAY', 'THURSDAY'], n + i), from: 540, to: 960, until: day(n), place: null })),
  convictions: several(1, () => ({ __typename: 'Conviction', offence: oneOf(['Theft', 'Breach of the peace'], n), convictedOn: day(n), sentence: 'Community payback order', discloseUntil: day(n + 4), controller: 'fife-justice' })),
});

const housing = (n: number): SubgraphRecord => ({
  __typename: 'Person',
  housingSituations: several(1, () => ({ __typename: 'HousingSituation', tenure: oneOf(['COUNCIL', 'PRIVATE_RENT', 'WITH_OTHERS'], n), area: oneOf(['Kirkcaldy', 'Glenrothes', 'Levenmouth'], n), since: day(n), note: oneOf(NOTES, n), controller: 'fife-housing' })),
  homelessApplications: several(1, () => ({ __typename: 'HomelessApplication', stage: oneOf(['APPLICATION', 'ASSESSMENT', 'OUTCOME'], n), appliedOn: day(n), decisionLabel: null, noFixedAddress: false, note: oneOf(NOTES, n + 1), controller: 'fife-housing' })),
  rentAccounts: several(1, () => ({ __typename: 'RentAccount', standing: oneOf(['UP_TO_DATE', 'PLAN_AGREED'], n), benefitCheckDone: n % 2 === 0, controller: 'fife-housing' })),
});

const careers = (n: number): SubgraphRecord => ({
  __typename: 'Person',
  skills: several(3, (i) => ({ __typename: 'Skill', name: oneOf(['Serving customers', 'Looking after young children', 'Fork-lift driving', 'Spreadsheets'], n + i), controller: oneOf(CONTROLLERS, n + i) })),
  qualifications: several(2, (i) => ({ __typename: 'Qualification', title: oneOf(['National 5 English', 'Higher Maths', 'SVQ Social Services'], n + i), scqfLevel: 5 + ((n + i) % 3), awardedOn: day(n + i), controller: 'my-world-careers' })),
  careerPlans: several(1, () => ({ __typename: 'CareerPlan', title: oneOf(['Work with animals', 'A trade', 'An office in town'], n), sector: oneOf(['Land', 'Construction', 'Finance'], n), interests: ['football', 'music'], controller: 'my-world-careers' })),
  workHistory: several(2, (i) => ({ __typename: 'WorkHistory', title: oneOf(['Shop assistant', 'Kitchen porter', 'Cleaner'], n + i), employer: oneOf(['A supermarket', 'A hotel', 'A school'], n + i), startedOn: day(n + i), endedOn: day(n + i + 1), controller: 'my-world-careers' })),
});

const people = (n: number): SubgraphRecord => ({
  __typename: 'Person',
  name: { __typename: 'PersonName', knownAs: oneOf(['Ailsa', 'Finlay', 'Rona', 'Struan', 'Mirren'], n), pronouns: oneOf(['she', 'he', 'they'], n), controller: 'fife-works' },
  contact: { __typename: 'ContactRoute', kind: oneOf(['PHONE', 'TEXT', 'EMAIL'], n), value: 'as agreed at the desk', note: oneOf(NOTES, n), messageIsSafe: n % 2 === 0, controller: 'fife-works' },
  accessNeeds: several(1, () => ({ __typename: 'AccessNeed', label: oneOf(['Step-free entrance', 'Large print', 'A quiet room'], n), note: oneOf(NOTES, n + 1), controller: 'fife-works' })),
});

const referrals = (n: number): SubgraphRecord => ({
  __typename: 'Person',
  referrals: several(1, (i) => ({
    __typename: 'Referral', direction: oneOf(['OUT', 'IN'], n), purpose: oneOf(['Money advice', 'Childcare', 'Help with a move'], n + i), sentOn: day(n), state: 'ACCEPTED', note: oneOf(NOTES, n + i), controller: oneOf(CONTROLLERS, n),
    history: several(2, (j) => ({ __typename: 'ReferralStep', state: oneOf(['SENT', 'ACCEPTED'], j), on: day(n + j) })),
  })),
});

/** What each room holds about the n-th person: invented, and the same in every run. */
export const RECORDS: Readonly<Record<TopicRoom, (n: number) => SubgraphRecord>> = { employability, 'health-and-work': healthAndWork, justice, housing, careers, people, referrals };
