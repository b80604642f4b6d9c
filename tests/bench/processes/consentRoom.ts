import { CASELOAD, type Sharing } from '../house/people.ts';

type Answer = Readonly<Record<string, unknown>>;

const person = (id: unknown): Answer => ({ __typename: 'Person', id });

/** The one variable that stands for that argument. The plan may have renamed it. */
const given = (variables: Answer, is: (value: unknown) => boolean): unknown => Object.values(variables).find(is);

/** Whoever was named. */
export const answerPerson = (variables: Answer): Answer => person(given(variables, (value) => typeof value === 'string'));

/** A page of a caseload. The cursor says whose: kind of sharing, first place of the caseload, where in it to begin. */
export function answerCaseload(variables: Answer, listOf: (sharing: Sharing) => readonly string[]): Answer {
  const first = given(variables, (value) => typeof value === 'number') as number;
  const [sharing, place, from] = (given(variables, (value) => typeof value === 'string') as string).split(' ');
  const list = listOf(sharing as Sharing);
  const ids = Array.from({ length: first }, (_, i) => list[Number(place) + ((Number(from) + i) % CASELOAD)]!);
  return {
    __typename: 'Caseload',
    edges: ids.map((id) => ({ __typename: 'CaseloadEdge', cursor: 'a place', person: person(id) })),
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
  };
}
