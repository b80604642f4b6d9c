import { describe, expect, test } from '@jest/globals';
import { HouseError, type DecideRequest, type MarksRequest, type PersonId } from '@thegither/vocabulary';
import { CHANGES, createChanges, type Watched } from './changes.ts';

const [morag, callum, jean] = ['morag', 'callum', 'jean'] as PersonId[] as [PersonId, PersonId, PersonId];
const watched = (people: readonly PersonId[], change: Partial<Watched> = {}): Watched => ({ caller: 'isla', token: 'isla', purpose: 'EMPLOYABILITY_SUPPORT', people, ...change });

/** A ledger with everybody in it, as far as changes can see it: marks of people, and what each caller's decision is. */
function watching() {
  const marks = new Map<PersonId, number>(), fingerprints = new Map<string, number>();
  const asked = { marks: [] as PersonId[][], decide: [] as DecideRequest[] };
  const refusals = { marks: [] as HouseError[], decide: [] as HouseError[] };
  let clock = 0;
  const changes = createChanges({
    async marks({ people }: MarksRequest) {
      asked.marks.push([...people]);
      const refusal = refusals.marks.shift();
      if (refusal) throw refusal;
      return { marks: people.map((person) => String(marks.get(person) ?? 0)) };
    },
    async decide(request: DecideRequest) {
      asked.decide.push(request);
      const refusal = refusals.decide.shift();
      if (refusal) throw refusal;
      const masks = { granted: '0', own: '0', known: true, addressable: true };
      return { at: 0, words: { OUTSIDE_AGREEMENT: '0', ROLE_LIMIT: '0', NO_PURPOSE: '0' }, signed: [], people: request.people.map((id) => ({ id, ...masks, fingerprint: String(fingerprints.get(request.token + id) ?? 0) })) };
    },
  }, () => clock, { ...CHANGES, ofOneCaller: 2, ofAll: 3 });
  const happens = (person: PersonId) => void marks.set(person, (marks.get(person) ?? 0) + 1);
  return {
    changes, asked, refusals, happens,
    /** An event about somebody by which this caller's decision becomes another. */
    matters: (person: PersonId, caller = 'isla') => {
      happens(person);
      fingerprints.set(caller + person, (fingerprints.get(caller + person) ?? 0) + 1);
    },
    decidesOtherwise: (person: PersonId, caller = 'isla') => void fingerprints.set(caller + person, 99),
    pass: (ms: number) => { clock += ms; },
    open: async (one: Watched) => {
      const heard: unknown[] = [];
      const stop = await changes.open(one, { opened: () => heard.push('open'), changed: (places) => heard.push(places), over: () => heard.push('over') });
      return { heard, stop };
    },
  };
}

const OUT = new HouseError('DECISIONS_UNAVAILABLE');

