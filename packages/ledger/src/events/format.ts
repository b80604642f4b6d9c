import { FORMATS, type Format } from './event.ts';
import { refuseInput } from './refuseInput.ts';

/** How something was put before a person; undefined when it is not said. Throws INVALID_INPUT for any other word. */
export const readFormat = (text: string | null | undefined): Format | undefined =>
  (text === null || text === undefined ? undefined : FORMATS.find((format) => format === text) ?? refuseInput('It was shown on a screen, on paper, spoken or in easy read.'));
