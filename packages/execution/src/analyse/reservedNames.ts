import { HouseError } from '@thegither/vocabulary';
import { type DocumentNode, visit } from 'graphql';

// Every name through which a plain object's prototype can be reached or imitated, in whatever JavaScript reads the answer.
const PROTOTYPE_NAMES: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/**
 * Refuses response keys that could touch a prototype, here or at the reader (CVE-2026-32621), keys that would hide the
 * type of an object from us, and a variable in the place of the one that carries representations. Throws HouseError
 * BAD_REQUEST, without the name.
 */
export function refuseReservedNames(document: DocumentNode): void {
  visit(document, {
    Field({ alias, name }) {
      const key = alias ?? name;
      if (PROTOTYPE_NAMES.has(key.value)) throw reserved();
      if (key.value === '__typename' && name.value !== '__typename') throw reserved();
    },
    VariableDefinition({ variable }) {
      if (variable.name.value === 'representations' || PROTOTYPE_NAMES.has(variable.name.value)) throw reserved();
    },
  });
}

/** The refusal of a reserved alias or variable. */
export const reserved = (): HouseError => new HouseError('BAD_REQUEST', 'The operation uses a reserved name for an alias or a variable.');
