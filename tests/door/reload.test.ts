import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readPublished } from '@thegither/supergraph';
import type { Domain } from '@thegither/vocabulary';
import { hold } from '../harness/faults.ts';
import { IDENTIFIER_SECRET } from '../harness/houseDatabases.ts';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { SUPERGRAPH } from '../harness/supergraph.ts';
import type { GatewayProcess } from './gatewayProcess.ts';

jest.setTimeout(180_000);

/** The house's supergraph, told apart from others by what it says of Person. */
function edition(name: string): string {
  const text = SUPERGRAPH.replace(/"""[^"]*"""(\s*type Person\b)/, `"""Edition ${name}."""$1`);
  expect(text).toContain(`Edition ${name}.`);
  return text;
}

const LOOK = '{ __type(name: "Person") { description } caseload { edges { person { name { knownAs } skills { name } } } } }';
const logged: string[] = [];
let house: TestHouse;
beforeAll(async () => {
  house = await startHouse({ through: ['careers'], patience: PATIENT, logTo: (line) => logged.push(line) });
  await house.serve(edition('first'));
});
afterAll(() => house.stop());

const look = () => house.ask<{ __type: { description: string }; caseload: { edges: { person: { name: { knownAs: string }; skills: unknown } }[] } }>('isla', LOOK);
const editionIn = ({ body }: Awaited<ReturnType<typeof look>>) => body.data!.__type.description;

describe('a gateway of its own, that watches a file', () => {
  let folder: string, gateway: ChildProcess, url: string, token: string, written = '';
  const file = () => path.join(folder, 'supergraph.graphql');
  /** As publication writes it, with the addresses of this house in it: whole, or not at all. */
  const publish = (text: string) => {
    writeFileSync(`${file()}.new`, [...readPublished(SUPERGRAPH).halves.values()].reduce((changed, { subgraph, url: composed }) => changed.replaceAll(`url: "${composed}"`, `url: "${house.roomUrls[subgraph as Domain]}/"`), text));
    renameSync(`${file()}.new`, file());
  };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'thegither-reload-'));
    publish(edition('first'));
    const told: GatewayProcess = {
      supergraphFile: file(), decisionsUrl: house.decisionsUrl, identifierKeys: IDENTIFIER_SECRET, signingKey: house.keys.gateway.privateKey.export({ format: 'jwk' }),
      issuers: house.issuerUrls, audience: 'https://thegither.example/graphql',
    };
    gateway = fork(fileURLToPath(new URL('gatewayProcess.ts', import.meta.url)), [JSON.stringify(told)], { execArgv: ['--conditions=source', '--import', 'tsx'], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    for (const stream of [gateway.stdout!, gateway.stderr!]) stream.on('data', (text: Buffer) => { written += text.toString(); });
    const started = await Promise.race([once(gateway, 'message'), once(gateway, 'exit').then(() => { throw new Error(`the gateway ended: ${written}`); })]) as [{ url: string }];
    url = started[0].url;
    token = await house.tokenFor('isla');
  });
  afterAll(async () => {
    if (gateway.exitCode === null && gateway.kill('SIGTERM')) await once(gateway, 'exit');
    rmSync(folder, { recursive: true });
  });

  /** Which edition it was asked of; undefined for an answer that is not whole. */
  async function ask(): Promise<{ asked: string | undefined; text: string }> {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify({ query: LOOK }), headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, purpose: 'EMPLOYABILITY_SUPPORT' } });
    const text = await response.text();
    const { data, errors } = JSON.parse(text) as Awaited<ReturnType<typeof look>>['body'];
    const isWhole = response.status === 200 && errors === undefined && data!.caseload.edges.some(({ person }) => person.name.knownAs === 'Morag' && person.skills !== null);
    return { asked: isWhole ? data!.__type.description : undefined, text };
  }

  test('serves another supergraph twenty times while people ask, and no question fails', async () => {
    const over = new AbortController();
    const seen = new Set<string>(), failed: string[] = [], answers = new EventEmitter();
    const keepAsking = async (): Promise<void> => {
      while (!over.signal.aborted) {
        const { asked, text } = await ask().catch((error: unknown) => ({ asked: undefined, text: String(error) }));
        if (asked) seen.add(asked);
        else failed.push(text);
        answers.emit('answered');
      }
    };
    const asking = [keepAsking(), keepAsking(), keepAsking()];
    for (let time = 0; time < 20; time++) {
      publish(edition(String(time)));
      while (!seen.has(`Edition ${time}.`) && failed.length === 0) await once(answers, 'answered');
    }
    over.abort();
    await Promise.all(asking);
    expect(failed).toEqual([]);
    expect((await ask()).asked).toBe('Edition 19.');
  });

  test('goes on with the former when the next is broken, and takes the one after that', async () => {
    publish(edition('former'));
    while ((await ask()).asked !== 'Edition former.');
    publish(edition('broken').replace(/ @personal\(category: "SKILLS"\)/, ''));
    while (!written.includes('the former stays')) expect((await ask()).asked).toBe('Edition former.');
    publish(edition('mended'));
    while ((await ask()).asked !== 'Edition mended.');
  });
});

test('a question is answered to its end by the supergraph that it began with', async () => {
  await house.serve(edition('before'));
  const held = hold();
  house.proxy('careers').once(held.fault);
  const begun = look();
  await held.arrived;
  await house.serve(edition('after'));
  expect(editionIn(await look())).toBe('Edition after.');
  held.release();
  const answer = await begun;
  expect([answer.body.errors, editionIn(answer)]).toEqual([undefined, 'Edition before.']);
});

describe('one that cannot be served is not: the former stays, and the log says why by code', () => {
  beforeAll(() => house.serve(edition('former')));

  test.each<[string, () => string]>([
    ['is none', () => 'type {'],
    ['is empty', () => ''],
    ['lost a mark', () => edition('broken').replace(/ @personal\(category: "SKILLS"\)/, '')],
    ['lost the directives', () => edition('broken').replaceAll(/ @(personal|notPersonal)\([^)]*\)/g, '')],
    ['has a graph with no address', () => edition('broken').replace(/(@join__graph\(name: "careers__guarded", url: )"[^"]*"/, '$1""')],
    ['cannot be run', () => edition('broken').replaceAll('@join__graph(', '@join__grapes(')],
  ])('that %s', async (_, text) => {
    const before = logged.length;
    await expect(house.serve(text())).rejects.toMatchObject({ code: 'CONFIGURATION' });
    expect(editionIn(await look())).toBe('Edition former.');
    expect(logged.slice(before).map((line) => JSON.parse(line) as { code?: string; msg: string }).filter(({ code }) => code === 'CONFIGURATION').map(({ msg }) => msg)).toEqual(['another supergraph came and is not served; the former stays']);
  });
});

test('what comes at once is served in order, and the last stays', async () => {
  const served = await Promise.allSettled(['a', 'b'].map((name) => house.serve(edition(name))).concat(house.serve('type {'), house.serve(edition('last'))));
  expect(served.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(editionIn(await look())).toBe('Edition last.');
});
