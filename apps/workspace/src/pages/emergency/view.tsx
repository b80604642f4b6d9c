import { ErrorSummary, FormToken, Layout, PageHeading, SummaryList, type Chrome, type FieldError } from '@thegither/pages';
import { fill, topicsOf, workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import { Choices } from '../../forms/Choices.tsx';
import { topicGroups } from '../../forms/topicGroups.ts';
import { TopicTicks } from '../../forms/TopicTicks.tsx';
import { WordsQuestion } from '../../forms/WordsQuestion.tsx';
import { GROUNDS, OPENABLE, type Wish } from './wish.ts';

/** What it takes, and what follows: said before anything is done. Nobody was asked anything to show it. */
export const EmergencyView: FC<{ readonly wish: Wish; readonly errors: readonly FieldError[]; readonly chrome: Chrome }> = ({ wish, errors, chrome }) => {
  const say = workspaceWords.emergency;
  const wrong = (field: string): string | undefined => errors.find((one) => one.field === field)?.text;
  const minutesWrong = wrong('minutes');
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
      <div class="ds_layout__content">
        <ErrorSummary errors={errors} language={chrome.language} />
        <p>{say.before}</p>
        <ul><li>{say.told}</li><li>{say.reviewed}</li><li>{say.limit}</li></ul>
        <form method="post" action={chrome.path}>
          <FormToken chrome={chrome} />
          <WordsQuestion id="reason" label={say.why} hint={say.whyHint} value={wish.why} error={wrong('reason')} />
          <Choices name="ground" legend={say.ground} choices={GROUNDS.map((value) => ({ value, text: say.grounds[value] }))} chosen={wish.ground} error={wrong('ground')} />
          <TopicTicks name="topics" legend={say.topics} hint={say.topicsHint} groups={topicGroups(OPENABLE, wish.topics)} error={wrong('topics')} />
          <div class={minutesWrong === undefined ? 'ds_question' : 'ds_question ds_question--error'}>
            <label class="ds_label" for="minutes">{say.minutes}</label>
            <p class="ds_hint-text" id="minutes-means">{say.minutesHint}</p>
            {minutesWrong !== undefined && <p class="ds_question__error-message">{minutesWrong}</p>}
            <input class="ds_input ds_input--fixed-4" id="minutes" name="minutes" type="text" inputmode="numeric" maxlength={2} value={wish.minutes} aria-describedby="minutes-means" />
          </div>
          <Choices name="danger" legend={say.danger} hint={say.dangerHint} choices={[{ value: 'no', text: say.no }, { value: 'yes', text: say.yes }]} chosen={wish.danger} error={wrong('danger')} />
          <WordsQuestion id="dangerWhy" label={say.dangerWhy} value={wish.dangerWhy} error={wrong('dangerWhy')} rows={2} />
          <button class="ds_button" type="submit" name="step" value="check">{say.next}</button>
        </form>
      </div>
    </Layout>
  );
};

/** Everything that was said, before it counts. */
export const CheckEmergencyView: FC<{ readonly wish: Wish & { readonly ground: NonNullable<Wish['ground']> }; readonly wishKey: string; readonly chrome: Chrome }> = ({ wish, wishKey, chrome }) => {
  const say = workspaceWords.emergency, { why, ground, topics, minutes, danger, dangerWhy } = wish;
  return (
    <Layout title={say.check} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.check} label={say.heading} /></div>
      <div class="ds_layout__content">
        <SummaryList lines={[
          { key: say.why, value: why }, { key: say.ground, value: say.grounds[ground] },
          { key: say.topics, value: <ul class="ds_no-bullets">{topicsOf(topics).map(({ plain }) => <li>{plain}</li>)}</ul> },
          { key: say.minutes, value: fill(say.checkMinutes, { minutes }) },
          { key: say.checkTell, value: danger === 'yes' ? fill(say.tellLater, { why: dangerWhy }) : say.tellNow },
        ]} />
        <p>{say.told} {say.reviewed}</p>
        <form method="post" action={chrome.path}>
          <FormToken chrome={chrome} />
          <input type="hidden" name="key" value={wishKey} />
          {Object.entries({ reason: why, ground, minutes, danger: danger ?? '', dangerWhy }).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
          {topics.map((category) => <input type="hidden" name="topics" value={category} />)}
          <div class="app-acts">
            <button class="ds_button" type="submit" name="step" value="open">{say.open}</button>
            <button class="ds_button ds_button--secondary" type="submit" name="step" value="change">{say.change}</button>
          </div>
        </form>
      </div>
    </Layout>
  );
};
