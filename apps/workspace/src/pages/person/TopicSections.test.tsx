import { expect, test } from '@jest/globals';
import { html } from 'hono/html';
import type { SectionView } from './presenter.ts';
import { TopicSections } from './TopicSections.tsx';
import { listOf, itemOf } from './topics/item.ts';

const sectionsOf = (...counts: number[]): SectionView[] => [{
  name: 'support', heading: 'Support', topics: [{
    category: 'SUPPORT_RECEIVED', title: 'Support', state: 'SHARED', text: undefined, about: [], hasHolders: false, canAsk: false,
    lists: counts.map((count, list) => listOf(`List ${list}`, Array.from({ length: count }, (_, at) => at), (at) => itemOf(`Thing ${at}`))),
  }],
}];

const written = async (sections: readonly SectionView[], person?: string): Promise<string> =>
  (await html`${<TopicSections sections={sections} person={person} />}`).toString();
const things = (page: string): string[] => [...page.matchAll(/Thing \d+/g)].map(([thing]) => thing);

test.each([[1, 0], [5, 0], [6, 1], [12, 7]])('of a list of %d, %d are folded, and all of them are in the page', async (count, folded) => {
  const page = await written(sectionsOf(count), '1.a'), [shown = '', more] = page.split('<details');
  expect(things(page)).toHaveLength(count);
  expect([things(shown).length, things(more ?? '').length]).toEqual([count - folded, folded]);
  expect(more === undefined ? 0 : Number(/Show (\d+) more<span class="visually-hidden">, List 0</.exec(more)![1])).toBe(folded);
});

test('each list is folded by itself', async () => {
  expect((await written(sectionsOf(6, 5, 8), '1.a')).match(/Show \d+ more/g)).toEqual(['Show 1 more', 'Show 3 more']);
});

test('on paper nothing is folded', async () => {
  const paper = await written(sectionsOf(12));
  expect(paper).not.toMatch('<details');
  expect(things(paper)).toHaveLength(12);
});
