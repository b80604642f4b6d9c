import { expect, test } from '@jest/globals';
import { NOTHING } from '@thegither/consent';
import type { SpineId } from '@thegither/vocabulary';
import type { Decided } from '../ports.ts';
import { Waves } from './waves.ts';

const [a, b, c] = ['a', 'b', 'c'].map((each) => each.repeat(32)) as [SpineId, SpineId, SpineId];
const DECIDED: Decided = { known: true, addressable: true, granted: NOTHING, own: NOTHING };

/** A decision service that answers when it is told to. */
function service(fails = false) {
  const questions: (readonly SpineId[])[] = [];
  const known = new Set<SpineId>();
  const decide = async (people: readonly SpineId[]): Promise<void> => {
    questions.push(people);
    if (fails) throw new Error('no ledger');
    for (const each of people) if (each !== c) known.add(each);
  };
  return { questions, waves: new Waves({ decide, of: (person) => (known.has(person) ? DECIDED : undefined) }) };
}

test('whoever is asked about in one moment is in one question, each once', async () => {
  const { questions, waves } = service();
  await Promise.all([waves.decided([a, b]), waves.decided([b]), waves.decided([b, c])]);
  expect(questions).toEqual([[a, b, c]]);
});

test('somebody who is being decided about is waited for, not asked about again', async () => {
  const { questions, waves } = service();
  const first = waves.decided([a]);
  await Promise.resolve();
  await Promise.all([first, waves.decided([a, b])]);
  expect(questions).toEqual([[a], [b]]);
});

test('somebody about whom there was no answer is not asked about again', async () => {
  const { questions, waves } = service();
  await waves.decided([c]);
  expect(waves.decided([c])).toBeUndefined();
  expect(questions).toEqual([[c]]);
});

test('after a mutation everybody who was decided is decided again, once', async () => {
  const { questions, waves } = service();
  await waves.decided([a, c]);
  waves.expire();
  await waves.decided([a, b]);
  expect(waves.decided([a, b])).toBeUndefined();
  expect(questions).toEqual([[a, c], [a, b]]);
});

test('without an answer nobody is decided, now or later', async () => {
  const { questions, waves } = service(true);
  waves.prepare([a]);
  await expect(waves.decided([a])).rejects.toThrow('no ledger');
  await expect(waves.decided([a])).rejects.toThrow('no ledger');
  expect(questions).toEqual([[a]]);
});
