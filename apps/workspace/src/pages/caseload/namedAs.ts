import { workspaceWords } from '@thegither/words';
import type { StateOf } from './statesIn.ts';

/** Somebody as a list has them. */
interface Somebody {
  readonly id: string;
  readonly name: { readonly knownAs: string | null } | null;
}

/** What a list calls somebody: nobody is left out because their name is not shared, or because the service that has it is down. */
export function namedAs({ id, name }: Somebody, stateOf: StateOf): string {
  if (name?.knownAs) return name.knownAs;
  return stateOf(id, 'NAME_AND_CONTACT') === 'UNAVAILABLE' ? workspaceWords.caseload.nameUnavailable : workspaceWords.chrome.nameNotShared;
}
