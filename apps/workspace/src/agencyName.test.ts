import { expect, test } from '@jest/globals';
import { agencyName } from './agencyName.ts';

test.each([['fife-pathways', 'Fife Pathways'], ['nhs-fife', 'NHS Fife'], ['fife-lep', 'Fife LEP'], ['Fife Works', 'Fife Works'], ['isla', 'Isla']])('%s is called %s', (id, name) => {
  expect(agencyName(id)).toBe(name);
});
