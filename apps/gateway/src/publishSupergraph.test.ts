import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { checkPublished, readPublished } from '@thegither/supergraph';

jest.setTimeout(60_000);

const ROOMS = fileURLToPath(new URL('../../../subgraphs/', import.meta.url));
const COMMAND = fileURLToPath(new URL('publishSupergraph.ts', import.meta.url));
let folder: string;
beforeAll(() => { folder = mkdtempSync(path.join(tmpdir(), 'thegither-publish-')); });
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  for (const name of readdirSync(ROOMS)) writeFileSync(path.join(folder, `${name}.graphql`), readFileSync(path.join(ROOMS, name, 'schema.graphql')));
  list(readdirSync(ROOMS));
});

const list = (names: readonly string[]) => writeFileSync(path.join(folder, 'subgraphs.json'), JSON.stringify(names.map((name) => ({ name, url: `http://${name}:4001/`, schema: `${name}.graphql` }))));
const supergraph = () => path.join(folder, 'supergraph.graphql');

/** Runs the command as an operator does. */
function publishing(env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--conditions=source', '--import', 'tsx', COMMAND], {
    encoding: 'utf8', cwd: path.dirname(COMMAND),
    env: { PATH: process.env.PATH, SUBGRAPHS_FILE: path.join(folder, 'subgraphs.json'), SUPERGRAPH_FILE: supergraph(), NODE_NO_WARNINGS: '1', ...env },
  });
  return { status, stdout, stderr };
}

test('the subgraphs of a list are published into one file, with the addresses of the list and nothing beside it', () => {
  expect(publishing()).toEqual({ status: 0, stdout: `Published ${readdirSync(ROOMS).length} subgraphs together.\n`, stderr: '' });
  const text = readFileSync(supergraph(), 'utf8');
  expect(checkPublished(text)).toEqual([]);
  expect([...readPublished(text).halves.values()].every(({ subgraph, url }) => url === `http://${subgraph}:4001/`)).toBe(true);
  expect(readdirSync(folder).filter((name) => name.startsWith('supergraph'))).toEqual(['supergraph.graphql']);
});

test('with rules broken nothing is written, and every breach is told', () => {
  writeFileSync(supergraph(), 'the former');
  const housing = path.join(folder, 'housing.graphql'), careers = path.join(folder, 'careers.graphql');
  for (const file of [housing, careers]) writeFileSync(file, readFileSync(file, 'utf8').replace(/type Person [^{]*\{/, (begin) => `${begin}\n  "Words."\n  shoes: String`));
  const { status, stdout, stderr } = publishing();
  expect([status, stdout, readFileSync(supergraph(), 'utf8')]).toEqual([1, '', 'the former']);
  for (const room of ['careers', 'housing']) expect(stderr).toContain(`[mapped] ${room} Person.shoes`);
});

test.each<[string, () => unknown, Readonly<Record<string, string>>, string]>([
  ['a list that is not there', () => undefined, { SUBGRAPHS_FILE: '/nowhere.json' }, 'The list of subgraphs'],
  ['a list that is none', () => writeFileSync(path.join(folder, 'subgraphs.json'), '{}'), {}, 'The list of subgraphs'],
  ['a schema that is not there', () => list(['shoes']), {}, 'The list of subgraphs'],
  ['nothing to write to', () => undefined, { SUPERGRAPH_FILE: '' }, 'SUPERGRAPH_FILE'],
])('%s is said', (_, prepare, env, words) => {
  rmSync(supergraph(), { force: true });
  prepare();
  const { status, stderr } = publishing(env);
  expect([status, existsSync(supergraph())]).toEqual([1, false]);
  expect(stderr).toContain(words);
});
