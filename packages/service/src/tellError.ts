import { HouseError } from '@thegither/vocabulary';

/** What may be said of an error in a log. */
export interface ToldError {
  readonly name: string;
  readonly code?: string;
  /** Only of our own errors, whose messages never carry a value. */
  readonly message?: string;
  /** Where in our own code: file, line and column, innermost first. */
  readonly at: readonly string[];
  readonly cause?: ToldError;
}

const NAME = /^[A-Z][A-Za-z]{0,63}$/;
// Node's and libraries' codes (ECONNREFUSED, ERR_JWT_EXPIRED, P2002) and PostgreSQL's five characters.
const CODE = /^(?:[A-Z][A-Z0-9_]{1,63}|[0-9A-Z]{5})$/;
const FRAME = /^ {4}at .*[/\\]((?:apps|packages|subgraphs|tests)[/\\](?:[\w.-]+[/\\])+[\w.-]+\.m?[jt]s:\d+:\d+)\)?$/;
const DEEPEST = 4;

/**
 * Says of an error what a log may hold. A foreign error's message is left out: a database quotes the row that it
 * refused, a parser the text that it could not read. So are its other properties, and every line of its stack that is
 * not a place in our own code.
 */
export function tellError(error: unknown, deepest = DEEPEST): ToldError {
  if (!(error instanceof Error)) return { name: 'NotAnError', at: [] };
  const { name, message, cause } = error;
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    name: NAME.test(name) ? name : 'Error',
    ...(typeof code === 'string' && CODE.test(code) && { code }),
    ...(error instanceof HouseError && { message }),
    at: ownFrames(error),
    ...(cause !== undefined && deepest > 0 && { cause: tellError(cause, deepest - 1) }),
  };
}

function ownFrames({ stack = '', message }: Error): string[] {
  // A stack begins with the message, whose lines may look like places.
  const from = stack.indexOf(message);
  const frames = from < 0 ? '' : stack.slice(from + message.length);
  return frames.split('\n').flatMap((line) => (line.includes('node_modules') ? [] : FRAME.exec(line)?.[1] ?? []));
}
