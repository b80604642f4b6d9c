import { expect, test } from '@jest/globals';
import { createStandstill } from './standstill.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Writes down what happens, in order. */
function watching() {
  const happened: string[] = [];
  const note = (what: string) => () => void happened.push(what);
  return { happened, note, standstill: createStandstill() };
}

test('work waits until every answer that was released is out', async () => {
  const { happened, note, standstill } = watching();
  await Promise.all([standstill.enter('a'), standstill.enter('b')]);
  const work = standstill.during(note('work'));
  standstill.leave('a');
  await settled();
  expect(happened).toEqual([]);
  standstill.leave('b');
  await work;
  expect(happened).toEqual(['work']);
});

test('nobody releases while work waits or is done, but for those who were on their way', async () => {
  const { happened, note, standstill } = watching();
  await standstill.enter('a');
  const work = standstill.during(async () => {
    note('work begins')();
    await settled();
    note('work ends')();
  });
  const late = standstill.enter('b').then(note('b'));
  await standstill.enter('a').then(note('a again'));
  await settled();
  standstill.leave('a');
  await Promise.all([work, late]);
  expect(happened).toEqual(['a again', 'work begins', 'work ends', 'b']);
});

test('work that fails says so to whoever wanted it, and holds nobody up', async () => {
  const { standstill } = watching();
  await expect(standstill.during(() => { throw new Error('broken'); })).rejects.toThrow('broken');
  await standstill.enter('a');
  standstill.leave('a');
  expect(await standstill.during(() => 'done')).toBe('done');
});

test('one work is done after the other', async () => {
  const { happened, note, standstill } = watching();
  await Promise.all(['one', 'two', 'three'].map((name) => standstill.during(async () => {
    note(`${name} begins`)();
    await settled();
    note(`${name} ends`)();
  })));
  expect(happened).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends']);
});

test('those who waited for one work go before the next', async () => {
  const { happened, note, standstill } = watching();
  const works = ['one', 'two'].map((name) => standstill.during(note(name)));
  const released = ['a', 'b'].map((request) => standstill.enter(request).then(note(request)).then(settled).then(() => standstill.leave(request)));
  await Promise.all([...works, ...released]);
  expect(happened).toEqual(['one', 'a', 'b', 'two']);
});

test('whoever was not on their way may leave', async () => {
  const { standstill } = watching();
  standstill.leave('nobody');
  expect(await standstill.during(() => 'done')).toBe('done');
});
