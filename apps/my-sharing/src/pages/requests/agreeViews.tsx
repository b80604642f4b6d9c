import { Act, ErrorSummary, FormToken, Layout, PageHeading, SummaryList, type Chrome } from '@thegither/pages';
import { pageWords, type Topic } from '@thegither/words';
import type { FC } from 'hono/jsx';
import type { Answers } from './answering.ts';
import type { AskedOf } from './presenter.ts';

/** What was said so far goes along in the form. */
const SaidSoFar: FC<{ readonly answers: Answers }> = ({ answers: { share, keep } }) => (
  <>
    {share.map((category) => <input type="hidden" name="share" value={category} />)}
    {keep.map((category) => <input type="hidden" name="keep" value={category} />)}
  </>
);

/** The topics that are asked about together. None is ticked. */
export const WhichTopicsView: FC<{ readonly page: AskedOf; readonly topics: readonly Topic[]; readonly chrome: Chrome }> = ({ page, topics, chrome }) => {
  const say = pageWords(chrome.language).mySharing.agree;
  return (
    <Layout title={say.which} chrome={chrome}>
      <div class="ds_layout__content">
        <form method="post" action={`/requests/${page.id}/questions`}>
          <FormToken chrome={chrome} />
          <input type="hidden" name="page" value="which" />
          <fieldset>
            <legend><PageHeading text={say.which} label={page.recipient} /></legend>
            <p class="ds_hint-text">{say.whichHint}</p>
            {topics.map(({ category, plain, easy }) => (
              <div class="ds_checkbox">
                <input class="ds_checkbox__input" id={category} type="checkbox" name="share" value={category} aria-describedby={`${category}-means`} />
                <label class="ds_checkbox__label" for={category}>{plain}</label>
                <p class="ds_hint-text" id={`${category}-means`}>{easy}</p>
              </div>
            ))}
          </fieldset>
          <button class="ds_button" type="submit">{say.next}</button>
        </form>
      </div>
    </Layout>
  );
};

/** One sensitive topic, alone on its page. */
export const OneTopicView: FC<{ readonly page: AskedOf; readonly topic: Topic; readonly answers: Answers; readonly missing: boolean; readonly chrome: Chrome }> = ({ page, topic, answers, missing, chrome }) => {
  const say = pageWords(chrome.language).mySharing.agree;
  return (
    <Layout title={say.one} chrome={chrome}>
      <div class="ds_layout__content">
        <ErrorSummary errors={missing ? [{ field: 'yes', text: say.chooseOne }] : []} language={chrome.language} />
        <form method="post" action={`/requests/${page.id}/questions`}>
          <FormToken chrome={chrome} />
          <SaidSoFar answers={answers} />
          <input type="hidden" name="one" value={topic.category} />
          <fieldset class={missing ? 'ds_question ds_question--error' : 'ds_question'} aria-describedby="sensitive">
            <legend><PageHeading text={topic.plain} label={say.one} /></legend>
            <p>{topic.easy}</p>
            <p class="ds_hint-text" id="sensitive">{say.sensitive}</p>
            {missing && <p class="ds_question__error-message">{say.chooseOne}</p>}
            {(['yes', 'no'] as const).map((answer) => (
              <div class="ds_radio">
                <input class="ds_radio__input" id={answer} type="radio" name="answer" value={answer} />
                <label class="ds_radio__label" for={answer}>{say[answer]}</label>
              </div>
            ))}
          </fieldset>
          <button class="ds_button" type="submit">{say.next}</button>
        </form>
      </div>
    </Layout>
  );
};

const Plainly: FC<{ readonly topics: readonly Topic[] }> = ({ topics }) => <ul class="ds_no-bullets">{topics.map((topic) => <li>{topic.plain}</li>)}</ul>;

/** Everything that was said, before it counts. */
export const CheckView: FC<{
  readonly page: AskedOf; readonly share: readonly Topic[]; readonly keep: readonly Topic[]; readonly answers: Answers; readonly chrome: Chrome; readonly newKey: () => string;
}> = ({ page, share, keep, answers, chrome, newKey }) => {
  const say = pageWords(chrome.language).mySharing.agree;
  return (
    <Layout title={say.check} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.check} /></div>
      <div class="ds_layout__content">
        <SummaryList lines={[
          { key: say.who, value: page.recipient },
          { key: say.why, value: page.why },
          ...(share.length > 0 ? [{ key: say.share, value: <Plainly topics={share} /> }] : []),
          ...(keep.length > 0 ? [{ key: say.keep, value: <Plainly topics={keep} /> }] : []),
          { key: say.until, value: say.untilText },
        ]} />
        {share.length === 0 ? <p>{say.nothing}</p> : (
          <>
            <p>{say.law}</p>
            <form method="post" action={`/requests/${page.id}/agree`}>
              <FormToken chrome={chrome} />
              <SaidSoFar answers={answers} />
              <input type="hidden" name="key" value={newKey()} />
              <button class="ds_button" type="submit">{say.agree}</button>
            </form>
          </>
        )}
        <Act chrome={chrome} action={`/requests/${page.id}/questions`} text={say.back} />
      </div>
    </Layout>
  );
};
