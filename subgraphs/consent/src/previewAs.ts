import { explanationOf, maskOf, NOTHING, overlaps } from '@thegither/consent';
import { DECISION_VERSION, type Ledger, type Preview as Found, type PreviewLine as FoundLine } from '@thegither/ledger';
import { openIn, type SubgraphContext } from '@thegither/subgraph';
import { whySees } from '@thegither/words';
import type { PersonPreviewAsArgs, Preview, PreviewLine } from './generated/graphql.ts';
import { oversees } from './oversees.ts';
import { whyPart } from './whyParts.ts';

const MY_SHARING = maskOf('MY_SHARING');

/**
 * What a worker would see of the person now. Null unless the decision opens MY_SHARING, which the rule of the house does for
 * the person and for whoever oversees alone: it tells what the person said no to. Throws INVALID_INPUT for a worker who does not exist.
 */
export async function previewAs(ledger: Ledger, person: string, { worker, purpose }: PersonPreviewAsArgs, context: SubgraphContext): Promise<Preview | null> {
  const access = context.decision.of(person);
  if (access === undefined || !overlaps(openIn(access), MY_SHARING)) return null;
  const preview = await ledger.readPreview(person, worker, purpose, !oversees(context));
  return { worker: preview.worker, agency: preview.agency, purpose, known: preview.known, lines: preview.lines.map((line) => lineIn(line, preview, oversees(context))) };
}

function lineIn({ category, state, reason, grants }: FoundLine, { worker, agency, account, purpose }: Found, explained: boolean): PreviewLine {
  const categories = maskOf(category), cited = grants.map(({ id }) => id);
  const sees = state === 'SHARED' || state === 'SHARED_OWN_ONLY';
  return {
    category, state, reason, grants: cited,
    why: whySees('en', { who: { worker, team: null, agency }, purpose, sees, part: whyPart({ reason, categories, grants }) }),
    explanation: explained ? explanationOf({ version: DECISION_VERSION, ...account, purpose, withheld: NOTHING, parts: [{ reason, categories, grants: cited }] }) : null,
  };
}
