import { dayOf, ErrorSummary, FormToken, Layout, PageHeading, SummaryList, type Chrome, type FieldError } from '@thegither/pages';
import { workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import type { RecordPage } from './presenter.ts';
import type { AgreementRecord, TypedRecord } from './readRecord.ts';

/** Everything that is to be recorded, before it counts, and what it opens. */
export const CheckRecordView: FC<{
  readonly page: RecordPage; readonly typed: TypedRecord; readonly record: AgreementRecord; readonly errors: readonly FieldError[]; readonly recordKey: string; readonly chrome: Chrome;
}> = ({ page, typed, record, errors, recordKey, chrome }) => {
  const say = workspaceWords.record;
  const { languages, witnesses }: { readonly languages: Readonly<Record<string, string>>; readonly witnesses: Readonly<Record<string, string>> } = say;
  const topics = page.topics.filter(({ value }) => record.categories.includes(value));
  return (
    <Layout title={say.check.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.check.heading} label={page.name} /></div>
      <div class="ds_layout__content">
        <ErrorSummary errors={errors} language={chrome.language} />
        <SummaryList lines={[
          { key: say.recipient, value: page.recipients.find(({ value }) => value === typed.recipient)?.text },
          { key: say.categories, value: <ul class="ds_no-bullets">{topics.map(({ text }) => <li>{text}</li>)}</ul> },
          { key: say.until, value: record.until === null ? say.check.untilNone : dayOf(record.until) },
          { key: say.channel, value: say.channels[record.channel] },
          { key: say.format, value: say.formats[record.format] },
          { key: say.language, value: languages[record.language] },
          { key: say.words, value: record.words },
          { key: say.witness, value: witnesses[typed.witness] },
        ]} />
        <p class="ds_inset-text">{say.check.opens}</p>
        <p>{say.check.stopped}</p>
        <form method="post" action={`/people/${page.id}/record`}>
          <FormToken chrome={chrome} />
          <input type="hidden" name="key" value={recordKey} />
          {Object.entries(typed).flatMap(([name, value]: [string, string | readonly string[]]) => (typeof value === 'string' ? [value] : value).map((one) => <input type="hidden" name={name} value={one} />))}
          <div class="app-acts">
            <button class="ds_button" id="send" type="submit" name="step" value="record">{say.check.send}</button>
            <button class="ds_button ds_button--secondary" type="submit" name="step" value="change">{say.check.change}</button>
          </div>
        </form>
      </div>
    </Layout>
  );
};
