import { Layout, PageHeading, type Chrome } from '@thegither/pages';
import { workspaceWords } from '@thegither/words';
import type { FC } from 'hono/jsx';
import { addressOf } from './addressOf.ts';

/** One page for whoever is unknown, unassigned, keeps the reader out, or is nobody: but for the address that was asked for, always the same letters. */
export const UnknownView: FC<{ readonly chrome: Chrome }> = ({ chrome }) => {
  const say = workspaceWords.unknown;
  const address = addressOf(chrome.path);
  return (
    <Layout title={say.heading} chrome={chrome}>
      <div class="ds_layout__header"><PageHeading text={say.heading} /></div>
      <div class="ds_layout__content">
        <p>{say.text}</p>
        {address !== undefined && (
          <>
            <h2>{say.ask}</h2>
            <p>{say.askText}</p>
            <a class="ds_button" href={`${address}/support`}>{say.askLink}</a>
            <h2>{say.emergency}</h2>
            <p>{say.emergencyText}</p>
            <p><a href={`${address}/emergency`}>{say.emergencyLink}</a></p>
          </>
        )}
      </div>
    </Layout>
  );
};
