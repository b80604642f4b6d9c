/** What may be found wrong with the record, each as it is said. */
export const CHECKS = {
  POSITION: 'its position is not the next one of its person: an event before it is missing, or it was put in',
  PREVIOUS: 'it does not follow the event before it: that one was changed, removed or put in',
  HASH: 'its hash does not say what it says: it was changed',
  ORDER: 'it is earlier than the event before it',
  UNREADABLE: 'it is of no known kind, or what it says cannot be read',
  NOBODY: 'it names an agency, team or worker that there is not',
  REPLAY: 'it changes what no event before it made',
  ROW_MISSING: 'what follows from it is not in the table',
  ROW_CHANGED: 'the row in the table is not what follows from the events',
  ROW_WITHOUT_EVENT: 'the row in the table follows from no event',
  NO_SUCH_EVENT: 'it stands after an event that there is not',
  OUT_OF_TIME: 'its time is not that of its place among the events',
  NO_SUCH_GRANT: 'it cites a grant that the person never gave',
  GRANT_TOO_EARLY: 'it cites a grant that was not given yet',
  GRANT_ENDED: 'it cites a grant that had ended or did not hold',
  GRANT_OUT_OF_TIME: 'it cites a grant outside its time',
  SEAL: 'what was asked and told cannot be opened: it was changed, or its key is not here',
  NO_SUCH_OPENING: 'it cites an opening that nobody made about the person',
  OPENING_TOO_EARLY: 'it cites an opening that was not made yet',
  OPENING_OF_ANOTHER: 'it cites an opening of another worker, or for another purpose',
  OPENING_OUT_OF_TIME: 'it cites an opening that was over',
  NO_SUCH_AUTHORITY: 'it cites an authority by which nobody ever acted for the person',
  AUTHORITY_TOO_EARLY: 'it cites an authority that was not recorded yet',
  AUTHORITY_NOT_IN_FORCE: 'it cites an authority that waited, or was over',
  AUTHORITY_OF_LESS: 'it cites an authority that did not let that be read, or was not looked by',
  MORE_THAN_ASKED: 'it says more was released than was asked',
} as const;

/** One of them. */
export type Check = keyof typeof CHECKS;

/** Something found. Ids of events and disclosures are random and say nothing about anybody. */
export interface Finding {
  readonly check: Check;
  /** The event that it is about, or from which the row ought to follow. */
  readonly event?: string;
  readonly disclosure?: string;
  /** Of which table the row is. */
  readonly table?: string;
}

/** A finding in one line, without anything about anybody. */
export const lineOf = ({ check, table, disclosure, event }: Finding): string =>
  [check, ...(table === undefined ? [] : [`table ${table}`]), ...(disclosure === undefined ? [] : [`disclosure ${disclosure}`]), ...(event === undefined ? [] : [`event ${event}`])].join(' ') + `: ${CHECKS[check]}`;
