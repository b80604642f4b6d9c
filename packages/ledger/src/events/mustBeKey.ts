import { refuseInput } from './refuseInput.ts';

const KEY = /^[\x21-\x7e][\x20-\x7e]{0,199}$/;

/** A sender's own key for a change. Throws INVALID_INPUT for anything but 1 to 200 printable characters. */
export const mustBeKey = (key: string): void => {
  if (!KEY.test(key)) refuseInput('A key is 1 to 200 printable characters.');
};
