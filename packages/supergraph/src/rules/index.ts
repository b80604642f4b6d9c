import type { Rule } from '../rule.ts';
import { mapped } from './01-mapped.ts';
import { carried } from './02-carried.ts';
import { objects } from './03-objects.ts';
import { pulling } from './04-pulling.ts';
import { requires } from './05-requires.ts';
import { nulls } from './06-nulls.ts';
import { onePerson } from './07-one-person.ts';
import { telling } from './08-telling.ts';
import { doors } from './09-doors.ts';
import { owners } from './10-owners.ts';
import { lists } from './11-lists.ts';
import { personIds } from './12-person-ids.ts';
import { described } from './13-described.ts';

/** Every rule by which schemas may be published together, in the order of the design. */
export const RULES: readonly Rule[] = Object.freeze([mapped, carried, objects, pulling, requires, nulls, onePerson, telling, doors, owners, lists, personIds, described]);
