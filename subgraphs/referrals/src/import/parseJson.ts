import { refuseFeed } from './refuseFeed.ts';

/** Reads JSON. Throws INVALID_INPUT for other text, with nothing of it. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuseFeed('A part of the feed is not JSON.');
  }
}
