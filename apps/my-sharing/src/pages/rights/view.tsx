import { Layout, PageHeading, type Chrome } from '@thegither/pages';
import { pageWords } from '@thegither/words';
import type { FC } from 'hono/jsx';

/** Each right in a few words, with the page on which it is one step. */
const RIGHTS = [
  ['see', '/my-data'], ['looked', '/looked'], ['correct', undefined], ['stop', '/sharing'], ['object', undefined], ['keeps', undefined], ['complain', '/feedback'], ['commissioner', undefined],
] as const;

/** What the person has a right to, and what stays with the services because the law says so. */
export const RightsView: FC<{ readonly chrome: Chrome }> = ({ chrome }) => {
  const say = pageWords(chrome.language).mySharing.rights;
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
      <div class="ds_layout__content">
        <p>{say.intro}</p>
        {RIGHTS.map(([name, href]) => {
          const { heading, text, link } = say.of[name];
          return <section><h2>{heading}</h2><p>{text}</p>{href !== undefined && <p><a href={href}>{link}</a></p>}</section>;
        })}
      </div>
    </Layout>
  );
};
