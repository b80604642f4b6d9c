import { pageWords } from '@thegither/words';
import { PageHeading } from '../parts/PageHeading.tsx';
import type { Chrome } from './chrome.ts';
import { Layout } from './Layout.tsx';

/** What went wrong, in words for whoever reads it. None of them says anything of anybody. */
export type Problem = 'REFUSED' | 'SIGN_IN_FAILED' | 'NOT_FOUND' | 'TRY_AGAIN';

/** A page instead of the one that was asked for. */
export function problemPage(chrome: Chrome, code: Problem) {
  const { heading, text, link } = pageWords(chrome.language).problems[code];
  return (
    <Layout title={heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={heading} /></div>
      <div class="ds_layout__content"><p>{text}</p><p><a href={code === 'SIGN_IN_FAILED' ? '/sign-in' : '/'}>{link}</a></p></div>
    </Layout>
  );
}
