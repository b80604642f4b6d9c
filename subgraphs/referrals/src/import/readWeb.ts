import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { parseJson } from './parseJson.ts';
import type { RawFeed } from './readFeed.ts';
import { readPage, servicesIn, type Page, type Part } from './readPages.ts';
import { refuseFeed } from './refuseFeed.ts';

/** What has been read so far of a feed on the web: it stops when there is too much. */
interface Budget {
  bytes: number;
}

/**
 * Reads the `/services` of an Open Referral UK interface page by page, and each service by its id where the pages have
 * only summaries, as the interface allows. One question at a time: it is somebody else's machine.
 * @see https://docs.openreferraluk.org (GET /services, GET /services/{id})
 */
export async function readWeb(address: string): Promise<RawFeed> {
  const list = listAt(address), budget: Budget = { bytes: LIMITS.feedBytes };
  const first = await ask(list, budget);
  const parts: Part[] = [{ name: 'page 1', said: first }];
  const pages = readPage(first)?.total_pages ?? 1;
  for (let number = 2; number <= pages; number++) parts.push({ name: `page ${number}`, said: await ask(withPage(list, number), budget) });
  const services = [];
  for (const service of servicesIn(parts.map(numbered))) {
    const id = summaryId(service.said);
    services.push(id === undefined ? service : { ...service, said: await ask(serviceAt(list, id), budget) });
  }
  return { name: `${list.host}${list.pathname.replace(/\/services$/, '')}`, services };
}

/** A page that does not number itself is the one that was asked for. */
function numbered({ name, said }: Part, index: number): Part {
  const page: Page | undefined = Array.isArray(said) ? undefined : readPage(said);
  return page ? { name, said: { page_number: index + 1, ...page } } : { name, said };
}

function listAt(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : refuseFeed('That is no web address.');
  if (url.username || url.password) return refuseFeed('A web address with a password in it is not asked.');
  url.pathname = url.pathname.replace(/\/$/, '');
  if (!url.pathname.endsWith('/services')) url.pathname += '/services';
  return url;
}

function withPage(list: URL, number: number): URL {
  const url = new URL(list);
  url.searchParams.set('page', String(number));
  return url;
}

function serviceAt(list: URL, id: string): URL {
  const url = new URL(list);
  url.pathname += `/${encodeURIComponent(id)}`;
  return url;
}

const summary = z.object({ id: z.guid() });

/** The id of a service of which the page has only a summary: none of the lists that belong to a service is there. */
function summaryId(said: unknown): string | undefined {
  const has = (name: string): boolean => typeof said === 'object' && said !== null && name in said;
  const whole = ['service_at_locations', 'service_areas', 'attributes', 'schedules', 'cost_options'].some(has);
  return whole ? undefined : summary.safeParse(said).data?.id;
}

async function ask(url: URL, budget: Budget): Promise<unknown> {
  const signal = AbortSignal.timeout(LIMITS.answerMs);
  // It is not sent on to another address: the operator named this one.
  const answer = await fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json' } }).catch((cause: unknown) => refuseFeed('The web address does not answer.', cause));
  if (!answer.ok) return refuseFeed(`The web address answers ${answer.status}.`);
  return parseJson(await textOf(answer, budget));
}

async function textOf(answer: Response, budget: Budget): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of answer.body ?? []) {
      size += part.length;
      budget.bytes -= part.length;
      if (size > LIMITS.answerBytes || budget.bytes < 0) return refuseFeed('The feed is too large.');
      parts.push(part);
    }
  } catch (cause) {
    return refuseFeed(size > LIMITS.answerBytes || budget.bytes < 0 ? 'The feed is too large.' : 'The web address stopped in the middle of an answer.', cause);
  }
  return Buffer.concat(parts).toString('utf8');
}
