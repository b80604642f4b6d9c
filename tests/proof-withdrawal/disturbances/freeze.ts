import { setTimeout as pause } from 'node:timers/promises';
import { TROUBLED, type Disturb } from './disturbance.ts';

/** One gateway is frozen with everything that it has in hand, the sharing is stopped through the other, and then the first one goes on as if nothing had been. */
export const freeze: Disturb = async (house, random) => {
  const gateway = house.gateways[TROUBLED]!;
  return {
    async around(stop) {
      gateway.signal('SIGSTOP');
      try {
        return await stop();
      } finally {
        await pause(random.below(50));
        gateway.signal('SIGCONT');
      }
    },
    end: async () => undefined,
  };
};
