import { ErrorSummary, FormToken, Layout, PageHeading, type Chrome, type FieldError } from '@thegither/pages';
import { categoryWords, fill, workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import { ChoiceField } from '../../forms/ChoiceField.tsx';
import { TextField } from '../../forms/TextField.tsx';
import type { NotePage } from './presenter.ts';
import { ALWAYS, type TypedNote } from './readNote.ts';

/** The whole note on one page, to be written in twenty seconds. */
export const NoteView: FC<{
  readonly page: NotePage; readonly typed: TypedNote; readonly errors: readonly FieldError[]; readonly today: string; readonly noteKey: string; readonly chrome: Chrome;
}> = ({ page, typed, errors, today, noteKey, chrome }) => {
  const say = workspaceWords.note, whose = `/people/${page.id}`;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} label={page.name} /></div>
      <div class="ds_layout__content">
        <ErrorSummary errors={errors} language={chrome.language} />
        {!page.isOpen ? (
          <>
            <p>{fill(say.closed, { topic: categoryWords('en', ALWAYS)!.plain })}</p>
            <p><a href={`${whose}/ask`}>{say.ask}</a></p>
            {typed.agreed !== '' && <><h2>{say.yours}</h2><p class="app-typed">{typed.agreed}</p>{typed.nextStep !== '' && <p class="app-typed">{typed.nextStep}</p>}</>}
          </>
        ) : (
          <form method="post" action={`${whose}/note`}>
            <FormToken chrome={chrome} />
            <input type="hidden" name="key" value={noteKey} />
            <p>{say.read}</p>
            <ChoiceField kind="radio" name="mode" text={say.mode} errors={errors} options={Object.entries(say.modes).map(([value, text]) => ({ value, text }))} chosen={[typed.mode]} />
            <TextField name="on" text={say.on} errors={errors} type="date" latest={today} value={typed.on} />
            <TextField name="agreed" text={say.agreed} errors={errors} lines={4} most={2000} value={typed.agreed} />
            <TextField name="nextStep" text={say.nextStep} errors={errors} most={500} value={typed.nextStep} />
            <TextField name="nextOn" text={say.nextOn} errors={errors} type="date" value={typed.nextOn} />
            <ChoiceField kind="checkbox" name="labels" text={say.labels} hint={say.labelsHint} errors={errors} options={page.topics} chosen={typed.labels} />
            <button class="ds_button" type="submit">{say.save}</button>
          </form>
        )}
        <p><a href={whose}>{say.back}</a></p>
      </div>
    </Layout>
  );
};
