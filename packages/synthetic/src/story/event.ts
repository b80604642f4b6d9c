import type { Held, Labelled } from './held.ts';

/** Something that happened, under one of a room's categories; `by` is the role that wrote it down, never a name. */
export interface EventStory<Category extends string> extends Held, Labelled {
  readonly category: Category;
  readonly on: string;
  readonly kind: string;
  readonly title: string;
  readonly by: string | null;
}
