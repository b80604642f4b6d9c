import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema, getNamedType, isObjectType, Kind, type DocumentNode, type GraphQLObjectType, type SelectionSetNode } from 'graphql';
import { MyDataDocument, MyLooksDocument } from '../../generated/operations.ts';

/** What of a person the download leaves out, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'Person.riskNotes': 'nobody reads those about themselves here',
  'Person.couldLook': 'worked out anew each time: on the page of what workers would see',
  'Person.previewAs': 'worked out anew each time: on the page of what workers would see',
  'Person.sharing': 'worked out anew for each reader',
  'Person.unpaidWorkClash': 'the answer to a question about a shift',
  'Person.asked': 'what the reader\'s own agency asked: for workers',
};
/** Open data, and what is worked out from what stands there, are nobody's record. */
const OTHERWISE = new Set(['explanation', 'activityUnderRules', 'leavingUnderRules', 'underRules', 'reviewsUnderRules', 'id']);
const OPEN = new Set(['Service', 'SectorPathway']);

const schema = buildSchema(readFileSync(new URL('../../../../../docs/api.graphql', import.meta.url), 'utf8'));

/** Every field that is asked for, as Type.field. */
function askedIn(document: DocumentNode): Set<string> {
  const asked = new Set<string>();
  const fragments = new Map(document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet] as const] : [])));
  const walk = (selections: SelectionSetNode, type: GraphQLObjectType): void => selections.selections.forEach((one) => {
    if (one.kind === Kind.FRAGMENT_SPREAD) return walk(fragments.get(one.name.value)!, type);
    if (one.kind !== Kind.FIELD) return;
    asked.add(`${type.name}.${one.name.value}`);
    const field = getNamedType(type.getFields()[one.name.value]!.type);
    if (one.selectionSet && isObjectType(field)) walk(one.selectionSet, field);
  });
  for (const one of document.definitions) if (one.kind === Kind.OPERATION_DEFINITION) walk(one.selectionSet, schema.getQueryType()!);
  return asked;
}

test('nothing that the house can tell somebody about themselves is left out but what is named here', () => {
  const asked = new Set([...askedIn(MyDataDocument), ...askedIn(MyLooksDocument)]);
  const missing = new Set<string>(), seen = new Set<string>();
  const walk = (type: GraphQLObjectType): void => {
    if (seen.has(type.name) || OPEN.has(type.name)) return;
    seen.add(type.name);
    for (const { name, type: of } of Object.values(type.getFields())) {
      const place = `${type.name}.${name}`;
      if (OTHERWISE.has(name) || Object.hasOwn(LEFT_OUT, place)) continue;
      if (!asked.has(place)) missing.add(place);
      const named = getNamedType(of);
      if (isObjectType(named)) walk(named);
    }
  };
  walk(schema.getType('Person') as GraphQLObjectType);
  expect([...missing]).toEqual([]);
});
