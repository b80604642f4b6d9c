import { explainCode } from '@thegither/local-postgres';
import type { Environment } from '@thegither/service';
import { HouseError } from '@thegither/vocabulary';
import { isObject } from './isObject.ts';
import { variableFor } from './ports.ts';

/**
 * What went wrong, in one sentence for whoever sits before the terminal; undefined for what nobody foresaw, which is
 * worth its whole stack.
 */
export function sentenceOf(thrown: unknown, env: Environment): string | undefined {
  const error = explainCode(thrown);
  if (!(error instanceof HouseError) || error.code === 'INTERNAL') return undefined;
  const variable = takenPort(error) && variableFor(takenPort(error)!, env);
  return variable ? `${error.message} Stop what uses it, or choose another with ${variable}.` : error.message;
}

/** The port that could not be listened at, if that is what went wrong. */
const takenPort = ({ cause }: HouseError): number | undefined =>
  isObject(cause) && cause.syscall === 'listen' && typeof cause.port === 'number' ? cause.port : undefined;
