import { expect, test } from '@jest/globals';
import { readCode } from './readCode.ts';

test.each(['7K3F-92QM', '7k3f-92qm', '7K3F92QM', ' 7k3f 92qm ', '7 K 3 F – 9 2 Q M', '7K3F\u00A092QM', '７Ｋ３Ｆ-92QM'])('"%s" is the code 7K3F-92QM', (typed) => {
  expect(readCode(typed)).toBe('7K3F-92QM');
});

test.each([['O0oO-IiLl', '0000-1111'], ['abcd-efgh', 'ABCD-EFGH']])('what looks alike in "%s" is what codes have of it', (typed, code) => {
  expect(readCode(typed)).toBe(code);
});

test.each(['', '-', '7K3F-92Q', '7K3F-92QMM', '7K3F-92QU', '7K3F-92Qé', 'a code'])('"%s" is no code', (typed) => {
  expect(readCode(typed)).toBeUndefined();
});
