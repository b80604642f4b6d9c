import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { textOfDocument } from '@thegither/pages';
import * as operations from './generated/operations.ts';

test('every operation is registered with the gateway as it is sent', () => {
  const { documentHashes, ...documents } = operations;
  const sent = Object.entries(documents).filter(([name]) => !name.endsWith('FragmentDoc'))
    .map(([name, document]) => [name.replace(/Document$/, ''), createHash('sha256').update(textOfDocument(document)).digest('hex')]);
  expect(Object.fromEntries(sent)).toEqual(documentHashes);
});
