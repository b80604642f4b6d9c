import { expect, test } from '@jest/globals';
import { keyOf, presentRecord, recipientOf } from './presenter.ts';

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
