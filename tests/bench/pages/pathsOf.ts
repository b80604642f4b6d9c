import type { App, Reader } from '@thegither/pages';

/** Nothing is asked while routes are only listed. */
const READER: Reader = {
  now: () => 0,
  chrome: () => { throw new RangeError('nothing is shown'); },
  ask: () => { throw new RangeError('nothing is asked'); },
};

/** The paths of an app's pages that can be read, each once, as its routes say them ("/people/:id/timeline"): a page that is added is measured too. */
export function pathsOf({ open, pages }: App): string[] {
  const routes = [...open.map((page) => page(READER.chrome)), ...pages.map((page) => page(READER))].flatMap((hono) => hono.routes);
  return [...new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path))].toSorted();
}
