import { html, type App } from '@thegither/pages';
import { UnknownView } from './view.tsx';

/** What every page of the workspace shows instead of itself of somebody whom the reader does not know, whatever the cause. */
export const unknownPage: NonNullable<App['unknown']> = (c, chrome) => html(c, <UnknownView chrome={chrome} />, 404);
