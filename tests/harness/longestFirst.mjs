import Sequencer from '@jest/test-sequencer';

/** What takes long, longest first: begun last, one of them would run on alone while the other core has nothing left to do. */
const LONG = ['tests/oracle/', 'apps/local/src/main', 'tests/hostile-subgraph/', 'tests/second-lock/', 'tests/outages/', 'tests/', 'packages/local-postgres/', 'apps/cli/'];

const rank = ({ path }) => {
  const found = LONG.findIndex((part) => path.includes(`/${part}`));
  return found === -1 ? LONG.length : found;
};

/** Orders a run's test files so that both cores are busy to its end. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...tests].toSorted((one, other) => rank(one) - rank(other));
  }
}
