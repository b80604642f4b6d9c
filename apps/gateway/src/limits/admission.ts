import type { GraphQLSchema } from 'graphql';
import { createRecent } from '../recent.ts';
import { costsOf, type OperationCost } from './cost.ts';
import { holdTo, type Limits } from './limits.ts';
import { schemaListSizes } from './listSizes.ts';
import { measureDocument } from './measureDocument.ts';
import { measureVariables } from './measureVariables.ts';
import { parseWithin } from './parseWithin.ts';

/** Lets questions in that are within the limits. Throws BAD_REQUEST for one that is not; anything else that is wrong with it is found later. */
export type Admission = (question: { readonly query?: unknown; readonly variables?: unknown }) => void;

/** What is known of a text whatever its variables are. */
interface Known {
  readonly listItems: number;
  readonly costs: readonly OperationCost[];
}

/** Letters of the texts of which it is known, all together. */
const KNOWN_LETTERS = 1024 * 1024;

/**
 * Makes the admission to one schema. What a text may cost is worked out once and kept, so that for a text that comes
 * again only its variables are looked at. A text that was refused is never kept.
 */
export function createAdmission(schema: GraphQLSchema, limits: Limits): Admission {
  const sizes = schemaListSizes(schema);
  const known = createRecent<Known>(KNOWN_LETTERS);

  function read(query: string): Known | undefined {
    const document = parseWithin(query, limits);
    if (!document) return undefined;
    const found: Known = { ...measureDocument(schema, document, limits), costs: costsOf(schema, sizes, document) };
    known.set(query, found, query.length);
    return found;
  }

  return ({ query, variables }) => {
    if (typeof query !== 'string') return;
    const found = known.get(query) ?? read(query);
    measureVariables(variables, found?.listItems ?? 0, limits);
    const given = isObject(variables) ? variables : {};
    for (const { cost, schemaCost } of found?.costs ?? []) {
      holdTo('cost', limits, cost(given));
      holdTo('schemaCost', limits, schemaCost(given));
    }
  };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
