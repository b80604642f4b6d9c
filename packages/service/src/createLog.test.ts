import { describe, expect, test } from '@jest/globals';
import { HouseError } from '@thegither/vocabulary';
import { createLog, type Fixed, type Log } from './createLog.ts';
import type { LogFields } from './logFields.ts';

const CANARY = 'Morag-Campbell-0101700123';

function logged(write: (log: Log) => void, level: 'debug' | 'info' | 'silent' = 'debug'): { text: string; lines: Record<string, unknown>[] } {
  let text = '';
  write(createLog({ service: 'housing', level, destination: { write: (line) => { text += line; } } }));
  return { text, lines: text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>) };
}
const line = (fields: LogFields): Record<string, unknown> => logged((log) => log.info(fields, 'asked')).lines[0]!;

describe('the log', () => {
  test('says service, level, time and what happened, and names neither process nor machine', () => {
    const { lines } = logged((log) => log.warn({}, 'a connection broke'));
    expect(lines).toEqual([{ level: 'warn', time: expect.any(Number), service: 'housing', msg: 'a connection broke' }]);
  });

  test('lets the fields out that are known to be safe', () => {
    const safe = {
      code: 'SUBGRAPH_UNAVAILABLE', ms: 12.5, port: 4101, subgraph: 'health-and-work', operation: 'a'.repeat(64), attempt: 2, status: 503, count: 3,
      bytes: 8_900, request: '0b2f6f7e-7b1c-4f6e-9a55-0c1f2d3e4a5b', check: 'ledger', step: 'release', signal: 'SIGTERM', version: '0.1.0',
    };
    expect(line(safe)).toMatchObject(safe);
  });

  test('writes of an address only where it leads to', () => {
    expect(line({ url: `https://${CANARY}:secret@housing.example:4101/person/${CANARY}?id=${CANARY}` }).url).toBe('https://housing.example:4101');
  });

  test.each(['debug', 'info', 'warn', 'error'] as const)('%s is a level of its own', (level) => {
    expect(logged((log) => log[level]({}, 'happened')).lines[0]!.level).toBe(level);
  });

  test('below its level nothing is written', () => {
    expect(logged((log) => log.debug({}, 'happened'), 'info').text).toBe('');
    expect(logged((log) => log.error({}, 'happened'), 'silent').text).toBe('');
  });
});

describe('nothing personal gets out', () => {
  test('by a field that nobody listed: held back and counted, without its name', () => {
    const { text, lines } = logged((log) => log.info(Object.assign({ ms: 1 }, { person: CANARY, [CANARY]: 1, body: { name: CANARY }, __proto__: { x: CANARY } }), 'asked'));
    expect(text).not.toContain(CANARY);
    expect(lines[0]).toMatchObject({ ms: 1, dropped: 3 });
  });

  test('by a field that is named like a property of every object', () => {
    const { text, lines } = logged((log) => log.info({ ...JSON.parse(`{"constructor":"${CANARY}","valueOf":"${CANARY}","__proto__":"${CANARY}"}`) }, 'asked'));
    expect(text).not.toContain(CANARY);
    expect(lines[0]!.dropped).toBe(3);
  });

  test.each(['code', 'subgraph', 'operation', 'request', 'check', 'step', 'signal', 'version', 'url', 'ms', 'port', 'attempt', 'status', 'count', 'bytes'])(
    'by a value of another shape in "%s"', (field) => {
      const { text, lines } = logged((log) => log.info({ [field]: CANARY }, 'asked'));
      expect(text).not.toContain(CANARY);
      expect(lines[0]!.dropped).toBe(1);
    });

  const foreign = Object.assign(new Error(`duplicate key: (name)=(${CANARY})`, { cause: new TypeError(CANARY) }), { code: '23505', detail: CANARY, payload: { sub: CANARY } });
  const imitating = new Error(`no\n    at ${CANARY} (/packages/consent/src/${CANARY}.ts:1:1)`);
  const renamed = Object.assign(new Error('x'), { name: CANARY, code: CANARY });
  test.each([
    ['the message, detail or cause of a foreign error', foreign],
    ['a message that looks like a place in our code', imitating],
    ['an error whose name and code are values', renamed],
    ['our own error around a foreign one', new HouseError('INTERNAL', undefined, { cause: foreign })],
    ['something thrown that is no error', CANARY],
    ['an object that looks like an error', { name: CANARY, message: CANARY, stack: CANARY }],
  ])('by %s', (_, err) => {
    const { text } = logged((log) => log.error({ err }, 'failed'));
    expect(text).not.toContain(CANARY);
    expect(text).toContain('"err"');
  });

  test('by a message that was put together: it does not compile', () => {
    const anyText: [Fixed<string>] extends [never] ? true : false = true;
    const pattern: [Fixed<`asked about ${string}`>] extends [never] ? true : false = true;
    const fixed: Fixed<'asked'> = 'asked';
    expect([anyText, pattern, fixed]).toEqual([true, true, 'asked']);
  });
});

describe('an error in the log', () => {
  test('keeps its code, its cause\'s code, and where it happened in our own code', () => {
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const { err } = line({ err: new HouseError('DECISIONS_UNAVAILABLE', undefined, { cause }) });
    expect(err).toMatchObject({ name: 'HouseError', code: 'DECISIONS_UNAVAILABLE', cause: { name: 'Error', code: 'ECONNREFUSED' } });
    expect(err).toHaveProperty('at.0', expect.stringMatching(/^packages\/service\/src\/createLog\.test\.ts:\d+:\d+$/));
  });

  test('keeps our own message, which never carries a value', () => {
    expect(line({ err: new HouseError('CONFIGURATION', 'Missing in the environment: PORT.') }).err).toMatchObject({ message: 'Missing in the environment: PORT.' });
  });

  test('names no place outside our own code', () => {
    const { at } = line({ err: new Error('x') }).err as { at: string[] };
    expect(at.filter((place) => !place.startsWith('packages/service/'))).toEqual([]);
  });

  test('whose causes go round in a circle is cut off', () => {
    const error = new Error('round');
    error.cause = error;
    expect(JSON.stringify(line({ err: error })).match(/"cause"/g)).toHaveLength(4);
  });
});
