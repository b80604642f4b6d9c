import type { EmployabilityEventStory, ReadinessStory, SupportActivityStory } from '../../story/employability.ts';

/** The provider that wrote all of it down. */
export const controller = 'fife-pathways' as const;

/** A record of the provider whose words tell nothing beyond its own category. */
export const provider = { controller, labels: [] } as const;

/** The checklist of what work needs, as it stood on a day. */
export const readinessOn = (checkedOn: string, states: Readonly<Partial<Record<ReadinessStory['kind'], ReadinessStory['state']>>>): ReadinessStory[] =>
  (['IDENTIFICATION', 'BANK_ACCOUNT', 'PHONE', 'EMAIL', 'CV'] as const).flatMap((kind) => {
    const state = states[kind];
    return state ? [{ controller, kind, state, checkedOn }] : [];
  });

/** The same activity once a week, so many times, ending on the day that `on` gives for `lastDaysAgo`. */
export const everyWeek = (on: (days: number) => string, lastDaysAgo: number, times: number, what: Pick<SupportActivityStory, 'code' | 'minutes' | 'mode'>): SupportActivityStory[] =>
  Array.from({ length: times }, (_, week) => ({ controller, ...what, on: on(-lastDaysAgo - 7 * week) }));

type Event = Pick<EmployabilityEventStory, 'category' | 'on' | 'kind' | 'title'> & Partial<EmployabilityEventStory>;

/** Something that happened, as the person's key worker at the provider wrote it down. */
export const event = (told: Event): EmployabilityEventStory => ({ ...provider, by: 'Key worker', ...told });
