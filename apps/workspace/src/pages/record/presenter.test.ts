import { expect, test } from '@jest/globals';
import { keyOf, presentRecord, presentRecorded, recipientOf, sayRecorded } from './presenter.ts';

const none = { agency: null, team: null, worker: null, name: null, within: null };
const ISLA = { ...none, worker: 'isla', name: 'Isla', within: 'Fife Works' }, WORKS = { ...none, agency: 'fife-works', name: 'Fife Works' }, EAST = { ...none, team: 'fife-works-east', name: 'Fife Works, east', within: 'Fife Works' };

test('recipients are called by their names, and whoever has none is not there', () => {
  expect(presentRecord({ id: 'p', name: null }, [ISLA, EAST, WORKS, { ...none, team: 'gone' }]).recipients).toEqual([
    { value: 'worker isla', text: 'Isla, Fife Works' }, { value: 'team fife-works-east', text: 'Fife Works, east' }, { value: 'agency fife-works', text: 'Fife Works' },
  ]);
});

test.each([[ISLA, { worker: 'isla' }], [EAST, { team: 'fife-works-east' }], [WORKS, { agency: 'fife-works' }]])('a recipient is sent as it was chosen', (recipient, sent) => {
  expect(recipientOf(keyOf(recipient))).toEqual(sent);
});

test('what was recorded is said in the words that were ticked', () => {
  expect(sayRecorded(presentRecord({ id: 'p', name: null }, [ISLA, WORKS]), 'agency fife-works', { categories: ['SKILLS', 'ACTION_PLAN'] }, '14:02:07'))
    .toBe('Recorded at 14:02:07, for Fife Works: My goals and action plan; Skills and qualifications. It is open for 14 days at most.');
});

test.each([[{ knownAs: 'Tam' }, 'Tam'], [null, undefined]])('what is passed on has a name only where it is shared: %j', (name, said) => {
  expect(presentRecorded({ id: 'p', name }, '7K3F-92QM')).toEqual({ id: 'p', name: said, code: '7K3F-92QM' });
});
