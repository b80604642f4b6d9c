import type { Done, Ledger } from '@thegither/ledger';
import type { Labels, Metrics } from '@thegither/service';
import { HouseError } from '@thegither/vocabulary';

/** The ledger, with what is opened without a person's agreement counted by what came of it, and by nothing of anybody: many, or a refusal at all, is an alarm. */
export function watchOpenings(ledger: Ledger, metrics: Metrics): Ledger {
  const broken = metrics.counter({ name: 'consent_glass_broken_total', help: 'Emergencies in which a worker opened something without agreement, by what came of it.', labels: ['outcome'] });
  const lawful = metrics.counter({ name: 'consent_gateway_used_total', help: 'Laws by which a worker opened something without agreement, by what came of it.', labels: ['outcome'] });
  return { ...ledger, breakGlass: counted(ledger.breakGlass, broken), useLegalGateway: counted(ledger.useLegalGateway, lawful) };
}

const counted = <Wish>(change: (wish: Wish) => Promise<Done>, count: (labels: Pick<Labels, 'outcome'>) => void) => async (wish: Wish): Promise<Done> => {
  try {
    const done = await change(wish);
    count({ outcome: 'OK' });
    return done;
  } catch (cause) {
    count({ outcome: cause instanceof HouseError ? cause.code : 'INTERNAL' });
    throw cause;
  }
};
