import { words } from '@thegither/words';
import { createElement as h } from 'react';

const { categories, states, next } = words('en');
const own = (texts, key) => (Object.hasOwn(texts, key) ? texts[key] : undefined);

/** A topic by the name that people know it by. */
const topicOf = (category) => own(categories, category)?.plain ?? category;

/**
 * The state of every topic of the last answer, readable: person by person in the order in which they stand in it. An
 * answer says this beside its data, in `extensions.sharing`.
 */
export function SharingTable({ sharing }) {
  const people = [...new Set(sharing.map(({ person }) => person))];
  if (people.length === 0) return h('p', null, 'The state of every topic that you ask about stands here after an answer.');
  return h('div', { className: 'people' }, people.map((person, index) => h('table', { key: person },
    h('caption', null, people.length === 1 ? 'What this person shares with you' : `Person ${index + 1} of ${people.length}`),
    h('thead', null, h('tr', null, ['Topic', 'State', 'What to do'].map((title) => h('th', { key: title, scope: 'col' }, title)))),
    h('tbody', null, sharing.filter((entry) => entry.person === person).map((entry) => h('tr', { key: entry.category, className: entry.state },
      h('th', { scope: 'row' }, topicOf(entry.category)),
      h('td', null, own(states, entry.state) ?? entry.state),
      h('td', null, own(next, entry.next) ?? ''))))))); 
}
