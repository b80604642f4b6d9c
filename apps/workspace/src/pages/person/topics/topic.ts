import type { WholePictureFragment } from '../../../generated/operations.ts';
import type { ItemList } from './item.ts';

/** A field of the picture. */
export type Field = Exclude<keyof WholePictureFragment, 'id' | 'asked'>;

/** How one category is shown: which fields it is told by, and what they say in words. */
export interface Topic {
  readonly category: string;
  /** An error below one of these leaves the topic unavailable. */
  readonly fields: readonly Field[];
  readonly present: (person: WholePictureFragment) => readonly ItemList[];
}
