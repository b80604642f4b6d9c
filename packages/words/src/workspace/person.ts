import { personCodes } from './personCodes.ts';
import { personFacts } from './personFacts.ts';

/** The whole picture of one person, to read and on paper. */
export const person = {
  title: 'Person',
  links: 'More about this person',
  timeline: 'Timeline',
  household: 'Household',
  note: 'Write a note',
  ask: 'Ask to share',
  record: 'Record what they agreed to',
  print: 'Print',
  header: { needs: 'What they need to take part', contact: 'How to reach them', team: 'Who supports them', next: 'Next date' },
  noNext: 'None that is shared with you',
  next: { appointment: 'An appointment', step: 'The next step that was agreed', review: 'The plan is looked at again' },
  message: { yes: 'It is safe to leave a message.', no: 'Do not leave a message.', unasked: 'Nobody asked whether a message is safe: leave none.' },
  named: { yes: 'You may say which agency you are from.', no: 'Do not say which agency you are from.', unasked: 'Nobody asked whether the agency may be named: do not name it.' },
  supporter: '{name}, {role}, {agency}',
  sections: {
    people: 'The person', support: 'Who supports them', employability: 'Employability', health: 'Health and work', justice: 'Justice', housing: 'Housing', careers: 'Skills and careers',
  },
  states: { SHARED: 'Shared', OWN: 'Your own agency only', NOTHING: 'Nothing recorded', NOT_SHARED: 'Not shared', UNAVAILABLE: 'Not available just now', WAITING: 'Asked and waiting', CLOSED: 'Not open to you here' },
  nothing: 'This is shared with you, and nothing is recorded.',
  nothingOwn: 'Your own agency has nothing recorded.',
  waiting: 'Asked on {day}. The person has not answered yet.',
  again: 'Try again',
  about: 'about: {topic}',
  more: 'Show {count} more',
  held: 'Kept by {names}.',
  latest: 'Last updated {day}.',
  review: 'Looked at again on {day}.',
  keptBy: 'Kept by',
  paper: {
    title: 'For paper',
    shared: 'Shared with {name}, for: {purpose}.',
    at: 'As it stood on {time}.',
    record: 'This copy is on the person’s record of who looked. Keep it safe, and destroy it when you no longer need it.',
    topics: 'What is not shared says nothing of whether there is a record.',
    back: 'Back to the page',
  },
  facts: personFacts,
  codes: personCodes,
} as const;
