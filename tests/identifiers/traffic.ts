import type { Recorded } from '../harness/proxy.ts';
import type { TestHouse } from '../harness/startHouse.ts';

/** One request to a service and what it answered. */
export interface Exchange {
  readonly asked: Recorded;
  readonly answered: string;
}

/** Writes down, from now on, everything that goes to a service and comes back. */
export function recordTraffic(house: TestHouse, service: string): readonly Exchange[] {
  const traffic: Exchange[] = [];
  house.proxy(service).always(async (asked, passOn) => {
    const reply = await passOn();
    traffic.push({ asked, answered: `${JSON.stringify(reply.headers)} ${reply.body}` });
    return reply;
  });
  return traffic;
}

/** All that an exchange says, with what is signed or encoded in it laid open. */
export const wordsOf = ({ asked, answered }: Exchange): string => laidOpen(`${asked.method} ${asked.path} ${JSON.stringify(asked.headers)} ${asked.text} ${answered}`);

const TOKEN = /[\w-]{4,}\.[\w-]{4,}\.[\w-]{4,}(?:~[\w-]+~)?/g;

/** A text, and after it the claims of every signed token in it. */
export const laidOpen = (text: string): string => [text, ...(text.match(TOKEN) ?? []).map(claimsText)].join('\n');

/** The claims of a signed token and what it discloses, as text. */
export const claimsText = (token: string): string => token.split(/[.~]/).filter((_, index) => index !== 2).map((part) => Buffer.from(part, 'base64url').toString('utf8')).join(' ');
