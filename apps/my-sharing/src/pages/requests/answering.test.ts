import { topicsOf } from '@thegither/words';
import { describe, expect, test } from '@jest/globals';
import { nextStep, readAnswers } from './answering.ts';

const topics = topicsOf(['ACTION_PLAN', 'SKILLS', 'CONVICTIONS', 'CONDITIONS']);
const after = (fields: Record<string, string[]>) => nextStep(topics, readAnswers(fields, topics), fields);
const names = (step: ReturnType<typeof after>) => (step.kind === 'WHICH' ? step.topics.map(({ category }) => category) : step.kind === 'ONE' ? [step.topic.category] : []);

describe('the questions', () => {
  test('begin with the usual topics alone, none of them chosen', () => {
    expect([after({}).kind, names(after({}))]).toEqual(['WHICH', ['ACTION_PLAN', 'SKILLS']]);
  });

  test('go on with each sensitive topic alone', () => {
    const first = after({ page: ['which'], share: ['SKILLS'] });
    expect([first.kind, names(first)]).toEqual(['ONE', ['CONDITIONS']]);
    const second = after({ share: ['SKILLS'], keep: ['ACTION_PLAN'], one: ['CONDITIONS'], answer: ['no'] });
    expect([second.kind, names(second)]).toEqual(['ONE', ['CONVICTIONS']]);
  });

  test('ask a sensitive topic again that was not answered, and say so', () => {
    expect(after({ share: ['SKILLS'], keep: ['ACTION_PLAN'], one: ['CONDITIONS'] })).toMatchObject({ kind: 'ONE', topic: { category: 'CONDITIONS' }, missing: true });
  });

  test('end with everything that was said', () => {
    expect(after({ share: ['SKILLS', 'CONDITIONS'], keep: ['ACTION_PLAN'], one: ['CONVICTIONS'], answer: ['no'] })).toMatchObject({
      kind: 'CHECK', share: [{ category: 'CONDITIONS' }, { category: 'SKILLS' }], keep: [{ category: 'ACTION_PLAN' }, { category: 'CONVICTIONS' }],
    });
  });
});

test.each<[string, Record<string, string[]>]>([
  ['what nobody asked for', { page: ['which'], share: ['RISK_AND_SAFETY', 'WHERE_I_LIVE'] }],
  ['a yes to what nobody asked for', { one: ['WHERE_I_LIVE'], answer: ['yes'] }],
  ['what is no topic', { share: ['__proto__'], one: ['constructor'], answer: ['yes'] }],
  ['an answer that is neither yes nor no', { one: ['CONVICTIONS'], answer: ['on'] }],
])('%s is not shared', (_, fields) => {
  expect(readAnswers(fields, topics).share).toEqual([]);
});
