import { describe, expect, test } from '@jest/globals';
import { publish } from '@thegither/supergraph';
import { parse } from 'graphql';
import { createExecution } from './execution.ts';
import type { SubgraphAnswer } from './ports.ts';
import { OPEN_BOOK, everybody, execution, openHouse } from './testing/house.ts';

describe('CVE-2026-32621', () => {
  // Aliases and variables of a caller, or keys in a subgraph's answer, that are named like what every object inherits wrote into Object.prototype while a plan was carried out.
  const PRISTINE = Object.getOwnPropertyNames(Object.prototype);
  const NAMES = [...PRISTINE, 'prototype'];

  test.each(NAMES)('no alias and no variable may be called %s', (name) => {
    for (const query of [`{ ${name}: me { id } }`, `{ me { homes { ${name}: area } } }`, `{ me { ...F } } fragment F on Person { ${name}: id }`, `query ($${name}: Int) { caseload(first: $${name}) { edges { cursor } } }`]) {
      expect(() => execution.analyse(parse(query), undefined, {})).toThrow(expect.objectContaining({ code: 'BAD_REQUEST', message: expect.not.stringContaining(name) }));
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(PRISTINE);
  });

  test.each(NAMES)('a subgraph\'s answer with a key %s everywhere writes nowhere, and is read as what was asked', async (name) => {
    const honest = await openHouse({ people: everybody(2, () => OPEN_BOOK) }).answer('{ caseload(first: 2) { edges { person { id homes { area } } } } }');
    const poison = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(poison);
      if (typeof value !== 'object' || value === null) return value;
      // Own keys of any name, as JSON gives them.
      return JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, poison(inside)]))).replace(/^\{/, `{${JSON.stringify(name)}:{"polluted":{"area":"x"}},`).replace(/,\}$/, '}'));
    };
    const lying = async (_: unknown, honestly: () => Promise<SubgraphAnswer>) => poison(await honestly()) as SubgraphAnswer;
    const answer = await openHouse({ people: everybody(2, () => OPEN_BOOK), replies: { housing: lying, consent: lying } }).answer('{ caseload(first: 2) { edges { person { id homes { area } } } } }');
    expect(answer).toEqual(honest);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(PRISTINE);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('CVE-2024-43414', () => {
  // Where two subgraphs answer for the same fields, the planner counted its choices in a number that was too small for them, and went on for ever.
  const FIELDS = Array.from({ length: 1_100 }, (_, at) => `f${at}`);
  const shared = (name: string, query: string) => ({
    name, url: `http://${name}.example/`,
    sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
      "Open." type Query { ${query} } "Open." type Thing @key(fields: "id") { "Its id." id: ID! ${FIELDS.map((field) => `"One." ${field}: Int @shareable`).join(' ')} }`,
  });
  const things = createExecution(publish([shared('one', '"A thing." thing: Thing @shareable'), shared('two', '"A thing." thing: Thing @shareable'), shared('three', '"Another." another: Thing')]));

  test('a question for more shared fields than there are numbers for their ways is planned', () => {
    const { fetches } = things.analyse(parse(`{ thing { id ${FIELDS.join(' ')} } another { id ${FIELDS.join(' ')} } }`), undefined, {});
    expect(fetches.length).toBeGreaterThan(0);
  });
});
