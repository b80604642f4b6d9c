import { answerParent } from '../../bench/processes/answerParent.ts';
import { PATIENT } from '../../harness/patient.ts';
import { startHouse, type TestHouse } from '../../harness/startHouse.ts';

let house: TestHouse;

/** A house with nothing between its services, in a process of its own: what is timed is the house alone. */
answerParent({
  async start() {
    house = await startHouse({ patience: PATIENT });
    return { gatewayUrl: house.gatewayUrl, ledgerUrl: house.ledgerUrl, databases: house.databases };
  },
  token: ({ account }: { account: string }) => house.tokenFor(account),
  stop: () => house.stop(),
});
