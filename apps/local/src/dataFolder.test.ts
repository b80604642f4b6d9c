import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { dataFolderAt, openDataFolder, removeHouse, type DataFolder } from './dataFolder.ts';

let folder: DataFolder;
beforeEach(() => { folder = dataFolderAt({ THEGITHER_DATA: path.join(mkdtempSync(path.join(tmpdir(), 'thegither-data-')), 'house') }); });
afterEach(() => rmSync(path.dirname(folder.path), { recursive: true, force: true }));

test('a data folder is in the checkout unless it is moved', () => {
  expect(path.basename(dataFolderAt({}).path)).toBe('.data');
  expect(dataFolderAt({ THEGITHER_DATA: '/elsewhere' }).keys).toBe('/elsewhere/keys.json');
});

test('a new folder can be listed by its owner alone, and is opened again', () => {
  openDataFolder(folder);
  openDataFolder(folder);
  expect(statSync(folder.path).mode & 0o777).toBe(0o711);
});

test('a folder with something else in it is neither used nor removed', () => {
  mkdirSync(folder.path);
  const thesis = path.join(folder.path, 'thesis.txt');
  writeFileSync(thesis, 'years of work');
  expect(() => openDataFolder(folder)).toThrow('something that is not the house');
  expect(() => removeHouse(folder)).toThrow('nothing was removed');
  expect(existsSync(thesis)).toBe(true);
});

test('a house\'s folder is removed whole, once', () => {
  openDataFolder(folder);
  writeFileSync(folder.keys, '{}');
  expect(removeHouse(folder)).toBe(true);
  expect(existsSync(folder.path)).toBe(false);
  expect(removeHouse(folder)).toBe(false);
});
