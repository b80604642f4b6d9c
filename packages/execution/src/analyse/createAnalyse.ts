import { HouseError } from '@thegither/vocabulary';
import { type DocumentNode, print, validate } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Analysis } from './analysis.ts';
import { type AnalysedWith, analyseOperation } from './analyseOperation.ts';
import { type Chosen, chooseOperation } from './chooseOperation.ts';
import { coerceVariables } from './coerceVariables.ts';
import { carryOutConditions, conditionValues, conditionVariables } from './conditions.ts';
import { refuseReservedNames } from './reservedNames.ts';

/** An analysis, and the caller's variables as its types read them. */
export interface Analysed {
  readonly analysis: Analysis;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Analyses an operation for the variables it comes with. */
export type Analyse = (document: DocumentNode, operationName: string | undefined, variables: Record<string, unknown>) => Analysed;

/** One operation of one document: what of its analysis no variable changes, and the analyses by those that do. */
interface Kept {
  readonly chosen: Chosen;
  readonly conditions: readonly string[];
  readonly analyses: LRUCache<string, Analysis>;
}

const MOST_OPERATIONS = 1000;
const MOST_OF_ONE = 64;

/**
 * Makes the analysis that keeps what it did. What is kept depends on the whole text, the operation's name and the
 * values of the variables in @skip and @include, and on nothing else: no id and no other value is in it.
 */
export function createAnalyse(using: AnalysedWith): Analyse {
  const byText = new LRUCache<string, Kept>({ max: MOST_OPERATIONS });
  // A document that comes again as the same object need not be printed to be found again.
  const byDocument = new WeakMap<DocumentNode, Map<string | undefined, Kept>>();

  const keptOf = (document: DocumentNode, name: string | undefined): Kept => {
    const known = byDocument.get(document) ?? new Map<string | undefined, Kept>();
    byDocument.set(document, known);
    let kept = known.get(name);
    if (!kept) {
      const text = JSON.stringify([name ?? null, print(document)]);
      kept = byText.get(text) ?? read(using, document, name);
      byText.set(text, kept);
      known.set(name, kept);
    }
    return kept;
  };

  return (document, operationName, given) => {
    const { chosen, conditions, analyses } = keptOf(document, operationName);
    const variables = coerceVariables(using.graphs.apiSchema, chosen.operation, given);
    const values = conditionValues(conditions, variables);
    const key = values.join(' ');
    let analysis = analyses.get(key);
    if (!analysis) analyses.set(key, (analysis = analyseOperation(using, carryOutConditions(chosen, variables))));
    return { analysis, variables };
  };
}

function read(using: AnalysedWith, document: DocumentNode, name: string | undefined): Kept {
  const chosen = chooseOperation(document, name);
  const [wrong] = validate(using.graphs.apiSchema, document, undefined, { maxErrors: 1 });
  if (wrong) throw new HouseError('BAD_OPERATION', undefined, { cause: wrong });
  refuseReservedNames(document);
  return { chosen, conditions: conditionVariables(chosen), analyses: new LRUCache({ max: MOST_OF_ONE }) };
}
