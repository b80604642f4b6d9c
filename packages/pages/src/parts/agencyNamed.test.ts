import { expect, test } from '@jest/globals';
import { agencyNamed } from './agencyNamed.ts';

const AGENCIES = [{ id: 'nhs-fife', name: 'NHS Fife Health & Work' }];

test.each<[string, typeof AGENCIES | null, string]>([
  ['nhs-fife', AGENCIES, 'NHS Fife Health & Work'], ['fife-works', AGENCIES, 'fife-works'], ['nhs-fife', [], 'nhs-fife'], ['nhs-fife', null, 'nhs-fife'], ['constructor', AGENCIES, 'constructor'],
])('%s among %j is called %s', (id, agencies, name) => {
  expect(agencyNamed(agencies)(id)).toBe(name);
});
