import { ServerResponse } from 'node:http';
import { now } from '../house/now.ts';
import { shiftClock } from './shiftClock.ts';

/*
 * What the proof has loaded into a service's process before the service, so that the service itself need not be changed:
 * it tells when an answer begins to be written, sets the time of day wrong when told to, and ends with the proof.
 */
const noted = new WeakSet<ServerResponse>();

for (const name of ['write', 'end'] as const) {
  const original = ServerResponse.prototype[name];
  Object.defineProperty(ServerResponse.prototype, name, {
    configurable: true, writable: true,
    value(this: ServerResponse, ...given: unknown[]): unknown {
      // Immediately before: whatever takes its time after this line is on the way to the operating system already.
      const at = now();
      const result: unknown = Reflect.apply(original, this, given);
      tell(this, at);
      return result;
    },
  });
}

/** Says once for each question of the proof's when its answer began. */
function tell(response: ServerResponse, at: number): void {
  const question = response.req.headers['x-proof-question'];
  if (question === undefined || noted.has(response)) return;
  noted.add(response);
  process.send?.({ question: Number(question), at });
}

process.on('message', (message: { readonly clockOffMs: number }) => shiftClock(message.clockOffMs));
process.on('disconnect', () => process.exit(0));
