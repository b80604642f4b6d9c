import type { FC } from 'hono/jsx';
import type { Chrome } from '../layout/chrome.ts';
import { FORM_TOKEN } from '../protect/ownForms.ts';

/** Stands in every form: without it a form is not taken. */
export const FormToken: FC<{ readonly chrome: Pick<Chrome, 'formToken'> }> = ({ chrome }) => <input type="hidden" name={FORM_TOKEN} value={chrome.formToken} />;
