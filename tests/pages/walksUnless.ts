import { describe } from '@jest/globals';
import { CHROMIUM } from './browser.ts';

/** The walks of a file, or, where there is no browser, none of them; then it says what nobody looked at. */
export function walksUnless(leftOut: string): typeof describe | typeof describe.skip {
  if (CHROMIUM !== undefined) return describe;
  process.stderr.write(`There is no Chromium here: ${leftOut}.\n`);
  return describe.skip;
}
