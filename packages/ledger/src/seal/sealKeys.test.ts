import { expect, test } from '@jest/globals';
import { importSealKeys } from './sealKeys.ts';

const a = Buffer.alloc(32, 1).toString('base64url');
const b = Buffer.alloc(32, 2).toString('base64url');

test('the first key seals, all are read', () => {
  expect(importSealKeys(`12.${b}, 3.${a}`)).toEqual({ current: 12, keys: { 3: Buffer.alloc(32, 1), 12: Buffer.alloc(32, 2) } });
});

test.each([['nothing', ''], ['no version', a], ['a short key', `1.${a.slice(1)}`], ['version 0', `0.${a}`], ['a version twice', `1.${a},1.${b}`], ['a comma too many', `1.${a},`]])(
  '%s is refused without repeating the key', (_, text) => {
    const failure = (() => { try { return importSealKeys(text); } catch (error) { return error; } })();
    expect(failure).toMatchObject({ code: 'CONFIGURATION', message: expect.not.stringContaining(a.slice(1)) });
  });
