import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { aService } from '../testing/feeds.ts';
import { LIMITS } from './limits.ts';
import { readFeed } from './readFeed.ts';

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  if (server?.listening) await once(server, 'close');
});

/** A directory on the web. Answers its address, and what it was asked. */
async function directory(answer: (url: URL, response: ServerResponse) => void): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  server = createServer((request: IncomingMessage, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(new URL(request.url!, 'http://here'), response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const json = (response: ServerResponse, body: unknown): void => void response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
const id = (n: number): string => `7e57bbbb-0000-4000-8000-${String(n).padStart(12, '0')}`;
const summary = (n: number) => ({ id: id(n), name: `Service ${n}`, status: 'active', organization: aService()['organization'] });

describe('a feed on the web', () => {
  test('is read page by page, each page once', async () => {
    const { url, asked } = await directory(({ searchParams }, response) => {
      const page = Number(searchParams.get('page') ?? 1);
      json(response, { contents: [aService({ id: id(page) })], total_pages: 3, page_number: page, total_items: 3 });
    });
    const { services, name } = await readFeed(`${url}/api`);
    expect(services.map(({ where, said }) => [where, (said as { id: string }).id])).toEqual([['1st service of page 1', id(1)], ['1st service of page 2', id(2)], ['1st service of page 3', id(3)]]);
    expect(asked).toEqual(['GET /api/services', 'GET /api/services?page=2', 'GET /api/services?page=3']);
    expect(name).toBe(`${new URL(url).host}/api`);
  });

  test('of summaries is asked for each service by its id', async () => {
    const { url, asked } = await directory(({ pathname }, response) => json(response, pathname.endsWith('/services') ? { contents: [summary(1), summary(2)], total_pages: 1 } : aService({ id: pathname.split('/').at(-1) })));
    const { services } = await readFeed(`${url}/services/`);
    expect(services.map(({ said }) => said)).toEqual([aService({ id: id(1) }), aService({ id: id(2) })]);
    expect(asked).toEqual(['GET /services', `GET /services/${id(1)}`, `GET /services/${id(2)}`]);
  });

  test('keeps what else the address says', async () => {
    const { url, asked } = await directory(({ searchParams }, response) => {
      const page = Number(searchParams.get('page') ?? 1);
      json(response, { contents: [aService({ id: id(page) })], total_pages: 2 });
    });
    await readFeed(`${url}/services?taxonomy=work`);
    expect(asked).toEqual(['GET /services?taxonomy=work', 'GET /services?taxonomy=work&page=2']);
  });

  test('may be a plain list', async () => {
    const { url } = await directory((_, response) => json(response, [aService()]));
    expect((await readFeed(url)).services).toHaveLength(1);
  });

  test.each<[string, (url: URL, response: ServerResponse) => void, RegExp]>([
    ['that answers with a fault', (_, response) => void response.writeHead(503).end('SECRET'), /answers 503/],
    ['that sends elsewhere', (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/SECRET' }).end(), /does not answer/],
    ['that is no JSON', (_, response) => void response.end('<html>SECRET</html>'), /not JSON/],
    ['that stops in the middle', (_, response) => void response.writeHead(200, { 'content-length': '1000' }).write('[1', () => response.destroy()), /stopped in the middle|does not answer/],
    ['that gives the first page again and again', (_, response) => json(response, { contents: [aService()], total_pages: 2, page_number: 1 }), /missing, or are there twice/],
    ['whose second page breaks', ({ searchParams }, response) => (searchParams.has('page') ? void response.writeHead(500).end() : json(response, { contents: [aService()], total_pages: 2, page_number: 1 })), /answers 500/],
    ['that never ends', (_, response) => { response.on('error', () => undefined); const more = (): void => void (response.destroyed || response.write('['.repeat(1 << 20), more)); more(); }, /too large/],
  ])('%s is not taken at all', async (_what, answer, why) => {
    const { url } = await directory(answer);
    await expect(readFeed(url)).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringMatching(why) });
    await expect(readFeed(url)).rejects.not.toMatchObject({ message: expect.stringMatching(/SECRET|127/) });
  });

  test.each([['that nobody answers', 'http://127.0.0.1:1', /does not answer/], ['with a password in it', 'http://a:b@127.0.0.1:1', /password/], ['that is none', 'http://', /no web address/]])('an address %s is refused', async (_what, address, why) => {
    await expect(readFeed(address)).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringMatching(why) });
  });

  test('holds no more at once than one answer may have', () => {
    expect(LIMITS.answerBytes).toBeLessThan(LIMITS.feedBytes);
  });
});
