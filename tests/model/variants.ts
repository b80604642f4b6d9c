/** One way to check the model. */
export interface Variant {
  readonly what: string;
  readonly defined: readonly string[];
  /** What must not hold in it, as the checker says it; undefined where everything must hold. */
  readonly fails?: string;
  /** It looks at millions of states: for `npm run model`, and not for every run of the tests. */
  readonly isLarge?: boolean;
}

const WITHDRAWN = '!(withdrawn)', ACKNOWLEDGED = '!(acknowledged)', LATE = '!(late)';
const SMALL = ['GATEWAYS=2', 'TRIES=1', 'TELLS=1'];

/** The protocol as it is. Its parts together are too many states for a test: each of these leaves one part out, and between them they have every pair. */
export const HOLDS: readonly Variant[] = [
  { what: 'two gateways', defined: SMALL },
  { what: 'one gateway, an answer released under two numbers, each answer lost once', defined: ['GATEWAYS=1', 'TRIES=2', 'TELLS=2'] },
  { what: 'two gateways, each answer lost once', defined: ['GATEWAYS=2', 'TRIES=1', 'TELLS=2', 'WRITES=1'], isLarge: true },
  { what: 'two gateways, two numbers', defined: ['GATEWAYS=2', 'TRIES=2', 'TELLS=1', 'WRITES=1'], isLarge: true },
];

/** The protocol with one part taken out or done otherwise: the promise that is then broken. */
export const BROKEN: readonly Variant[] = [
  { what: 'no second decision: told on the word of the first', defined: [...SMALL, 'NO_SECOND_DECISION', 'ONLY=1'], fails: WITHDRAWN },
  { what: 'no second decision: told after the grant ended', defined: [...SMALL, 'NO_SECOND_DECISION', 'ONLY=3'], fails: LATE },
  { what: 'lock and read in one statement, which sees what was before it waited', defined: [...SMALL, 'LOCK_AND_READ_IN_ONE', 'ONLY=1'], fails: WITHDRAWN },
  { what: 'a release takes no lock', defined: [...SMALL, 'RELEASE_WITHOUT_LOCK', 'ONLY=1'], fails: WITHDRAWN },
  { what: 'a withdrawal takes no lock', defined: [...SMALL, 'WITHDRAWAL_WITHOUT_LOCK', 'ONLY=1'], fails: WITHDRAWN },
  { what: 'a withdrawal is acknowledged at once', defined: [...SMALL, 'ACKNOWLEDGED_AT_ONCE', 'ONLY=2'], fails: ACKNOWLEDGED },
  { what: 'the wait of a withdrawal begins before it has the lock', defined: [...SMALL, 'WAITS_FROM_BEFORE_THE_LOCK', 'ONLY=2'], fails: ACKNOWLEDGED },
  { what: 'the deadline is not checked', defined: [...SMALL, 'DEADLINE_NOT_CHECKED', 'ONLY=2'], fails: ACKNOWLEDGED },
  { what: 'the deadline begins when the answer comes', defined: [...SMALL, 'DEADLINE_FROM_THE_ANSWER', 'ONLY=2'], fails: ACKNOWLEDGED },
  { what: 'known limit: a process stands still between clock and write', defined: [...SMALL, 'STANDS_STILL_BEFORE_THE_WRITE', 'ONLY=2'], fails: ACKNOWLEDGED },
];

/** What must be able to happen: a model in which nobody is ever told anything keeps every promise. */
export const REACHED: readonly Variant[] = [
  { what: 'somebody is told', defined: [...SMALL, 'REACH_TOLD'], fails: '0' },
  { what: 'a withdrawal is acknowledged', defined: [...SMALL, 'REACH_ACKNOWLEDGED'], fails: '0' },
  { what: 'a release finds a change', defined: [...SMALL, 'REACH_CHANGED'], fails: '0' },
  { what: 'somebody is told after an answer was lost', defined: ['GATEWAYS=1', 'TRIES=1', 'TELLS=2', 'REACH_TOLD_AFTER_LOSS'], fails: '(tell==0)' },
  { what: 'somebody is told under a later number', defined: ['GATEWAYS=1', 'TRIES=2', 'TELLS=1', 'REACH_TOLD_AT_A_LATER_NUMBER'], fails: '(attempt==0)' },
  { what: 'what was released before a withdrawal is told until the deadline', defined: [...SMALL, 'REACH_TOLD_BEFORE_ACKNOWLEDGED'], fails: WITHDRAWN },
];
