import { HouseError } from '@thegither/vocabulary';
import { type DocumentNode, print, validate } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Analysis } from './analysis.ts';
import { type AnalysedWith, analyseOperation } from './analyseOperation.ts';
import { type Chosen, chooseOperation } from './chooseOperation.ts';
import { coerceVariables } from './coerceVariables.ts';
import { carryOutConditions, conditionValues, conditionVariables } from './conditions.ts';
import { countFields } from './countFields.ts';
import { refuseReservedNames } from './reservedNames.ts';

/** An analysis, and the caller's variables as its types read them. */
export interface Analysed {
  readonly analysis: Analysis;
  /** Had it to be planned for this question? */
  readonly isNew: boolean;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Analyses operations. */
export interface Analyse {
  /** For the variables it comes with. */
  (document: DocumentNode, operationName: string | undefined, variables: Record<string, unknown>): Analysed;
  /** Before anybody asks, so that the first who does need not wait: with every condition kept. */
  ahead(document: DocumentNode, operationName: string | undefined): void;
}

/** One operation of one document: what of its analysis no variable changes. */
interface Kept {
  readonly chosen: Chosen;
  readonly conditions: readonly string[];
  /** Unlike that of any other. */
  readonly number: number;
}

/** Letters of the texts that are kept, all together. */
const MOST_LETTERS = 1024 * 1024;

/** Fields of the operations whose analyses are kept, all together; one takes about 8 kB. */
const MOST_FIELDS = 20_000;

/**
 * Makes the analysis that keeps what it did. What is kept depends on the whole text, the operation's name and the
 * values of the variables in @skip and @include, and on nothing else: no id and no other value is in it. What is kept
 * is bounded by its size, so that nobody fills the memory by asking something else each time.
 */
export function createAnalyse(using: AnalysedWith): Analyse {
  const byText = new LRUCache<string, Kept>({ maxSize: MOST_LETTERS, sizeCalculation: (_, text) => text.length });
  const analyses = new LRUCache<string, Analysis>({ maxSize: MOST_FIELDS });
  // A document that comes again as the same object need not be printed to be found again.
  const byDocument = new WeakMap<DocumentNode, Map<string | undefined, Kept>>();
  let read = 0;

  const keptOf = (document: DocumentNode, name: string | undefined): Kept => {
    const known = byDocument.get(document) ?? new Map<string | undefined, Kept>();
    byDocument.set(document, known);
    let kept = known.get(name);
    if (!kept) {
      const text = JSON.stringify([name ?? null, print(document)]);
      kept = byText.get(text) ?? readOperation(using, document, name, ++read);
      byText.set(text, kept);
      known.set(name, kept);
    }
    return kept;
  };

  const analysed = ({ chosen, conditions, number }: Kept, variables: Readonly<Record<string, unknown>>): Analysed => {
    const values = conditionValues(conditions, variables);
    const key = `${number} ${values.join(' ')}`;
    const known = analyses.get(key);
    if (known) return { analysis: known, isNew: false, variables };
    const asked = carryOutConditions(chosen, variables);
    const analysis = analyseOperation(using, asked);
    analyses.set(key, analysis, { size: countFields(asked) });
    return { analysis, isNew: true, variables };
  };

  return Object.assign(
    (document: DocumentNode, operationName: string | undefined, given: Record<string, unknown>) => {
      const kept = keptOf(document, operationName);
      return analysed(kept, coerceVariables(using.graphs.apiSchema, kept.chosen.operation, given));
    },
    {
      ahead(document: DocumentNode, operationName: string | undefined) {
        const kept = keptOf(document, operationName);
        analysed(kept, Object.fromEntries(kept.conditions.map((name) => [name, true])));
      },
    },
  );
}

function readOperation(using: AnalysedWith, document: DocumentNode, name: string | undefined, number: number): Kept {
  const chosen = chooseOperation(document, name);
  const [wrong] = validate(using.graphs.apiSchema, document, undefined, { maxErrors: 1 });
  if (wrong) throw new HouseError('BAD_OPERATION', undefined, { cause: wrong });
  refuseReservedNames(document);
  return { chosen, conditions: conditionVariables(chosen), number };
}
