import { expect, test } from '@jest/globals';
import { workspaceWords } from './workspaceWords.ts';

const texts = (node: object, path = ''): [string, string][] => Object.entries(node).flatMap(([key, value]: [string, unknown]): [string, string][] =>
  typeof value === 'string' ? [[`${path}${key}`, value]] : typeof value === 'object' && value !== null ? texts(value, `${path}${key}.`) : []);

test.each(texts(workspaceWords))('%s is short, and says none of the words that we do not use', (_, text) => {
  expect(text).not.toMatch(/\b(clients?|customers?|users?|citizens?|revok\w*|denied|deny|offenders?|addicts?|data subjects?|cases? closed)\b/i);
  for (const sentence of text.split(/(?<=[.!?:])\s+/)) expect((sentence.match(/[\p{L}'’-]+/gu) ?? []).length).toBeLessThanOrEqual(22);
});
