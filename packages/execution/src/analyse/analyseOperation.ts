import { operationFromDocument } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import { HouseError } from '@thegither/vocabulary';
import { type DocumentNode, GraphQLError, OperationTypeNode } from 'graphql';
import type { Graphs } from '../graphs.ts';
import type { PersonInputs } from '../people/personInputs.ts';
import type { Policy } from '../policy.ts';
import { shapeRoot } from '../shape/rootShape.ts';
import { type Analysis, wantedDecisions } from './analysis.ts';
import type { Chosen } from './chooseOperation.ts';
import { namingFields, personVariables } from './namedPeople.ts';
import { plannable } from './plannable.ts';
import { readPlan } from './readPlan.ts';
import { createTreeKeys } from './treeKeys.ts';

/** What an analysis is made with. */
export interface AnalysedWith {
  readonly graphs: Graphs;
  readonly policy: Policy;
  readonly personInputs: PersonInputs;
}

/** Plans and compiles an operation whose conditions are carried out. */
export function analyseOperation({ graphs, policy, personInputs }: AnalysedWith, chosen: Chosen): Analysis {
  const schema = graphs.apiSchema;
  const rootName = schema.getRootType(chosen.operation.operation)!.name;
  const keys = createTreeKeys(graphs.plannersNames, chosen, rootName);
  const ready = plannable({ schema, personInputs, keys, stoodInFor: graphs.stoodInFor }, chosen);
  const plan = ready.document && readPlan(planned(graphs, ready.document), graphs, policy);
  const inVariables = personVariables(schema, ready, personInputs);
  return {
    kind: chosen.operation.operation === OperationTypeNode.MUTATION ? 'mutation' : 'query',
    operation: chosen.operation,
    rootName,
    answeredKey: (key) => keys.answered(key),
    plan,
    fetches: wantedDecisions(plan),
    literals: ready.literals,
    personVariables: inVariables,
    naming: namingFields(schema, ready, personInputs, inVariables),
    shape: shapeRoot({ schema, fragments: chosen.fragments, policy, keys }, chosen.operation),
  };
}

function planned(graphs: Graphs, document: DocumentNode): QueryPlan {
  try {
    return graphs.planner.buildQueryPlan(operationFromDocument(graphs.api, document));
  } catch (cause) {
    if (cause instanceof GraphQLError) throw new HouseError('BAD_OPERATION', undefined, { cause });
    throw new HouseError('CONFIGURATION', 'The operation cannot be planned.', { cause });
  }
}
