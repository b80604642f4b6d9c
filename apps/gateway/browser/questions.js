import caseload from './questions/caseload.graphql';
import services from './questions/services.graphql';
import whatMayBeSeen from './questions/what-may-be-seen.graphql';
import whoLooked from './questions/who-looked.graphql';
import wholePerson from './questions/whole-person.graphql';
import workAndHealth from './questions/work-and-health.graphql';

/** The ready questions, each with the account that it is best asked as. */
export const QUESTIONS = [
  { name: 'How is this person doing?', as: 'isla', text: wholePerson },
  { name: 'Whom do I support?', as: 'isla', text: caseload },
  { name: 'What may I see, and of whom?', as: 'gordon', text: whatMayBeSeen },
  { name: 'What would help at work?', as: 'niamh', text: workAndHealth },
  { name: 'Who else could help?', as: 'isla', text: services },
  { name: 'Who looked at my records?', as: 'morag', text: whoLooked },
];
