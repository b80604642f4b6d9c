import { expect, test } from '@jest/globals';
import { AGENCIES, PERSONAS, WORKERS } from '@thegither/synthetic';
import { readLog } from './readLog.ts';
import { idsOf } from './twins.ts';

const [{ spine }] = PERSONAS as [(typeof PERSONAS)[number]];

test.each([
  ['a name', 'no row for Morag Ann Petrie'], ['a telephone number', 'could not send to 01632 960101'], ['a person\'s id', `not found: ${idsOf(spine)[0]}`], ['the number that all ids come from', `seed ${spine}`],
  ['a name in base64', Buffer.from('{"name":"Morag Ann Petrie"}').toString('base64')], ['a name in a URL', '/find?name=%4d%6f%72%61%67%20Ann%20Petrie'],
])('%s in a log line fails the test whose house wrote it', (_, said) => {
  const log = readLog();
  log.write(`${JSON.stringify({ level: 'error', msg: said })}\n`);
  expect(() => log.stop()).toThrow(said.slice(0, 12));
});

test('what happened, to which service, by whose work, says nothing of anybody', () => {
  const log = readLog();
  for (const word of ['SUBGRAPH_UNAVAILABLE', 'the breaker of a subgraph', '2026-11-22T10:00:00Z', ...AGENCIES.map(({ id }) => id), ...WORKERS.map(({ id }) => id)]) log.write(`{"level":"warn","time":1795338732597,"service":"housing","msg":"${word}"}\n`);
  expect(() => log.stop()).not.toThrow();
});
