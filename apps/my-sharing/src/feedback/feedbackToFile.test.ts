import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { feedbackToFile } from './feedbackToFile.ts';

let folder: string;
beforeAll(() => { folder = mkdtempSync(path.join(tmpdir(), 'thegither-feedback-')); });
afterAll(() => rmSync(folder, { recursive: true }));

const NOW = Date.parse('2026-11-22T14:02:07.000Z');
const lines = (file: string): object[] => readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as object);

test('a line says when, which kind and what, in a file for its owner alone', async () => {
  const file = path.join(folder, 'one.jsonl');
  await feedbackToFile(file, () => NOW)({ kind: 'COMPLAINT', text: 'Two\nlines, "so" {to} say', key: 'a' });
  expect(lines(file)).toEqual([{ at: '2026-11-22T14:02:07.000Z', kind: 'COMPLAINT', text: 'Two\nlines, "so" {to} say' }]);
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('the same key is one line, however often it is sent and however fast', async () => {
  const file = path.join(folder, 'two.jsonl'), take = feedbackToFile(file);
  await Promise.all(['a', 'a', 'b', 'a'].map((key) => take({ kind: 'FEEDBACK', text: 'Good', key })));
  expect(lines(file)).toHaveLength(2);
});

test('each machine has a file of its own', async () => {
  for (const machine of ['one-a', 'one-b']) await feedbackToFile(path.join(folder, '%h.jsonl'), () => NOW, machine)({ kind: 'FEEDBACK', text: machine, key: 'a' });
  expect(['one-a', 'one-b'].map((machine) => lines(path.join(folder, `${machine}.jsonl`)))).toEqual([[expect.objectContaining({ text: 'one-a' })], [expect.objectContaining({ text: 'one-b' })]]);
});

test('what could not be written is said, and may be sent again', async () => {
  const take = feedbackToFile(path.join(folder, 'nowhere', 'three.jsonl'));
  for (let time = 0; time < 2; time += 1) await expect(take({ kind: 'FEEDBACK', text: 'Good', key: 'a' })).rejects.toMatchObject({ code: 'ENOENT' });
});
