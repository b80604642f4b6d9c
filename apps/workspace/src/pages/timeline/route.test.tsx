import { expect, test } from '@jest/globals';
import { asking } from '../../testing/asking.ts';
import { timelinePage } from './route.tsx';

const ID = `1.${'A'.repeat(22)}`;
const person = { id: ID, name: { knownAs: 'Morag' }, sharing: [] };

test('everything is one question, which names no topic', async () => {
  const { asked, read } = asking(timelinePage, { Timeline: { person } });
  expect((await read(`/people/${ID}/timeline`)).status).toBe(200);
  expect(asked).toEqual([{ operation: 'Timeline', variables: { id: ID } }]);
});

test('one topic is one question, which asks for that one alone', async () => {
  const { asked, read } = asking(timelinePage, { TimelineOf: { person } });
  expect((await read(`/people/${ID}/timeline?topic=SKILLS`)).status).toBe(200);
  expect(asked.map(({ operation, variables }) => [operation, Object.entries(variables).filter(([, value]) => value === true)])).toEqual([['TimelineOf', [['SKILLS', true]]]]);
});

test.each(['topic=NAME_AND_CONTACT', 'from=yesterday'])('%s asks nobody', async (query) => {
  const { asked, read } = asking(timelinePage, {});
  expect((await read(`/people/${ID}/timeline?${query}`)).status).toBe(400);
  expect(asked).toEqual([]);
});
