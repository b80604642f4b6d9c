import { readdirSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createMetrics, tracingTo, type Metrics } from '@thegither/service';
import { answerParent } from '../bench/processes/answerParent.ts';
import { cut } from '../harness/faults.ts';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { AWAY, type Seen } from './away.ts';

let house: TestHouse;
const errors: string[] = [];
const metrics: Metrics[] = [];
const delay = monitorEventLoopDelay({ resolution: 10 });

/** Passes on; what a proxy keeps of each question is for tests that look at it. */
function passThrough(room: string): void {
  const proxy = house.proxy(room);
  proxy.mend();
  proxy.always(async (_, passOn) => {
    const reply = await passOn();
    proxy.forget();
    return reply;
  });
}

answerParent({
  async start({ collector }: { collector: string }) {
    house = await startHouse({
      through: AWAY, patience: PATIENT, logTo: (line) => { if (/"level":"(error|fatal)"/.test(line)) errors.push(line); },
      watch: async (service) => {
        const numbers = createMetrics({ service, process: service === 'gateway' });
        metrics.push(numbers);
        return { metrics: numbers, tracing: await tracingTo(service, collector) };
      },
    });
    AWAY.forEach(passThrough);
    delay.enable();
    return { gatewayUrl: house.gatewayUrl };
  },
  token: ({ account }: { account: string }) => house.tokenFor(account),
  takeAway: ({ room }: { room: string }) => house.proxy(room).always(cut),
  bringBack: ({ room }: { room: string }) => passThrough(room),
  /** The numbers are scraped as an operator's collector does, then everything is collected that nobody holds. */
  async sample(): Promise<Seen> {
    for (const numbers of metrics) await numbers.text();
    const lagMs = delay.percentile(99) / 1e6;
    globalThis.gc?.();
    delay.reset();
    const { heapUsed, external, rss } = process.memoryUsage();
    return { heldKb: Math.round((heapUsed + external) / 1024), rssKb: Math.round(rss / 1024), descriptors: descriptors(), lagMs };
  },
  /** What was logged as an error since the last time. */
  errors: () => errors.splice(0),
  stop: () => house.stop(),
});

function descriptors(): number | undefined {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return undefined;
  }
}
