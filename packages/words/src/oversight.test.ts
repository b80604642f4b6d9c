import { expect, test } from '@jest/globals';
import { whyChallenged, whyHeldBack, type Challenged, type Who } from './index.ts';

const ISLA: Who = { worker: 'Isla', team: null, agency: 'Fife Works' };
const challenged = (change: Partial<Challenged> = {}): string => whyChallenged('en', { who: ISLA, lookedOn: '1 March 2026', askedOn: '3 March 2026', outcome: null, answeredOn: null, ...change });
const ASKED = 'On 3 March 2026 you asked about a look by Isla of Fife Works on 1 March 2026; ';

test.each<[string, string, string]>([
  ['a challenge that waits', challenged(), `${ASKED}somebody is looking into it.`],
  ['one that was answered: as it should be', challenged({ outcome: 'EXPECTED', answeredOn: '9 March 2026' }), `${ASKED}on 9 March 2026 you were told that it was as it should be.`],
  ['a mistake', challenged({ outcome: 'MISTAKE', answeredOn: '9 March 2026' }), `${ASKED}on 9 March 2026 you were told that it was a mistake.`],
  ['misuse', challenged({ outcome: 'MISUSE', answeredOn: '9 March 2026' }), `${ASKED}on 9 March 2026 you were told that it should never have happened.`],
  ['a look of the person\'s own account', challenged({ who: { worker: null, team: null, agency: null } }), 'On 3 March 2026 you asked about a look of your own account on 1 March 2026; somebody is looking into it.'],
  ['somebody else who would have been told about', whyHeldBack('en', { until: '3 March 2026', ground: 'THIRD_PARTY', isOver: true }), 'This look was held back from you until 3 March 2026, because showing it sooner would have told about somebody else.'],
  ['the law', whyHeldBack('en', { until: '3 March 2026', ground: 'COVERT_STATUTORY', isOver: true }), 'This look was held back from you until 3 March 2026, because the law had it kept from you until then.'],
  ['an opening of which they were told later', whyHeldBack('en', { until: '3 March 2026', ground: 'DELAYED_NOTICE', isOver: true }), 'This look was held back from you until 3 March 2026, because telling you at once could have put somebody in danger.'],
  ['what is held back still, to whoever checks', whyHeldBack('en', { until: '3 March 2026', ground: 'THIRD_PARTY', isOver: false }), 'This look is held back from the person until 3 March 2026.'],
])('a sentence tells %s', (_, sentence, expected) => {
  expect(sentence).toBe(expected);
});
