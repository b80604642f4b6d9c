import { ErrorSummary, Layout, Live, PageHeading, type Chrome } from '@thegither/pages';
import { topicsOf, workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import { EVENT_TOPICS } from './events.ts';
import type { Line, TimelinePage } from './presenter.ts';
import type { TimelineQuestion } from './question.ts';

const pathOf = (id: string): string => `/people/${encodeURIComponent(id)}`;

/** Everything that happened, newest first, and what of it is not here. */
export const TimelineView: FC<{ readonly page: TimelinePage; readonly question: TimelineQuestion; readonly chrome: Chrome }> = ({ page, question, chrome }) => {
  const say = workspaceWords.timeline;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header">
        <Live people={[page.id]}><PageHeading text={say.heading} label={page.name} /></Live>
        <p><a href={pathOf(page.id)}>{say.back}</a></p>
      </div>
      <div class="ds_layout__content app-wide">
        <Filters id={page.id} topics={page.topics} question={question} />
        <Live people={[page.id]}>
          {page.lines.length === 0 ? <p>{say.none}</p> : <Lines lines={page.lines} />}
          <Pages page={page} />
          {page.notes.length > 0 && (
            <>
              <h2>{say.notHere}</h2>
              <ul>{page.notes.map(({ topic, text }) => <li><strong>{topic}.</strong> {text}</li>)}</ul>
            </>
          )}
        </Live>
      </div>
    </Layout>
  );
};

/** What was asked for cannot be: nobody was asked about anybody. */
export const WrongQuestionView: FC<{ readonly id: string; readonly question: TimelineQuestion; readonly chrome: Chrome }> = ({ id, question, chrome }) => {
  const say = workspaceWords.timeline;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header">
        <PageHeading text={say.heading} />
        <p><a href={pathOf(id)}>{say.back}</a></p>
      </div>
      <div class="ds_layout__content">
        <ErrorSummary errors={question.errors} language={chrome.language} />
        <Filters id={id} topics={topicsOf(EVENT_TOPICS).map(({ category, plain }) => ({ value: category, text: plain }))} question={question} />
      </div>
    </Layout>
  );
};

const Filters: FC<{ readonly id: string; readonly topics: readonly { readonly value: string; readonly text: string }[]; readonly question: TimelineQuestion }> = ({ id, topics, question: { typed, errors } }) => {
  const say = workspaceWords.timeline;
  return (
    <form method="get" action={`${pathOf(id)}/timeline`} class="app-period">
      <div>
        <label class="ds_label" for="topic">{say.topic}</label>
        <select class="ds_input" id="topic" name="topic">
          <option value="">{say.everyTopic}</option>
          {topics.map(({ value, text }) => <option value={value} selected={value === typed.topic}>{text}</option>)}
        </select>
      </div>
      {(['from', 'to'] as const).map((field) => {
        const wrong = errors.find((error) => error.field === field)?.text;
        return (
          <div>
            <label class="ds_label" for={field}>{say[field]}</label>
            {wrong !== undefined && <p class="ds_question__error-message" id={`${field}-wrong`}>{wrong}</p>}
            <input class={wrong === undefined ? 'ds_input' : 'ds_input ds_input--error'} type="date" id={field} name={field} value={typed[field]} aria-describedby={wrong === undefined ? undefined : `${field}-wrong`} />
          </div>
        );
      })}
      <button class="ds_button ds_button--small" type="submit">{say.show}</button>
      <p><a href={`${pathOf(id)}/timeline`}>{say.showAll}</a></p>
    </form>
  );
};

const Lines: FC<{ readonly lines: readonly Line[] }> = ({ lines }) => {
  const say = workspaceWords.timeline;
  return (
    <div class="app-scroll" tabindex={0} role="region" aria-label={say.caption}>
      <table class="ds_table">
        <caption class="visually-hidden">{say.caption}</caption>
        <thead><tr>{[say.columns.day, say.columns.what, say.columns.by, say.columns.source, say.columns.topic].map((text) => <th scope="col">{text}</th>)}</tr></thead>
        <tbody>{lines.map(({ day, what, by, source, topic }) => <tr><td class="app-day">{day}</td><th scope="row">{what}</th><td>{by}</td><td>{source}</td><td>{topic}</td></tr>)}</tbody>
      </table>
    </div>
  );
};

const Pages: FC<{ readonly page: TimelinePage }> = ({ page: { place, newer, older } }) => {
  const say = workspaceWords.timeline;
  if (place === undefined) return null;
  return (
    <nav class="app-pages" aria-label={say.pages}>
      <p>{place}</p>
      {newer !== undefined && <p><a href={newer}>{say.newer}</a></p>}
      {older !== undefined && <p><a href={older}>{say.older}</a></p>}
    </nav>
  );
};
