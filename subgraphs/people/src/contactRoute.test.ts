import { expect, test } from '@jest/globals';
import { maskOf } from '@thegither/consent';
import type { SubgraphContext } from '@thegither/subgraph';
import type { ClaimedCaller } from '@thegither/vocabulary';
import { contactRouteFor } from './contactRoute.ts';
import type { ContactRouteRow } from './store.ts';

const WORKER: ClaimedCaller = { kind: 'worker', worker: 'isla', agency: 'fife-works', roles: ['KEY_WORKER'] };
const PERSON: ClaimedCaller = { kind: 'person', person: 'morag' };

const requestOf = (caller: ClaimedCaller): SubgraphContext => {
  const access = { granted: maskOf('NAME_AND_CONTACT'), own: maskOf(), limits: new Map(), agency: undefined };
  const words = { OUTSIDE_AGREEMENT: maskOf(), ROLE_LIMIT: maskOf(), NO_PURPOSE: maskOf() };
  return { now: 0, restricted: async () => new Set(), decision: { use: 'joined', caller, purpose: 'EMPLOYABILITY_SUPPORT', words, people: ['morag'], supports: () => false, sees: () => false, of: () => access } };
};

const route = (id: string, agency: string | null, labels: string[] = []): ContactRouteRow =>
  ({ id, agency, labels, person: 'morag', controller: 'joint-controllers', kind: 'PHONE', value: null, note: null, messageIsSafe: null, agencyMayBeNamed: null });
const forAll = route('for all', null), forWorks = route('for Fife Works', 'fife-works'), forOthers = route('for others', 'nhs-fife');

test.each<[string, ContactRouteRow[] | null, ClaimedCaller, string | undefined]>([
  ['the route for the reader\'s agency comes first', [forAll, forWorks], WORKER, 'for Fife Works'],
  ['else the one for everybody', [forOthers, forAll], WORKER, 'for all'],
  ['another agency\'s is nobody else\'s', [forOthers], WORKER, undefined],
  ['the person themselves see the one for everybody', [forWorks, forAll], PERSON, 'for all'],
  ['none is none', [], WORKER, undefined],
  ['withheld is nothing', null, WORKER, undefined],
  ['words that may not be seen hide the route, and no other takes its place', [forAll, route('told', 'fife-works', ['CONDITIONS'])], WORKER, undefined],
  ['words that may be seen do not', [route('told', 'fife-works', ['NAME_AND_CONTACT'])], WORKER, 'told'],
])('%s', (_title, routes, caller, expected) => {
  expect(contactRouteFor(routes, requestOf(caller))?.id).toBe(expected);
});
