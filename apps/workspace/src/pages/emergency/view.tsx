import { ErrorSummary, FormToken, Layout, PageHeading, SummaryList, type Chrome, type FieldError } from '@thegither/pages';
import { fill, topicsOf, workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import { ChoiceField } from '../../forms/ChoiceField.tsx';
import { topicGroups } from '../../forms/topicGroups.ts';
import { TopicTicks } from '../../forms/TopicTicks.tsx';
import { MOST_LETTERS } from '../../forms/oneLine.ts';
import { TextField } from '../../forms/TextField.tsx';
import { addressOf } from '../unknown/addressOf.ts';
import { GROUNDS, OPENABLE, type Wish } from './wish.ts';

/** What it takes, and what follows: said before anything is done. Nobody was asked anything to show it, so the other way is offered at every address. */
export const EmergencyView: FC<{ readonly wish: Wish; readonly errors: readonly FieldError[]; readonly chrome: Chrome }> = ({ wish, errors, chrome }) => {
  const say = workspaceWords.emergency, address = addressOf(chrome.path);
  const wrong = (field: string): string | undefined => errors.find((one) => one.field === field)?.text;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
      <div class="ds_layout__content">
        <ErrorSummary errors={errors} language={chrome.language} />
        <p>{say.before}</p>
        <ul><li>{say.told}</li><li>{say.reviewed}</li><li>{say.limit}</li></ul>
        {address !== undefined && <p>{say.askInstead} <a href={`${address}/ask`}>{say.askInsteadLink}</a></p>}
        <form method="post" action={chrome.path}>
          <FormToken chrome={chrome} />
          <TextField name="reason" text={say.why} hint={say.whyHint} value={wish.why} errors={errors} lines={4} most={MOST_LETTERS} />
          <ChoiceField kind="radio" name="ground" text={say.ground} options={GROUNDS.map((value) => ({ value, text: say.grounds[value] }))} chosen={wish.ground === undefined ? [] : [wish.ground]} errors={errors} />
          <TopicTicks name="topics" legend={say.topics} hint={say.topicsHint} groups={topicGroups(OPENABLE, wish.topics)} error={wrong('topics')} />
          <TextField name="minutes" text={say.minutes} hint={say.minutesHint} errors={errors} numeric most={2} value={wish.minutes} />
          <ChoiceField kind="radio" name="danger" text={say.danger} hint={say.dangerHint} options={[{ value: 'no', text: say.no }, { value: 'yes', text: say.yes }]} chosen={wish.danger === undefined ? [] : [wish.danger]} errors={errors} />
          <TextField name="dangerWhy" text={say.dangerWhy} value={wish.dangerWhy} errors={errors} lines={2} most={MOST_LETTERS} />
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
