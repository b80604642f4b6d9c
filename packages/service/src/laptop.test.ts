import { expect, test } from '@jest/globals';
import { isLaptop, refuseInProduction } from './laptop.ts';

test.each([
  [undefined, true], ['', true], ['development', true], ['test', true],
  ['production', false], ['Production', false], ['prod', false], ['staging', false],
])('NODE_ENV %p is a laptop: %p', (NODE_ENV, laptop) => {
  expect(isLaptop({ NODE_ENV })).toBe(laptop);
});

test('what is for a laptop only starts there', () => {
  expect(() => refuseInProduction('the embedded issuer', {})).not.toThrow();
});

test('what is for a laptop only refuses to start in production, by name', () => {
  expect(() => refuseInProduction('the demo keys', { NODE_ENV: 'production' }))
    .toThrow(expect.objectContaining({ code: 'CONFIGURATION', message: expect.stringContaining('the demo keys') }));
});
