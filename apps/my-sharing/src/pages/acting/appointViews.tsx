import { ErrorSummary, FormToken, Layout, PageHeading, SummaryList, type Chrome } from '@thegither/pages';
import { POWERS } from '@thegither/vocabulary';
import { fill, pageWords, topicsOf } from '@thegither/words';
import type { FC } from 'hono/jsx';
import { MONTHS, topicsAskedOn, type Appointment, type Question } from './appointing.ts';

/** What was said on other pages goes along in the form. */
const SaidSoFar: FC<{ readonly said: Appointment; readonly but?: Question | undefined }> = ({ said, but }) => {
  const here: readonly string[] = but === 'topics' || but === 'sensitive' ? topicsAskedOn(but) : [];
  return (
    <>
      {but !== 'code' && said.code !== '' && <input type="hidden" name="code" value={said.code} />}
      {but !== 'powers' && said.powers.map((power) => <input type="hidden" name="power" value={power} />)}
      {said.categories.filter((name) => !here.includes(name)).map((name) => <input type="hidden" name="category" value={name} />)}
      {but !== 'months' && said.months !== undefined && <input type="hidden" name="months" value={said.months} />}
      {said.answered.filter((page) => page !== but).map((page) => <input type="hidden" name="page" value={page} />)}
    </>
  );
};

/** One thing to tick or to choose. */
const Choice: FC<{ readonly type: 'checkbox' | 'radio'; readonly name: string; readonly value: string; readonly text: string; readonly easy?: string | undefined; readonly chosen: boolean }> = ({ type, name, value, text, easy, chosen }) => (
  <div class={`ds_${type}`}>
    <input class={`ds_${type}__input`} id={value} type={type} name={name} value={value} checked={chosen} aria-describedby={easy === undefined ? undefined : `${value}-means`} />
    <label class={`ds_${type}__label`} for={value}>{text}</label>
    {easy !== undefined && <p class="ds_hint-text" id={`${value}-means`}>{easy}</p>}
  </div>
);

/** Where the reader is led to that left a question out. */
const FIRST: Readonly<Record<Question, string>> = { code: 'code', powers: POWERS[0], topics: topicsAskedOn('topics')[0]!, sensitive: topicsAskedOn('sensitive')[0]!, months: String(MONTHS[0]) };

/** One question alone. `error`: what is wrong with the answer that was sent. */
export const QuestionView: FC<{ readonly question: Question; readonly said: Appointment; readonly error: string | undefined; readonly chrome: Chrome }> = ({ question, said, error, chrome }) => {
  const say = pageWords(chrome.language).mySharing.acting;
  const { heading, hint } = say.questions[question];
  return (
    <Layout title={say.appoint} chrome={chrome}>
      <div class="ds_layout__content">
        <ErrorSummary errors={error === undefined ? [] : [{ field: FIRST[question], text: error }]} language={chrome.language} />
        <form method="post" action="/acting/appoint">
          <FormToken chrome={chrome} />
          <SaidSoFar said={said} but={question} />
          <input type="hidden" name="page" value={question} />
          {question === 'code' ? (
            <div class={error === undefined ? 'ds_question' : 'ds_question ds_question--error'}>
              <PageHeading text={heading} label={say.appoint} />
              <label class="ds_label" for="code">{say.codeLabel}</label>
              <p class="ds_hint-text" id="code-means">{hint}</p>
              {error !== undefined && <p class="ds_question__error-message">{error}</p>}
              <textarea class="ds_input" id="code" name="code" rows={3} maxlength={1000} autocomplete="off" spellcheck={false} aria-describedby="code-means">{said.code}</textarea>
            </div>
          ) : (
            <fieldset class={error === undefined ? 'ds_question' : 'ds_question ds_question--error'}>
              <legend><PageHeading text={heading} label={say.appoint} /></legend>
              <p class="ds_hint-text">{hint}</p>
              {error !== undefined && <p class="ds_question__error-message">{error}</p>}
              {question === 'powers' && POWERS.map((power) => <Choice type="checkbox" name="power" value={power} text={say.powers[power]} chosen={said.powers.includes(power)} />)}
              {(question === 'topics' || question === 'sensitive') && topicsOf(topicsAskedOn(question)).map(({ category, plain, easy }) => (
                <Choice type="checkbox" name="category" value={category} text={plain} easy={easy} chosen={said.categories.includes(category)} />
              ))}
              {question === 'months' && MONTHS.map((months) => <Choice type="radio" name="months" value={String(months)} text={monthsIn(months, chrome)} chosen={months === said.months} />)}
            </fieldset>
          )}
          <button class="ds_button" type="submit">{say.next}</button>
        </form>
      </div>
    </Layout>
  );
};

function monthsIn(months: number, chrome: Chrome): string {
  const say = pageWords(chrome.language).mySharing.acting;
  return months === 1 ? say.oneMonth : fill(say.months, { months });
}

/** Everything that was said, before it counts. */
export const CheckView: FC<{ readonly said: Appointment; readonly until: string; readonly chrome: Chrome; readonly newKey: () => string }> = ({ said, until, chrome, newKey }) => {
  const say = pageWords(chrome.language).mySharing.acting;
  return (
    <Layout title={say.check} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.check} /></div>
      <div class="ds_layout__content">
        <SummaryList lines={[
          { key: say.who, value: say.whoText },
          { key: say.may, value: <ul class="ds_no-bullets">{said.powers.map((power) => <li>{say.powers[power]}</li>)}</ul> },
          { key: say.about, value: <ul class="ds_no-bullets">{topicsOf(said.categories).map(({ plain }) => <li>{plain}</li>)}</ul> },
          { key: say.until, value: until },
        ]} />
        <p>{say.checkText}</p>
        <form method="post" action="/acting/appointed">
          <FormToken chrome={chrome} />
          <SaidSoFar said={said} />
          <input type="hidden" name="key" value={newKey()} />
          <button class="ds_button" type="submit">{say.appointNow}</button>
        </form>
        <p><a href="/acting/appoint">{say.again}</a></p>
      </div>
    </Layout>
  );
};
