/**
 * An object of the answer while it is being put together, and of the answer itself. It inherits nothing, so that no
 * response key, whoever chose it, can reach a prototype (CVE-2026-32621).
 */
export class TreeObject {
  [key: string]: unknown;
}
Reflect.deleteProperty(TreeObject.prototype, 'constructor');
Object.setPrototypeOf(TreeObject.prototype, null);

/** The place of one person in the tree. Its `id` is the person's SpineId, in no audience yet. */
export class PersonObject extends TreeObject {}
Reflect.deleteProperty(PersonObject.prototype, 'constructor');

/** Where something stands in the answer: response keys and list indexes. */
export type Path = readonly (string | number)[];
