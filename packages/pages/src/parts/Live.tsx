import type { FC, PropsWithChildren } from 'hono/jsx';

/**
 * What is about somebody, and has to go when their sharing changes while the page is open: where JavaScript runs it is asked
 * for again at once (public/live.js), and closed when that fails; a form in it in which somebody typed stays. `people`: whom it is about, by the ids that the reader knows them by.
 */
export const Live: FC<PropsWithChildren<{ readonly people: readonly string[] }>> = ({ people, children }) => <div data-live={people.join(',')}>{children}</div>;
