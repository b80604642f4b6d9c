import { describe, expect, test } from '@jest/globals';
import { HouseError } from '@thegither/vocabulary';
import { buildSchema, parse } from 'graphql';
import { corridorGateway, type Visit } from './corridorGateway.ts';
import type { Admission } from './limits/admission.ts';
import { createRecent } from './recent.ts';
import type { Served } from './served.ts';
import { corridorWith } from './testing/corridorWith.ts';

const analyse = (): never => {
  throw new Error('no part of this test');
};

/** A supergraph that is told apart by what it says of Query; plans are noted. */
function edition(name: string, admit: Admission = () => undefined, analyseAhead: Served['execution']['analyseAhead'] = () => undefined): Served {
  return { supergraphSdl: name, admit, described: createRecent(10_000), execution: { schema: buildSchema(`"${name}" type Query { a: Int }`), analyse, analyseAhead } };
}

const body = { query: '{ __type(name: "Query") { description } }' };

/** Runs the question as Apollo Server does: validated against one supergraph, admitted to one. */
async function asking(house: ReturnType<typeof corridorGateway>, validatedBy: Served, admittedTo: Served) {
  const { executor } = await house.gateway.load();
  return (serveBefore?: Served) => (serveBefore ? house.serve(serveBefore) : Promise.resolve()).then(() => {
    const context: Visit = { request: '', authorization: undefined, purpose: undefined, body, admittedTo, limit: {} };
    return executor({ context, schema: validatedBy.execution.schema, document: parse(body.query), queryHash: 'ab', request: { variables: {} } });
  });
}
const described = (name: string) => ({ data: { __type: { description: name } } });

describe('a question', () => {
  test('is answered by the supergraph that it was validated against, when another is served before it is run', async () => {
    const [first, second] = [edition('first'), edition('second')];
    const house = corridorGateway(corridorWith({}), first);
    const ask = await asking(house, first, first);
    expect(JSON.parse(JSON.stringify(await ask(second)))).toEqual(described('first'));
    expect(house.current()).toBe(second);
  });

  test('that was admitted to another than it was validated against is held to the limits of that one too', async () => {
    const strict = edition('second', () => { throw new HouseError('BAD_REQUEST', 'over a limit'); });
    const first = edition('first');
    const house = corridorGateway(corridorWith({}), first);
    const ask = await asking(house, strict, first);
    expect(await ask(strict)).toMatchObject({ errors: [{ message: 'over a limit', extensions: { code: 'BAD_REQUEST' } }] });
  });
});

describe('another supergraph', () => {
  test('is planned for before it is served: what was asked lately, and what does not fit any more is left out', async () => {
    const planned: string[] = [];
    const first = edition('first');
    const house = corridorGateway(corridorWith({}), first);
    await (await asking(house, first, first))();
    const second = edition('second', undefined, (document) => {
      planned.push(`${document.definitions.length} ${house.current().supergraphSdl}`);
      throw new HouseError('BAD_OPERATION');
    });
    await house.serve(second);
    expect([planned, house.current()]).toEqual([['1 first'], second]);
  });

  test('is not served when planning for it breaks', async () => {
    const first = edition('first');
    const house = corridorGateway(corridorWith({}), first);
    await (await asking(house, first, first))();
    await expect(house.serve(edition('second', undefined, () => { throw new TypeError('broken'); }))).rejects.toThrow('broken');
    expect(house.current()).toBe(first);
  });

  test('is told to whoever listens, as long as they do', async () => {
    const told: string[] = [];
    const house = corridorGateway(corridorWith({}), edition('first'));
    const stop = house.gateway.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => void told.push(coreSupergraphSdl));
    await house.gateway.load();
    await house.serve(edition('second'));
    stop();
    await house.serve(edition('third'));
    expect(told).toEqual(['first', 'second']);
  });
});
