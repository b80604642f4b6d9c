export { createExecution, type Execution, type SplitSupergraph } from './execution.ts';
export type {
  Answer, Decided, Decisions, Identifiers, Operation, Ports, Run, SubgraphAnswer, SubgraphComplaint, SubgraphRequest, Touched, Transport, WantedDecision,
} from './ports.ts';
