import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { printApi } from '@thegither/local';
import { SUPERGRAPH } from '../harness/supergraph.ts';

test('docs/api.graphql is what can be asked; `npm run schema` writes it anew', () => {
  expect(readFileSync(new URL('../../docs/api.graphql', import.meta.url), 'utf8')).toBe(printApi(SUPERGRAPH));
});
