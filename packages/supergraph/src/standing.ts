import { Kind } from 'graphql';
import { holdsPersonal, isPersonalField } from './categories.ts';
import { PERSON, PERSON_KEY, ROOTS } from './person.ts';
import { reachFrom, stepsFrom, type Reach } from './reach.ts';
import type { Whole } from './whole.ts';

/** Where every type stands towards a person: computed once, asked by many rules. */
export interface Standing {
  /** Reached from any field of Person. */
  readonly fromPerson: Reach;
  /** Reached through a field that is personal: what is there has that field's category and needs no mark of its own. */
  readonly belowPersonal: Reach;
  /** Reached from Person without passing a personal field: nothing is inherited, so each place needs its own mark. */
  readonly besidePersonal: Reach;
  /** Reached from a root field, or from an entity other than Person: asked without a person above. */
  readonly fromDoors: Reach;
  /** The objects that tell something about a person. */
  readonly personal: ReadonlySet<string>;
}

/** Works out where every type stands. */
export function standingOf(whole: Whole): Standing {
  const isPersonal = ({ type, field }: { type: { name: string }; field: { name: string } }) => isPersonalField(whole, type.name, field.name);
  const ofPerson = stepsFrom(whole, [PERSON]).filter((step) => step.field.name !== PERSON_KEY);
  const output = [...whole.values()].filter((type) => type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION);
  const entities = output.filter((type) => type.isEntity && type.name !== PERSON).map((type) => type.name);
  const belowPersonal = reachFrom(whole, stepsFrom(whole, output.map((type) => type.name)).filter(isPersonal));
  const besidePersonal = reachBeside(whole, ofPerson.filter((step) => !isPersonal(step)), isPersonal);
  const objects = output.filter((type) => type.kind === Kind.OBJECT_TYPE_DEFINITION && type.name !== PERSON && !ROOTS.includes(type.name));
  return {
    fromPerson: reachFrom(whole, ofPerson),
    belowPersonal,
    besidePersonal,
    fromDoors: reachFrom(whole, stepsFrom(whole, [...ROOTS, ...entities])),
    personal: new Set(objects.filter((type) => holdsPersonal(whole, type.name) || (belowPersonal.has(type.name) && !type.isOpen)).map((type) => type.name)),
  };
}

function reachBeside(whole: Whole, starts: ReturnType<typeof stepsFrom>, isPersonal: (step: ReturnType<typeof stepsFrom>[number]) => boolean): Reach {
  const kept: Whole = new Map([...whole].map(([name, type]) => [name, { ...type, fields: new Map([...type.fields].filter(([, field]) => !isPersonal({ type, field }))) }]));
  return reachFrom(kept, starts);
}
