import { Act, ErrorSummary, FormToken, Layout, Live, PageHeading, SummaryList, type Chrome, type FieldError } from '@thegither/pages';
import { fill, topicsOf, words, workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import { ChoiceField } from '../../forms/ChoiceField.tsx';
import { TopicTicks } from '../../forms/TopicTicks.tsx';
import { MOST_LETTERS } from '../../forms/oneLine.ts';
import { TextField } from '../../forms/TextField.tsx';
import type { AskPage, AskedOf } from './presenter.ts';
import { ASKING_PURPOSES, type Wish } from './wish.ts';

interface Shown {
  readonly page: AskPage;
  readonly wish: Wish;
  readonly chrome: Chrome;
}

/** What to ask for, for whom and why; then what was asked already, and how that stands. */
export const AskView: FC<Shown & { readonly errors: readonly FieldError[]; readonly newKey: () => string }> = ({ page, wish, errors, chrome, newKey }) => {
  const say = workspaceWords.ask;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} label={page.name} /></div>
      <div class="ds_layout__content">
        <ErrorSummary errors={errors} language={chrome.language} />
        <p>{say.free}</p>
        <form method="get" action={`/people/${page.id}/ask`} class="app-why">
          <label for="purpose">{say.purpose}</label>
          <select class="ds_input" id="purpose" name="purpose">{ASKING_PURPOSES.map((one) => <option value={one} selected={one === wish.purpose}>{words('en').purposes[one].plain}</option>)}</select>
          <button class="ds_button ds_button--small ds_button--secondary" type="submit">{say.show}</button>
        </form>
        <Questions page={page} wish={wish} errors={errors} chrome={chrome} />
        <h2>{say.asked}</h2>
        <Live people={[page.id]}>
          {page.asked.length === 0 && <p>{say.askedNone}</p>}
          {page.asked.map((one) => <Asked one={one} page={page} chrome={chrome} newKey={newKey} />)}
        </Live>
      </div>
    </Layout>
  );
};

const Questions: FC<Shown & { readonly errors: readonly FieldError[] }> = ({ page, wish, errors, chrome }) => {
  const say = workspaceWords.ask;
  const wrong = (field: string): string | undefined => errors.find((one) => one.field === field)?.text;
  if (page.waits) return <p class="ds_inset-text">{say.waits}</p>;
  if (page.offered.length === 0) return <p class="ds_inset-text">{say.noTopics}</p>;
  return (
    <form method="post" action={`/people/${page.id}/ask`}>
      <FormToken chrome={chrome} />
      <input type="hidden" name="purpose" value={wish.purpose} />
      <TopicTicks name="topics" legend={say.topics} hint={say.topicsHint} groups={page.groups} error={wrong('topics')} />
      <ChoiceField kind="radio" name="recipient" text={say.recipient} options={page.recipients} chosen={wish.recipient === undefined ? [] : [wish.recipient]} errors={errors} />
      <TextField name="reason" text={say.why} hint={say.whyHint} value={wish.why} errors={errors} lines={4} most={MOST_LETTERS} />
      <button class="ds_button" type="submit" name="step" value="check">{say.next}</button>
    </form>
  );
};

const Topics: FC<{ readonly of: readonly string[] }> = ({ of }) => <ul class="ds_no-bullets">{of.map((plain) => <li>{plain}</li>)}</ul>;

const Asked: FC<{ readonly one: AskedOf; readonly page: AskPage; readonly chrome: Chrome; readonly newKey: () => string }> = ({ one, page, chrome, newKey }) => {
  const say = workspaceWords.ask;
  return (
    <section class="app-card">
      <h3>{one.heading}</h3>
      <SummaryList lines={[
        { key: say.lines.state, value: one.state }, { key: say.lines.what, value: <Topics of={one.what} /> }, { key: say.lines.why, value: one.why },
        ...(one.agreed.length > 0 ? [{ key: say.lines.agreed, value: <Topics of={one.agreed} /> }] : []),
      ]} />
      {one.canTakeBack && <Act chrome={chrome} action={`/people/${page.id}/ask/take-back`} text={say.takeBack} about={fill(say.takeBackAbout, { day: one.day })} fields={{ request: one.id, key: newKey() }} />}
    </section>
  );
};

/** Everything that the person is to be asked, before it is sent. */
export const CheckAskView: FC<Shown & { readonly wishKey: string }> = ({ page, wish, wishKey, chrome }) => {
  const say = workspaceWords.ask, { purpose, recipient, why, topics } = wish;
  return (
    <Layout title={say.check} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.check} label={page.name} /></div>
      <div class="ds_layout__content">
        <SummaryList lines={[
          { key: say.topics, value: <Topics of={topicsOf(topics).map(({ plain }) => plain)} /> }, { key: say.purpose, value: words('en').purposes[purpose].plain },
          { key: say.recipient, value: page.recipients.find(({ value }) => value === recipient)?.text ?? '' }, { key: say.why, value: why },
        ]} />
        <form method="post" action={`/people/${page.id}/ask`}>
          <FormToken chrome={chrome} />
          <input type="hidden" name="key" value={wishKey} />
          {Object.entries({ purpose, recipient: recipient ?? '', reason: why }).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
          {topics.map((category) => <input type="hidden" name="topics" value={category} />)}
          <div class="app-acts">
            <button class="ds_button" type="submit" name="step" value="send">{say.send}</button>
            <button class="ds_button ds_button--secondary" type="submit" name="step" value="change">{say.change}</button>
          </div>
        </form>
      </div>
    </Layout>
  );
};
