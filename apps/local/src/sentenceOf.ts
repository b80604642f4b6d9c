import { explainCode } from '@thegither/local-postgres';
import { HouseError } from '@thegither/vocabulary';
import { PORT_VARIABLES } from './ports.ts';

/**
 * What went wrong, in one sentence for whoever sits before the terminal; undefined for what nobody foresaw, which is
 * worth its whole stack.
 */
export function sentenceOf(thrown: unknown): string | undefined {
  const error = explainCode(thrown);
  if (!(error instanceof HouseError) || error.code === 'INTERNAL') return undefined;
  return isTakenPort(error) ? `${error.message} Another port can be chosen with ${PORT_VARIABLES.join(', ')}.` : error.message;
}

const isTakenPort = ({ cause }: HouseError): boolean => cause instanceof Error && 'code' in cause && (cause.code === 'EADDRINUSE' || cause.code === 'EACCES');
