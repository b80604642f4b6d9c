import { z } from 'zod';
import { LIMITS } from './limits.ts';
import type { RawService } from './readFeed.ts';
import { refuseFeed } from './refuseFeed.ts';

/** One file or answer, and what it is called. */
export interface Part {
  readonly name: string;
  readonly said: unknown;
}

const page = z.object({
  contents: z.array(z.unknown()),
  total_pages: z.number().int().min(0).max(LIMITS.pages).optional(),
  page_number: z.number().int().min(0).optional(),
  total_items: z.number().int().min(0).optional(),
});

/** A page of the Open Referral UK interface, as far as it is read. */
export type Page = z.output<typeof page>;

/** Reads a page; undefined for anything else. */
export const readPage = (said: unknown): Page | undefined => page.safeParse(said).data;

/**
 * The services of a feed's parts in order. Each part is a list of services, or a page of them; pages are all there, each
 * once.
 * @see https://docs.openreferraluk.org (pagination: contents, page_number, total_pages)
 * @throws HouseError INVALID_INPUT for another shape, a page that is missing or twice, or too many services
 */
export function servicesIn(parts: readonly Part[]): RawService[] {
  const pages = parts.map(({ name, said }) => ({ name, page: pageIn(said) }));
  mustBeWhole(pages.map(({ page }) => page).filter(({ total_pages }) => total_pages !== undefined));
  const services = pages.flatMap(({ name, page: { contents } }) => contents.map((said, index): RawService => ({ where: `${ordinal(index + 1)} service of ${name}`, said })));
  if (services.length > LIMITS.services) return refuseFeed('The feed names too many services.');
  if (services.length === 0) return refuseFeed('The feed names no services at all, which is never meant.');
  return services;
}

function pageIn(said: unknown): Page {
  return Array.isArray(said) ? { contents: said } : readPage(said) ?? refuseFeed('A part of the feed is neither a list of services nor a page of them.');
}

function mustBeWhole(pages: readonly Page[]): void {
  const [first] = pages;
  if (!first) return;
  const total = first.total_pages!, numbers = pages.map(({ page_number: number }) => number);
  const begin = numbers.includes(0) ? 0 : 1;
  const whole = pages.length === total && pages.every(({ total_pages }) => total_pages === total) && Array.from({ length: total }, (_, index) => index + begin).every((number) => numbers.includes(number));
  // A feed of one page need not number it.
  if (!whole && !(total <= 1 && pages.length === 1)) refuseFeed('Pages of the feed are missing, or are there twice.');
  const items = pages.reduce((all, { contents }) => all + contents.length, 0);
  if (first.total_items !== undefined && first.total_items !== items) refuseFeed('The feed says that it has more or fewer services than there are.');
}

function ordinal(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' } as Readonly<Record<number, string>>)[n % 10] ?? 'th';
  return `${n}${ending}`;
}
