import { fill, type PageWords } from '@thegither/words';

/** What a recipient is called, as the gateway says it. */
export interface Called {
  readonly name?: string | null;
  readonly within?: string | null;
}

/** Who that is, in words: "Isla Munro, Fife Works". */
export function nameOf({ name, within }: Called, say: PageWords['mySharing']['sharing']): string {
  if (!name) return say.somebody;
  return within ? fill(say.within, { name, agency: within }) : name;
}

/** A recipient as it is sent: under the one of the three names that it has. */
export const recipientIn = ({ agency, team, worker }: { readonly agency?: string | null; readonly team?: string | null; readonly worker?: string | null }) =>
  (agency ? { agency } : team ? { team } : { worker });
