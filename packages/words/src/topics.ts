import { REGISTER, categoryNamed } from '@thegither/vocabulary';
import { categoryWords } from './words.ts';

/** A category as a person reads it. */
export interface Topic {
  readonly category: string;
  readonly plain: string;
  readonly easy: string;
  /** Is it asked about alone? */
  readonly ownAct: boolean;
}

/** Categories in the order of the register. One without words of its own keeps its name, so that it is seen and never taken for another. */
export function topicsOf(categories: readonly string[]): Topic[] {
  return REGISTER.filter(({ name }) => categories.includes(name)).map(({ name }) => {
    const { plain, easy } = categoryWords('en', name) ?? { plain: name, easy: '' };
    return { category: name, plain, easy, ownAct: categoryNamed(name)?.ownAct ?? true };
  });
}
