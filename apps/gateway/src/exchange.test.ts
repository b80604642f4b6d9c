import { afterEach, describe, expect, test } from '@jest/globals';
import { exchange } from './exchange.ts';
import { openService, type OpenService } from './testing/openService.ts';

const POST = { path: '/', method: 'POST', body: '{}' } as const;
let service: OpenService | undefined;
afterEach(() => service?.close());

describe('an exchange', () => {
  test('brings the status and the whole body, in however many parts it came', async () => {
    service = await openService((response) => response.writeHead(418).write('{"tea', () => setImmediate(() => response.end('pot":"Tàm"}'))));
    expect(await exchange(service.pool, POST, 5_000)).toEqual({ status: 418, text: '{"teapot":"Tàm"}' });
  });

  test('keeps a letter whole that was cut in two', async () => {
    const [head, tail] = [Buffer.from('à').subarray(0, 1), Buffer.from('à').subarray(1)];
    service = await openService((response) => response.write(head, () => setImmediate(() => response.end(tail))));
    expect(await exchange(service.pool, POST, 5_000)).toEqual({ status: 200, text: 'à' });
  });

  test('reads past a mark of byte order', async () => {
    service = await openService((response) => response.end('\uFEFF{}'));
    expect(await exchange(service.pool, POST, 5_000)).toEqual({ status: 200, text: '{}' });
  });

  test('may have no body', async () => {
    service = await openService((response) => response.writeHead(204).end());
    expect(await exchange(service.pool, POST, 5_000)).toEqual({ status: 204, text: '' });
  });

  test('that waits for a connection until its time is over is never sent', async () => {
    const answers: (() => void)[] = [];
    service = await openService((response) => answers.push(() => response.end('{}')), { connections: 1, pipelining: 1 });
    const first = exchange(service.pool, POST, 5_000);
    await expect(exchange(service.pool, { ...POST, path: '/late' }, 50)).rejects.toThrow(/time was over/);
    while (answers.length === 0) await new Promise(setImmediate);
    answers[0]!();
    await first;
    const third = exchange(service.pool, { ...POST, path: '/after' }, 5_000);
    while (answers.length < 2) await new Promise(setImmediate);
    answers[1]!();
    await third;
    expect(service.sent.map(({ path }) => path)).toEqual(['/', '/after']);
  });
});
