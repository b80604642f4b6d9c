import { dayOf, mayReadLabels, type SubgraphContext } from '@thegither/subgraph';
import type { ContactRouteRow } from './store.ts';

/**
 * The route that the person chose for the reader's agency; where they chose none for it, the one for everybody. If the
 * chosen one carries words that the reader may not see, there is none: another route in its place might be the very one
 * that the person did not want this agency to use.
 */
export function contactRouteFor(routes: readonly ContactRouteRow[] | null, { decision }: SubgraphContext): ContactRouteRow | null {
  const agency = decision.caller.kind === 'worker' ? decision.caller.agency : null;
  const route = routes?.find((each) => each.agency === agency) ?? routes?.find((each) => each.agency === null);
  const access = route && decision.of(route.person);
  return access && mayReadLabels(access, route.labels, { controller: route.controller, day: dayOf(route) }) ? route : null;
}
