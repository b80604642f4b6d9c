import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a machine finds on a page as wide as its window now. */
interface Found {
  /** Each rule of axe that is broken, and the elements that break it. */
  readonly broken: readonly (readonly [rule: string, elements: readonly string[]])[];
  /** How many rules hold: none would mean that nothing was looked at. */
  readonly holding: number;
  /** What reaches beyond the window. */
  readonly tooWide: readonly string[];
}

/**
 * Runs in the page. What axe says of elements that pass, its paths to each element, and all that sent to the test, would
 * take three quarters of the time: none of it is asked for. It preloads style sheets for an experimental rule alone.
 */
const LOOK = `(async () => {
  const { violations, passes } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'], selectors: false, preload: false,
  });
  const root = document.documentElement;
  return {
    broken: violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    holding: passes.length,
    tooWide: root.scrollWidth > root.clientWidth ? [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.outerHTML.slice(0, 120)) : [],
  };
})()`;

/**
 * Everybody can read and use this page, as far as a machine can tell: wide and at 320 pixels, nothing that axe finds, and
 * nothing that has to be scrolled to sideways. Its context must have been made with `bypassCSP`. The page must be there: after a
 * press `go` waits for it, else the one before is looked at, or this one without its style.
 */
export async function mustBeUsable(page: Page): Promise<void> {
  // Its own value would be sent back as well.
  await page.evaluate(`${AXE};undefined`);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const { broken, holding, tooWide } = await page.evaluate<Found>(LOOK);
    expect(broken).toEqual([]);
    expect(holding).toBeGreaterThan(10);
    expect(tooWide).toEqual([]);
  }
}
