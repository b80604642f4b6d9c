import { mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { watchFile, type Take } from './watchFile.ts';

let folder: string, stop: () => void;
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'thegither-watch-')); });
afterEach(() => {
  stop();
  rmSync(folder, { recursive: true });
});

const named = (name: string): string => path.join(folder, name);
const write = (name: string, text: string) => {
  writeFileSync(named(`${name}.new`), text);
  renameSync(named(`${name}.new`), named(name));
};

/** Watches a file, and gives a promise of the next text that is taken. */
function watching(file: string, known: string, take: Take = async () => undefined) {
  const taken: string[] = [];
  const waiting: ((text: string) => void)[] = [];
  stop = watchFile(named(file), async (text) => {
    taken.push(text);
    waiting.shift()?.(text);
    await take(text);
  }, { known, everyMs: 5 });
  return { taken, next: () => new Promise<string>((resolve) => void waiting.push(resolve)) };
}

test('each new text is taken', async () => {
  write('a', 'one');
  const { taken, next } = watching('a', 'one');
  for (const text of ['two', 'three', 'two']) {
    const came = next();
    write('a', text);
    expect(await came).toBe(text);
  }
  expect(taken).toEqual(['two', 'three', 'two']);
});

test('a text that could not be taken is not tried again, and the next one is', async () => {
  write('a', 'one');
  const { taken, next } = watching('a', 'one', (text) => (text === 'broken' ? Promise.reject(new Error(text)) : Promise.resolve()));
  for (const text of ['broken', 'two']) {
    const came = next();
    write('a', text);
    await came;
  }
  expect(taken).toEqual(['broken', 'two']);
});

test('a name that leads to another file is a new text', async () => {
  write('v1', 'one');
  write('v2', 'two');
  symlinkSync('v1', named('current'));
  const { next } = watching('current', 'one');
  const came = next();
  symlinkSync('v2', named('current.new'));
  renameSync(named('current.new'), named('current'));
  expect(await came).toBe('two');
});

test('a file that goes away and comes back is taken when it differs', async () => {
  write('a', 'one');
  const { taken, next } = watching('a', 'one');
  const came = next();
  rmSync(named('a'));
  write('a', 'two');
  expect(await came).toBe('two');
  expect(taken).toEqual(['two']);
});
