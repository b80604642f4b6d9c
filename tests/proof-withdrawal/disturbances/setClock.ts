import { TROUBLED, type Disturb } from './disturbance.ts';

const HOUR_MS = 3_600_000;
/** An hour either way, and as much as tokens and signatures still forgive, so that the gateway goes on being answered. */
const OFF_MS = [HOUR_MS, -7_000, -HOUR_MS, 7_000];

/** One gateway's time of day is wrong, each time otherwise. */
export const setClock: Disturb = async ({ gateways }) => {
  const gateway = gateways[TROUBLED]!;
  return {
    async around(stop, n) {
      gateway.tell({ clockOffMs: OFF_MS[n % OFF_MS.length]! });
      return stop();
    },
    end: async () => gateway.tell({ clockOffMs: 0 }),
  };
};
