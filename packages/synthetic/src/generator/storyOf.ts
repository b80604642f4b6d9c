import { dayAfter } from '../calendar.ts';
import { wholeStory, type Story } from '../story/story.ts';
import type { Life } from './life.ts';
import type { Random } from './random.ts';
import { careersStory } from './rooms/careers.ts';
import type { Which } from './rooms/draw.ts';
import { employabilityStory } from './rooms/employability.ts';
import { healthAndWorkStory } from './rooms/healthAndWork.ts';
import { housingStory } from './rooms/housing.ts';
import { justiceStory } from './rooms/justice.ts';
import { peopleStory } from './rooms/people.ts';
import { referralsStory } from './rooms/referrals.ts';

/** Days by their distance from one day. A story names a hundred, and a hundred thousand stories name the same few thousand. */
interface Calendar { readonly today: string; readonly days: Map<number, string> }
let calendar: Calendar = { today: '', days: new Map() };

function daysFrom(today: string): (days: number) => string {
  if (calendar.today !== today) calendar = { today, days: new Map() };
  const { days: known } = calendar;
  return (days) => {
    const day = known.get(days) ?? dayAfter(today, days);
    known.set(days, day);
    return day;
  };
}

/** What every room holds of a life on a day (YYYY-MM-DD). Each room draws from numbers of its own: what is added to one changes no other. */
export function storyOf(which: Which, life: Life, random: Random, today: string): Story {
  const on = daysFrom(today);
  const drawn = (room: keyof Story) => ({ ...which, life, random: random.split(room), on });
  return wholeStory(peopleStory(drawn('people')), {
    employability: employabilityStory(drawn('employability')),
    healthAndWork: healthAndWorkStory(drawn('healthAndWork')),
    justice: justiceStory(drawn('justice')),
    housing: housingStory(drawn('housing')),
    careers: careersStory(drawn('careers')),
    referrals: referralsStory(drawn('referrals')),
  });
}
