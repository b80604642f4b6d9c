import type { FieldError } from '@thegither/pages';
import { isDay } from '@thegither/vocabulary';
import { workspaceWords } from '@thegither/words';
import { eventTopicNamed, type EventTopic } from './events.ts';

/** What of a timeline is to be shown, as it stands in the address. */
export interface TimelineQuestion {
  /** One topic alone; undefined for all. */
  readonly topic: EventTopic | undefined;
  /** The first and the last day (YYYY-MM-DD); undefined for no bound. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** From 1 on. */
  readonly page: number;
  /** As it was typed, to be shown again. */
  readonly typed: { readonly topic: string; readonly from: string; readonly to: string };
  /** What of it cannot be taken: then nothing is asked. */
  readonly errors: readonly FieldError[];
}

/** Reads what was asked for. Nothing is put right in silence: a filter that is not understood would show more than was asked for. */
export function readQuestion(query: (name: string) => string | undefined): TimelineQuestion {
  const say = workspaceWords.timeline;
  const typed = { topic: query('topic')?.trim() ?? '', from: query('from')?.trim() ?? '', to: query('to')?.trim() ?? '' };
  const topic = eventTopicNamed(typed.topic), page = Number(query('page'));
  const errors: FieldError[] = [
    ...(typed.topic !== '' && topic === undefined ? [{ field: 'topic', text: say.noSuchTopic }] : []),
    ...(['from', 'to'] as const).flatMap((field) => (typed[field] === '' || isDay(typed[field]) ? [] : [{ field, text: say.noSuchDay }])),
  ];
  if (errors.length === 0 && typed.from !== '' && typed.to !== '' && typed.from > typed.to) errors.push({ field: 'to', text: say.endsBefore });
  return { topic, from: typed.from || undefined, to: typed.to || undefined, page: Number.isSafeInteger(page) && page > 0 ? page : 1, typed, errors };
}
