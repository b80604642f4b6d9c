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
 * from; on paper there is none.
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
      {topic.lists.map((list) => <List list={list} holders={topic.hasHolders} />)}
      {topic.about.length > 0 && <p class="app-about">{topic.about.join(' ')}</p>}
    </section>
  );
};

/** Things of one kind under what they are. */
const List: FC<{ readonly list: ItemList; readonly holders: boolean }> = ({ list: { heading, items }, holders }) => (
  <>
    <h4>{heading}</h4>
    <Items items={items} holders={holders} />
  </>
);

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
