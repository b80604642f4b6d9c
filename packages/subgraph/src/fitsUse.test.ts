import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { fitsUse } from './fitsUse.ts';

const ENTITIES = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }';

test.each([
  { text: ENTITIES, fits: 'joined' },
  { text: 'query ($r: [_Any!]!) { a: _entities(representations: $r) { __typename } b: _entities(representations: $r) { __typename } }', fits: 'joined' },
  { text: 'query ($r: [_Any!]!) { ...F } fragment F on Query { _entities(representations: $r) { __typename } }', fits: 'joined' },
  { text: '{ services { id } }', fits: 'query' },
  { text: '{ _service { sdl } }', fits: 'query' },
  { text: '{ ... on Query { services { id } } }', fits: 'query' },
  { text: 'mutation { stop }', fits: 'mutation' },
  { text: 'query ($r: [_Any!]!) { services { id } _entities(representations: $r) { __typename } }', fits: 'nothing' },
  { text: 'query ($r: [_Any!]!) { services { id } ... { _entities(representations: $r) { __typename } } }', fits: 'nothing' },
  { text: 'query ($r: [_Any!]!) { services { id } ...F } fragment F on Query { ...F _entities(representations: $r) { __typename } }', fits: 'nothing' },
  { text: 'query ($r: [_Any!]!) { _entities: services { id } }', fits: 'query' },
  { text: 'subscription { changes }', fits: 'nothing' },
  { text: 'query A { services { id } } mutation B { stop }', fits: 'nothing' },
  { text: 'query A { services { id } } mutation B { stop }', name: 'B', fits: 'mutation' },
  { text: 'query A { services { id } } query A { _entities { id } }', name: 'A', fits: 'nothing' },
  { text: 'query A { services { id } }', name: 'C', fits: 'nothing' },
  { text: 'fragment F on Query { services { id } }', fits: 'nothing' },
])('$text ($name) fits $fits', ({ text, name, fits }) => {
  const uses = (['query', 'mutation', 'joined'] as const).filter((use) => fitsUse(parse(text), name, use));
  expect(uses).toEqual(fits === 'nothing' ? [] : [fits]);
});
