import type { SessionContext } from '@thegither/pages';
import { pageWords, type PageWords } from '@thegither/words';

/** What this app says to the reader of a request, in the words that they chose. */
export const sayTo = (c: SessionContext): PageWords['mySharing'] => pageWords(c.var.session.reading.easy ? 'easy' : 'en').mySharing;
