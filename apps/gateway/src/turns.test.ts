import { describe, expect, test } from '@jest/globals';
import type { Caller, PersonId, SpineId } from '@thegither/vocabulary';
import { createTurns, type Turns } from './turns.ts';

const worker = (name: string, agency = 'fife-works'): Caller => ({ kind: 'worker', worker: name, agency });
const MORAG = 'morag' as SpineId, TAM = 'tam' as SpineId;

/** Nobody is a crowd. */
const turnsFor = (atOnce: number): Turns => createTurns({ atOnce, crowd: Infinity, rest: () => { throw new Error('nobody rests here'); } });

/** Two who wait are a crowd. A rest lasts until the test ends it. */
function resting() {
  const rests: (() => void)[] = [];
  return { turns: createTurns({ atOnce: 1, crowd: 2, rest: (goOn) => rests.push(goOn) }), rests };
}

/** Who has gone on, in the order in which they did. */
function asking(turns: Turns) {
  const on: string[] = [];
  return {
    on,
    ask: (request: string, caller: Caller, ...people: SpineId[]): void => void turns.enter(request, caller, people).then(() => on.push(request)),
  };
}

const settled = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

describe('questions of one agency about one person', () => {
  test('go on in the order in which they came, as many at once as may', async () => {
    const turns = turnsFor(2), { on, ask } = asking(turns);
    for (const request of ['1', '2', '3', '4']) ask(request, worker(`worker ${request}`), MORAG);
    await settled();
    expect(on).toEqual(['1', '2']);
    turns.leave('2');
    await settled();
    expect(on).toEqual(['1', '2', '3']);
    turns.leave('1');
    turns.leave('3');
    await settled();
    expect(on).toEqual(['1', '2', '3', '4']);
  });

  test('do not wait any more once all have left', async () => {
    const turns = turnsFor(1), { on, ask } = asking(turns);
    ask('1', worker('isla'), MORAG);
    await settled();
    turns.leave('1');
    ask('2', worker('isla'), MORAG);
    await settled();
    expect(on).toEqual(['1', '2']);
  });

  test('have one turn each, however often they are about somebody and leave', async () => {
    const turns = turnsFor(1), { on, ask } = asking(turns);
    ask('1', worker('isla'), MORAG);
    ask('1', worker('isla'), MORAG);
    ask('1', worker('isla'), TAM);
    ask('2', worker('isla'), MORAG);
    ask('3', worker('isla'), TAM);
    await settled();
    expect(on).toEqual(['1', '1', '1', '3']);
    turns.leave('1');
    turns.leave('1');
    ask('4', worker('isla'), MORAG);
    await settled();
    expect(on).toEqual(['1', '1', '1', '3', '2']);
  });
});

describe('a crowd', () => {
  test('rests between two, and whoever comes meanwhile waits behind it', async () => {
    const { turns, rests } = resting(), { on, ask } = asking(turns);
    for (const request of ['1', '2', '3']) ask(request, worker('isla'), MORAG);
    turns.leave('1');
    ask('4', worker('isla'), MORAG);
    await settled();
    expect([on, rests.length]).toEqual([['1'], 1]);
    rests[0]!();
    await settled();
    expect(on).toEqual(['1', '2']);
    // Two wait still: another rest.
    turns.leave('2');
    await settled();
    expect([on, rests.length]).toEqual([['1', '2'], 2]);
    rests[1]!();
    turns.leave('3');
    await settled();
    // One is no crowd.
    expect([on, rests.length]).toEqual([['1', '2', '3', '4'], 2]);
  });

  test('that leaves while it rests holds up nobody who comes later', async () => {
    const { turns, rests } = resting(), { on, ask } = asking(turns);
    for (const request of ['1', '2', '3']) ask(request, worker('isla'), MORAG);
    turns.leave('1');
    turns.leave('2');
    turns.leave('3');
    rests[0]!();
    ask('4', worker('isla'), MORAG);
    await settled();
    expect(on).toEqual(['1', '4']);
  });
});

test('a question that fails while it waits holds up nobody, and takes no turn', async () => {
  const turns = turnsFor(1), { on, ask } = asking(turns);
  for (const request of ['1', '2', '3', '4']) ask(request, worker('isla'), MORAG);
  await settled();
  turns.leave('3');
  await settled();
  expect(on).toEqual(['1']);
  turns.leave('1');
  turns.leave('2');
  await settled();
  expect(on).toEqual(['1', '2', '4']);
  turns.leave('4');
  ask('5', worker('isla'), MORAG);
  await settled();
  expect(on).toEqual(['1', '2', '4', '5']);
});

test.each<[string, Caller, SpineId[]]>([
  ['another agency', worker('ewan', 'fife-housing'), [MORAG]],
  ['somebody else', worker('isla'), [TAM]],
  ['several people', worker('isla'), [MORAG, TAM]],
  ['nobody', worker('isla'), []],
  ['the person themselves', { kind: 'person', person: 'morag' as PersonId }, [MORAG]],
])('a question of or about %s does not wait for them', async (_, caller, people) => {
  const turns = turnsFor(1), { on, ask } = asking(turns);
  ask('1', worker('isla'), MORAG);
  ask('2', caller, ...people);
  await settled();
  expect(on.toSorted()).toEqual(['1', '2']);
});
