import type { ErrorCode } from '@thegither/vocabulary';
import { Kind, type SelectionSetNode } from 'graphql';
import type { SubgraphAnswer } from '../ports.ts';
import type { Path } from '../tree/treeObject.ts';
import { inTree } from './keysApart.ts';
import { isObject } from './reading.ts';

/** An error that a subgraph reported, as far as it may be believed. */
export interface Complaint {
  readonly code: ErrorCode;
  readonly path: Path;
}

// More than this of one answer tells nobody anything more.
const MOST = 1000;
const LAST_INDEX = 9999;

/** What a subgraph may say of its own part. Any other code is about the caller or the house, of which it knows nothing. */
const ITS_OWN: ReadonlySet<unknown> = new Set<ErrorCode>(['UNKNOWN_PERSON', 'INVALID_INPUT', 'KEY_REUSED', 'FORBIDDEN', 'OPENED_TOO_OFTEN', 'REVIEW_OVERDUE', 'BAD_VARIABLES']);

/**
 * The errors of an answer: a code that a subgraph may say or SUBGRAPH_ERROR, and as much of the path as fits what was
 * asked, in the tree's keys. The rest is the subgraph's own words, which may hold anything, and is dropped.
 */
export function complaintsOf(answer: SubgraphAnswer, asked: SelectionSetNode): Complaint[] {
  const errors: unknown = answer.errors;
  if (errors === undefined || errors === null) return [];
  if (!Array.isArray(errors)) return [{ code: 'SUBGRAPH_ERROR', path: [] }];
  return errors.slice(0, MOST).map((error: unknown) => ({ code: codeOf(error), path: isObject(error) ? knownPath(error.path, asked) : [] }));
}

function codeOf(error: unknown): ErrorCode {
  const code = isObject(error) && isObject(error.extensions) ? error.extensions.code : undefined;
  return ITS_OWN.has(code) ? (code as ErrorCode) : 'SUBGRAPH_ERROR';
}

function knownPath(path: unknown, asked: SelectionSetNode): Path {
  const known: (string | number)[] = [];
  let sets: readonly SelectionSetNode[] = [asked];
  for (const step of Array.isArray(path) ? (path as readonly unknown[]) : []) {
    if (typeof step === 'string') {
      const below = sets.flatMap((set) => asking(set, step));
      if (!below.length) break;
      sets = below.flatMap((set) => set ?? []);
    } else if (!isIndex(step) || !known.length) break;
    known.push(typeof step === 'string' ? inTree(step) : step);
  }
  return known;
}

const isIndex = (step: unknown): step is number => Number.isInteger(step) && (step as number) >= 0 && (step as number) <= LAST_INDEX;

/** What is asked below that response key: one entry for each use, undefined for a leaf. */
function asking(set: SelectionSetNode, key: string): (SelectionSetNode | undefined)[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return (selection.alias ?? selection.name).value === key ? [selection.selectionSet] : [];
    return selection.kind === Kind.INLINE_FRAGMENT ? asking(selection.selectionSet, key) : [];
  });
}
