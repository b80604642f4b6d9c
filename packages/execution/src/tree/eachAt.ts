import type { SpineId } from '@thegither/vocabulary';
import { type Path, PersonObject, TreeObject } from './treeObject.ts';

/** What stands at one place: the object, its path (valid only during the call) and the nearest person above or at it. */
export type Visit = (entity: TreeObject, path: Path, person: SpineId | undefined) => void;

/**
 * Visits every object that stands at a plan's path, in the order of the answer; '@' steps into a list. With `within`,
 * only what stands at or below one of these people.
 */
export function eachAt(root: TreeObject, path: readonly string[], within: ReadonlySet<SpineId> | undefined, visit: Visit): void {
  const trail: (string | number)[] = [];
  const walk = (value: unknown, step: number, person: SpineId | undefined, inside: boolean): void => {
    if (value instanceof PersonObject) {
      person = spineAt(value);
      inside ||= person !== undefined && within!.has(person);
    }
    if (step === path.length) {
      if (inside && value instanceof TreeObject) visit(value, trail, person);
    } else if (path[step] === '@') {
      if (Array.isArray(value)) for (let i = 0; i < value.length; i++) into(value[i], i, step, person, inside);
    } else if (value instanceof TreeObject) into(value[path[step]!], path[step]!, step, person, inside);
  };
  const into = (value: unknown, key: string | number, step: number, person: SpineId | undefined, inside: boolean): void => {
    if (value === null || value === undefined) return;
    trail.push(key);
    walk(value, step + 1, person, inside);
    trail.pop();
  };
  walk(root, 0, undefined, within === undefined);
}

/** Who stands there; undefined when the subgraph gave no readable id, and then nobody is known to stand there. */
export const spineAt = (person: PersonObject): SpineId | undefined => (typeof person.id === 'string' ? (person.id as SpineId) : undefined);
