import { type SpineId, parsePersonId } from '@thegither/vocabulary';
import type { Inputs, PersonVariables } from '../analyse/namedPeople.ts';
import type { LiftedIds } from '../analyse/liftPersonIds.ts';
import type { Identifiers } from '../ports.ts';
import { TreeObject } from '../tree/treeObject.ts';
import { NOBODY } from './person.ts';
import { type ReplaceIds, peopleIn } from './personInputs.ts';

/**
 * The caller's variables, and the ids that stood in the text, with everybody by their spine. An id that is malformed,
 * of another audience or of a key that is gone is nobody's from here on.
 */
export function openInputs(
  variables: Readonly<Record<string, unknown>>, literals: LiftedIds['literals'], inVariables: PersonVariables, identifiers: Identifiers, audience: string,
): Inputs {
  const open = (text: unknown): SpineId => {
    const id = parsePersonId(text);
    return (id && identifiers.open(audience, id)) ?? NOBODY;
  };
  const inputs = new TreeObject();
  for (const name of Object.keys(variables)) {
    const inside = inVariables.get(name);
    inputs[name] = inside ? inside(variables[name], open) : variables[name];
  }
  for (const [name, text] of literals) inputs[name] = open(text);
  return inputs;
}

/** Everybody whom the inputs name, each once; nobody is left out. */
export function everybodyIn(inputs: Inputs, inVariables: PersonVariables): Set<SpineId> {
  const people = new Set<SpineId>();
  for (const [name, inside] of inVariables) for (const person of peopleIn(inside, inputs[name])) if (person !== NOBODY) people.add(person);
  return people;
}

/** The variables of one question, with people as its audience knows them; one who may not be named there is nobody. */
export function issueInputs(
  inputs: Inputs, used: readonly string[], inVariables: PersonVariables, issue: (person: SpineId) => unknown,
): Record<string, unknown> {
  const variables = new TreeObject();
  for (const name of used) {
    if (!(name in inputs)) continue;
    const inside: ReplaceIds | undefined = inVariables.get(name);
    variables[name] = inside ? inside(inputs[name], (person) => issue(person as SpineId)) : inputs[name];
  }
  return variables;
}
