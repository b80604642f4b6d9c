import { called } from '../called.ts';
import type { Persona } from '../persona.ts';
import { shares, supportedBy } from '../sharing.ts';
import { unrealSpine } from '../spine.ts';
import { wholeStory, type Story } from '../story/story.ts';
import { jeansEmployability } from './employability/jean.ts';

function storyOn(today: string): Story {
  return wholeStory(called('Jean', 'she', 'Jean Elizabeth Smart', [{ kind: 'PHONE', value: '01632 960107', note: null }],
    { meets: { ways: ['PHONE', 'IN_PERSON'] }, online: { device: 'COMPUTER', connection: 'HOME', confidence: 'QUITE' } }), {
    employability: jeansEmployability(today),
  });
}

/** Jean has no record in justice, health or housing: the twin against which "not shared" is compared. */
export const jean: Persona = {
  key: 'jean',
  name: 'Jean',
  spine: unrealSpine('jean'),
  sharing: (at) => ({
    assignments: [supportedBy('isla', at, 36)],
    grants: [shares('fife-works', at, 33, 'E1')],
    exclusions: [],
    stoppedAll: null,
  }),
  story: storyOn,
};
