import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { exportSigningKey } from '@thegither/identity';
import { keepKeys, makeKeys } from './houseKeys.ts';

let file: string;
beforeEach(() => { file = path.join(mkdtempSync(path.join(tmpdir(), 'thegither-keys-')), 'keys.json'); });
afterEach(() => rmSync(path.dirname(file), { recursive: true, force: true }));

test('keys are made once, and are the same ever after', () => {
  const first = keepKeys(file), second = keepKeys(file);
  expect(second.identifiers).toEqual(first.identifiers);
  expect(exportSigningKey(second.decisions)).toEqual(exportSigningKey(first.decisions));
  expect(exportSigningKey(second.gateway)).toEqual(exportSigningKey(first.gateway));
  expect(second.accountSecret).toBe(first.accountSecret);
  expect(second.seals).toEqual(first.seals);
});

test('nobody but the owner may read them', () => {
  keepKeys(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('two houses have no key in common', () => {
  const [a, b] = [makeKeys(), makeKeys()];
  expect(a.identifiers.keys[1]).not.toEqual(b.identifiers.keys[1]);
  expect(new Set([a.decisions.kid, a.gateway.kid, b.decisions.kid, b.gateway.kid]).size).toBe(4);
  expect(a.accountSecret).not.toBe(b.accountSecret);
  expect(a.seals.keys[1]).not.toEqual(b.seals.keys[1]);
});

test.each(['', '{', '{}', '[]', 'null', '{"identifiers":7}'])('keys that are damaged (%j) are refused, and not replaced', (text) => {
  writeFileSync(file, text);
  expect(() => keepKeys(file)).toThrow('damaged');
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('the keys of a house from before the record was sealed are refused with what to do, and not replaced', () => {
  keepKeys(file);
  const { seals, ...older } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  expect(seals).toEqual(expect.any(String));
  const text = JSON.stringify(older);
  writeFileSync(file, text);
  expect(() => keepKeys(file)).toThrow(/earlier version.*npm run reset/);
  expect(readFileSync(file, 'utf8')).toBe(text);
});
