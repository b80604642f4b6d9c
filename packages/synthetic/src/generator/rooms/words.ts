/** Jobs with their SOC 2020 unit group. */
export const JOBS = [
  ['Kitchen assistant', '9263'], ['Care worker', '6135'], ['Shop assistant', '7111'], ['Warehouse operative', '9252'], ['Office assistant', '4159'], ['Nursery assistant', '6111'],
  ['Gardening assistant', '5113'], ['Call handler', '7211'], ['Library assistant', '4135'],
] as const;

/** Employers as somebody would name them without naming one. */
export const EMPLOYERS = ['A bakery', 'A care home', 'A warehouse by the motorway', 'A hotel', 'A supermarket', 'A farm shop', 'The council', 'A nursery', 'A garden centre', 'An insurance office'] as const;

/** What people want to reach. */
export const GOALS = [
  'Work close to home', 'A first job', 'More hours', 'A course at college', 'Steady work outdoors', 'Work with people', 'Work in a kitchen', 'A part-time office job', 'Back to driving',
  'Something with computers', 'Care work with training', 'Work that fits the school day',
] as const;

/** What is done towards it. */
export const STEPS = [
  'Write a CV', 'Ask three employers about hours', 'Open a bank account', 'Visit two workplaces', 'Find a quiet place to learn', 'Apply for a bus card', 'Practise an interview',
  'Look at courses that begin in spring', 'Ring the college', 'Borrow a laptop from the library', 'Sort out childcare for mornings', 'Ask for a reference',
] as const;

/** What people can do. */
export const SKILLS = [
  'Serving customers', 'Keeping stock', 'Caring for somebody', 'Driving a van', 'Using spreadsheets', 'Cooking for many', 'Handling calls', 'Laying slabs', 'Looking after young children', 'Mending bicycles',
  'Keeping accounts', 'Speaking two languages',
] as const;