describe('a screen', () => {
  test('hears at which places of its list another answer would be given', async () => {
    const { changes, open, matters } = watching();
    const { heard } = await open(watched([morag, callum, jean]));
    await changes.look();
    matters(callum);
    matters(jean);
    await changes.look();
    await changes.look();
    expect(heard).toEqual(['open', [1, 2]]);
  });

  test('that says what it saw hears at once at which places another answer would be given, and later only of what changes then', async () => {
    const { changes, open, matters } = watching();
    matters(callum);
    const saw: readonly string[] = ['0', '0', '0'];
    const { heard } = await open(watched([morag, callum, jean], { isOther: (place, fingerprint) => fingerprint !== saw[place] }));
    expect(heard).toEqual(['open', [1]]);
    await changes.look();
    matters(jean);
    await changes.look();
    expect(heard).toEqual(['open', [1], [2]]);
  });

  test('of which nothing is another than it saw hears nothing', async () => {
    const { open, happens } = watching();
    happens(morag);
    expect((await open(watched([morag], { isOther: (_, fingerprint) => fingerprint !== '0' }))).heard).toEqual(['open']);
  });

  test('hears nothing of what changes for others alone', async () => {
    const { changes, open, happens, matters } = watching();
    const isla = await open(watched([morag])), una = await open(watched([morag], { caller: 'una', token: 'una' }));
    happens(morag);
    await changes.look();
    matters(morag, 'una');
    await changes.look();
    expect([isla.heard, una.heard]).toEqual([['open'], ['open', [0]]]);
  });

  test('that names somebody twice hears of both places, and asks once', async () => {
    const { changes, open, matters, asked } = watching();
    const { heard } = await open(watched([morag, morag]));
    matters(morag);
    await changes.look();
    expect([heard, asked.decide.map(({ people }) => people)]).toEqual([['open', [0, 1]], [[morag], [morag]]]);
  });

  test('hears in half a minute of a change that no mark tells of', async () => {
    const { changes, open, decidesOtherwise, pass } = watching();
    const { heard } = await open(watched([morag]));
    decidesOtherwise(morag);
    pass(CHANGES.decideAgainMs - 1);
    await changes.look();
    expect(heard).toEqual(['open']);
    pass(1);
    await changes.look();
    expect(heard).toEqual(['open', [0]]);
  });

  test('that is closed hears no more, and is asked about no more', async () => {
    const { changes, open, matters, asked } = watching();
    const { heard, stop } = await open(watched([morag]));
    stop();
    matters(morag);
    await changes.look();
    expect([heard, asked.marks.length]).toEqual([['open'], 1]);
  });

  test.each(['UNAUTHENTICATED', 'FORBIDDEN'] as const)('is over at once when its caller is refused: %s', async (code) => {
    const { changes, open, happens, refusals } = watching();
    const { heard } = await open(watched([morag]));
    happens(morag);
    refusals.decide.push(new HouseError(code));
    await changes.look();
    expect(heard).toEqual(['open', 'over']);
  });

  test('is over when three decisions in a row fail, and loses nothing when fewer do', async () => {
    const { changes, open, matters, refusals } = watching();
    const { heard } = await open(watched([morag]));
    matters(morag);
    refusals.decide.push(OUT, OUT);
    for (let times = 0; times < 3; times++) await changes.look();
    expect(heard).toEqual(['open', [0]]);
    matters(morag);
    refusals.decide.push(OUT, OUT, OUT);
    for (let times = 0; times < 4; times++) await changes.look();
    expect(heard).toEqual(['open', [0], 'over']);
  });

  test('is over when the house cannot look three times in a row', async () => {
    const { changes, open, refusals } = watching();
    const { heard } = await open(watched([morag]));
    refusals.marks.push(OUT, OUT);
    for (let times = 0; times < 3; times++) await changes.look();
    refusals.marks.push(OUT, OUT);
    for (let times = 0; times < 2; times++) await changes.look();
    expect(heard).toEqual(['open']);
    refusals.marks.push(OUT);
    await changes.look();
    expect(heard).toEqual(['open', 'over']);
  });

  test('is over when the house closes', async () => {
    const { changes, open } = watching();
    const { heard } = await open(watched([morag]));
    changes.close();
    expect(heard).toEqual(['open', 'over']);
  });
});

test('whoever has too much open is refused, everybody together as well, and what was closed counts no more', async () => {
  const { open } = watching();
  const REFUSED = { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) };
  const { stop } = await open(watched([morag]));
  await open(watched([morag]));
  await expect(open(watched([morag]))).rejects.toMatchObject(REFUSED);
  await open(watched([morag], { caller: 'una' }));
  await expect(open(watched([morag], { caller: 'fiona' }))).rejects.toMatchObject(REFUSED);
  stop();
  await open(watched([morag], { caller: 'fiona' }));
});

test('whoever is refused or finds nobody to ask has nothing open', async () => {
  const { changes, open, refusals, asked } = watching();
  refusals.decide.push(new HouseError('UNAUTHENTICATED'));
  await expect(open(watched([morag]))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  refusals.marks.push(OUT);
  await expect(open(watched([morag]))).rejects.toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
  const before = asked.marks.length;
  await changes.look();
  expect(asked.marks).toHaveLength(before);
});

test('one look is not begun beside another', async () => {
  const { changes, open, asked } = watching();
  await open(watched([morag]));
  await Promise.all([changes.look(), changes.look()]);
  expect(asked.marks).toHaveLength(2);
});
