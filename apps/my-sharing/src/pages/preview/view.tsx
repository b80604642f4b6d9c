import { Layout, PageHeading, type Chrome } from '@thegither/pages';
import { GRANTABLE_PURPOSES, type Purpose } from '@thegither/vocabulary';
import { fill, pageWords, words } from '@thegither/words';
import type { FC } from 'hono/jsx';
import type { Eyes, Looker, Seen } from './presenter.ts';

/** Whose eyes, and why they would look: then what they would see; and below, everybody who could look now. */
export const PreviewView: FC<{
  readonly eyes: readonly Eyes[]; readonly lookers: readonly Looker[]; readonly isWhole: boolean; readonly worker: Eyes | undefined; readonly purpose: Purpose; readonly seen: Seen | undefined; readonly chrome: Chrome;
}> = ({ eyes, lookers, isWhole, worker, purpose, seen, chrome }) => {
  const say = pageWords(chrome.language).mySharing.preview;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
      <div class="ds_layout__content">
        {eyes.length === 0 ? <p>{say.nobody}</p> : (
          <form method="get" action="/sharing/preview">
            <Select id="worker" label={say.who} chosen={worker?.id} of={eyes.map(({ id, name }) => [id, name])} />
            <Select id="purpose" label={say.why} chosen={purpose} of={GRANTABLE_PURPOSES.map((one) => [one, words('en').purposes[one].plain])} />
            <button class="ds_button" type="submit">{say.show}</button>
          </form>
        )}
        {worker !== undefined && <><h2>{fill(say.would, { name: worker.name })}</h2><p>{say.now}</p></>}
        {worker !== undefined && (seen === undefined ? <p>{say.unknown}</p> : <SeenBy seen={seen} chrome={chrome} />)}
        <h2>{say.could}</h2>
        <p>{lookers.length === 0 ? say.couldNobody : say.couldText}</p>
        {lookers.map(({ name, sentences }) => <section class="app-card"><h3>{name}</h3><ul>{sentences.map((sentence) => <li>{sentence}</li>)}</ul></section>)}
        {!isWhole && <p>{say.notWhole}</p>}
      </div>
    </Layout>
  );
};

const SeenBy: FC<{ readonly seen: Seen; readonly chrome: Chrome }> = ({ seen, chrome }) => {
  const say = pageWords(chrome.language).mySharing.preview;
  return (
    <>
      {!seen.isKnown && <p class="ds_inset-text">{say.notKnown}</p>}
      {seen.would.length === 0 ? <p>{say.nothing}</p> : <ul>{seen.would.map((line) => <li>{line}</li>)}</ul>}
      <h3>{say.wouldNot}</h3>
      <ul>{seen.wouldNot.map((line) => <li>{line}</li>)}</ul>
    </>
  );
};

const Select: FC<{ readonly id: string; readonly label: string; readonly chosen: string | undefined; readonly of: readonly (readonly [value: string, text: string])[] }> = ({ id, label, chosen, of }) => (
  <div class="ds_question">
    <label class="ds_label" for={id}>{label}</label>
    <div class="ds_select-wrapper">
      <select class="ds_select" id={id} name={id}>{of.map(([value, text]) => <option value={value} selected={value === chosen}>{text}</option>)}</select>
      <span class="ds_select-arrow" aria-hidden="true"></span>
    </div>
  </div>
);
