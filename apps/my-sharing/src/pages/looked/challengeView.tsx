import { FormToken, Layout, PageHeading, type Chrome } from '@thegither/pages';
import { pageWords } from '@thegither/words';
import type { FC } from 'hono/jsx';

/** What the person does not recognise, in their words or in none. */
export const ChallengeView: FC<{ readonly look: string; readonly words: string; readonly chrome: Chrome; readonly newKey: () => string }> = ({ look, words, chrome, newKey }) => {
  const say = pageWords(chrome.language).mySharing.looked;
  return (
    <Layout title={say.challenge} chrome={chrome}>
      <div class="ds_layout__content">
        <form method="post" action={`/looked/${look}/challenge`}>
          <FormToken chrome={chrome} />
          <input type="hidden" name="key" value={newKey()} />
          <PageHeading text={say.challengeHeading} label={say.challenge} />
          <p class="ds_hint-text" id="words-means">{say.challengeHint}</p>
          <label class="visually-hidden" for="words">{say.challengeHeading}</label>
          <textarea class="ds_input" id="words" name="words" rows={4} maxlength={500} aria-describedby="words-means">{words}</textarea>
          <button class="ds_button" type="submit">{say.send}</button>
        </form>
      </div>
    </Layout>
  );
};
