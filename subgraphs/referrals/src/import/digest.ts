import { createHash } from 'node:crypto';
import type { CheckedService } from './checked.ts';

/** SHA-256 of everything that is written of a service, to tell whether anything has changed. What it tells is not in it: that follows from our own list. */
export function digestOf({ tells: _tells, ...service }: CheckedService): string {
  return createHash('sha256').update(JSON.stringify(service)).digest('base64url');
}
