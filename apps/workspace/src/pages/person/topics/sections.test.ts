import { expect, test } from '@jest/globals';
import { REGISTER } from '@thegither/vocabulary';
import { Kind, type DocumentNode } from 'graphql';
import { PersonDocument, PersonOnPaperDocument } from '../../../generated/operations.ts';
import { SECTIONS } from './sections.ts';

const topics = SECTIONS.flatMap((section) => section.topics);

const fragmentsOf = (document: DocumentNode) => document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? definition : []));

/** What the document asks of a person. */
const asked = fragmentsOf(PersonDocument).filter(({ typeCondition }) => typeCondition.name.value === 'Person').flatMap(({ selectionSet }) => selectionSet.selections)
  .flatMap((selection) => (selection.kind === Kind.FIELD ? selection.name.value : []));

test('every category has its place, once, but what people said about sharing', () => {
  expect(topics.map(({ category }) => category).toSorted()).toEqual(REGISTER.map(({ name }) => name).filter((name) => name !== 'MY_SHARING').toSorted());
});

test('everything that is asked is shown under one topic, and nothing else is asked', () => {
  expect(topics.flatMap(({ fields }) => fields).toSorted()).toEqual(asked.filter((name) => name !== 'id' && name !== 'asked').toSorted());
});

test('paper asks the same, under a name of its own', () => {
  expect(fragmentsOf(PersonOnPaperDocument)).toEqual(fragmentsOf(PersonDocument));
});
