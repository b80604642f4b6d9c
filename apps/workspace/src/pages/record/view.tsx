import { ErrorSummary, FormToken, Layout, PageHeading, type Chrome, type FieldError } from '@thegither/pages';
import { workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import { ChoiceField } from '../../forms/ChoiceField.tsx';
import { TextField } from '../../forms/TextField.tsx';
import type { RecordPage } from './presenter.ts';
import type { TypedRecord } from './readRecord.ts';

const say = workspaceWords.record;
const optionsOf = (texts: Readonly<Record<string, string>>): { readonly value: string; readonly text: string }[] => Object.entries(texts).map(([value, text]) => ({ value, text }));

/** What the person agreed to and how they said it. Nothing is chosen beforehand. */
export const RecordView: FC<{ readonly page: RecordPage; readonly typed: TypedRecord; readonly errors: readonly FieldError[]; readonly recordKey: string; readonly chrome: Chrome }> =
  ({ page, typed, errors, recordKey, chrome }) => (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} label={page.name} /></div>
      <div class="ds_layout__content">
        <ErrorSummary errors={errors} language={chrome.language} />
        <p>{say.text}</p>
        <p>{say.free}</p>
        <form method="post" action={`/people/${page.id}/record`}>
          <FormToken chrome={chrome} />
          <input type="hidden" name="key" value={recordKey} />
          <ChoiceField kind="radio" name="recipient" text={say.recipient} errors={errors} options={page.recipients} chosen={[typed.recipient]} />
          <ChoiceField kind="checkbox" name="categories" text={say.categories} hint={say.categoriesHint} errors={errors} options={page.topics} chosen={typed.categories} />
          <TextField name="until" text={say.until} hint={say.untilHint} errors={errors} type="date" value={typed.until} />
          <ChoiceField kind="radio" name="channel" text={say.channel} errors={errors} options={optionsOf(say.channels)} chosen={[typed.channel]} />
          <ChoiceField kind="radio" name="format" text={say.format} errors={errors} options={optionsOf(say.formats)} chosen={[typed.format]} />
          <ChoiceField kind="radio" name="language" text={say.language} errors={errors} options={optionsOf(say.languages)} chosen={[typed.language]} />
          <TextField name="words" text={say.words} hint={say.wordsHint} errors={errors} lines={4} most={500} value={typed.words} />
          <ChoiceField kind="radio" name="witness" text={say.witness} errors={errors} options={optionsOf(say.witnesses)} chosen={[typed.witness]} />
          <button class="ds_button" type="submit" name="step" value="check">{say.next}</button>
        </form>
        <p><a href={`/people/${page.id}`}>{say.back}</a></p>
      </div>
    </Layout>
  );
