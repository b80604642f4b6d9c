import { fill, workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import type { SectionView } from './presenter.ts';
import type { TopicState, TopicView } from './presentTopic.ts';
import type { Fact, Item, ItemList } from './topics/item.ts';

const say = workspaceWords.person;

/** What a tag looks like: it says the same in words. */
const LOOKS: Readonly<Record<TopicState, string>> = { SHARED: 'ds_tag--green', OWN: 'ds_tag--green', NOTHING: 'ds_tag--green', NOT_SHARED: 'ds_tag--grey', CLOSED: 'ds_tag--grey', UNAVAILABLE: 'ds_tag--orange', WAITING: 'ds_tag--yellow' };

/**
 * Every domain with its topics, each with its state. What is said of a topic that is not shared comes from the topic alone,
 * never from the person: it is the same letters whether there is a record or not. `person`: whose page to ask and try again
 * from; on paper there is none, and nothing is folded.
 */
export const TopicSections: FC<{ readonly sections: readonly SectionView[]; readonly person?: string | undefined }> = ({ sections, person }) => (
  <>
    {sections.map(({ name, heading, topics }) => (
      <section aria-labelledby={`section-${name}`} class="app-domain">
        <h2 id={`section-${name}`}>{heading}</h2>
        {topics.map((topic) => <TopicSection topic={topic} person={person} />)}
      </section>
    ))}
  </>
);

const TopicSection: FC<{ readonly topic: TopicView; readonly person: string | undefined }> = ({ topic, person }) => {
  const about = <span class="visually-hidden"> {fill(say.about, { topic: topic.title })}</span>;
  return (
    <section id={topic.category} aria-labelledby={`${topic.category}-title`} class="app-topic">
      <h3 id={`${topic.category}-title`}>{topic.title}</h3>
      <p><span class={`ds_tag ${LOOKS[topic.state]}`}>{say.states[topic.state]}</span></p>
      {topic.text !== undefined && <p>{topic.text}</p>}
      {person !== undefined && topic.canAsk && <p class="app-act"><a href={`/people/${person}/ask?category=${topic.category}`}>{say.ask}{about}</a></p>}
      {person !== undefined && topic.state === 'UNAVAILABLE' && <p class="app-act"><a href={`/people/${person}`}>{say.again}{about}</a></p>}
      {topic.lists.map((list) => <List list={list} holders={topic.hasHolders} isFolded={person !== undefined} />)}
      {topic.about.length > 0 && <p class="app-about">{topic.about.join(' ')}</p>}
    </section>
  );
};

/** So many of one kind stand on the screen; the rest is a click away. */
const ON_SCREEN = 5;

/** Things of one kind under what they are. A long list is folded: what is folded is in the page, and paper has all of it. */
const List: FC<{ readonly list: ItemList; readonly holders: boolean; readonly isFolded: boolean }> = ({ list: { heading, items }, holders, isFolded }) => {
  const first = isFolded ? items.slice(0, ON_SCREEN) : items, rest = items.slice(first.length);
  return (
    <>
      <h4>{heading}</h4>
      <Items items={first} holders={holders} />
      {rest.length > 0 && (
        <details class="ds_details app-more">
          <summary class="ds_details__summary">{fill(say.more, { count: String(rest.length) })}<span class="visually-hidden">, {heading}</span></summary>
          <div class="ds_details__text"><Items items={rest} holders={holders} /></div>
        </details>
      )}
    </>
  );
};

const Items: FC<{ readonly items: readonly Item[]; readonly holders: boolean }> = ({ items, holders }) => (
  <ul class="app-items">
    {items.map((item) => (
      <li>
        {item.title !== undefined && <span class="app-item">{item.title}</span>}
        <Facts facts={holders && item.holder !== undefined ? [...item.facts, { label: say.keptBy, value: item.holder }] : item.facts} />
        {item.inside.map((list) => <><p class="app-inside">{list.heading}</p><Items items={list.items} holders={false} /></>)}
      </li>
    ))}
  </ul>
);

const Facts: FC<{ readonly facts: readonly Fact[] }> = ({ facts }) => (facts.length === 0 ? null : (
  <dl class="app-facts">{facts.map(({ label, value }) => <div><dt>{label}:</dt>{' '}<dd>{value}</dd></div>)}</dl>
));
