import type { FC } from 'hono/jsx';
import type { Chrome } from '../layout/chrome.ts';
import { FormToken } from './FormToken.tsx';

/** One button that does one thing, as a form of its own: it works without any script. */
export const Act: FC<{
  readonly chrome: Chrome;
  readonly action: string;
  readonly text: string;
  /** What a screen reader says after it, so that ten buttons of one page are told apart. */
  readonly about?: string | undefined;
  readonly fields?: Readonly<Record<string, string>>;
  readonly look?: 'main' | 'second' | undefined;
}> = ({ chrome, action, text, about, fields = {}, look = 'second' }) => (
  <form method="post" action={action} class="app-act">
    <FormToken chrome={chrome} />
    {Object.entries(fields).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
    <button class={look === 'main' ? 'ds_button' : 'ds_button ds_button--secondary'} type="submit">{text}{about !== undefined && <span class="visually-hidden"> {about}</span>}</button>
  </form>
);
