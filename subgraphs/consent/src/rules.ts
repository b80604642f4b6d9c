import { anyCaller, anyWorker, thePerson, withRole, type RootRule, type RootRules } from '@thegither/subgraph';

/** The person about whom the input is, in their own name: what opens is theirs alone to do. */
const theirOwn: RootRule = ({ decision: { caller } }, { input }) =>
  caller.kind === 'person' && typeof input === 'object' && input !== null && 'person' in input && input.person === caller.person;

/** The person about whom the input is, or a worker; which worker, the act itself asks the ledger. */
const theirOwnOrWorkers: RootRule = (context, args) => anyWorker(context, args) || theirOwn(context, args);

/** Who may use the doors of consent. Nobody reads about a person here who is not in the decision: see queries.ts. */
export const consentRules: RootRules = {
  Query: {
    caseload: anyWorker,
    person: anyCaller,
    people: anyCaller,
    me: thePerson,
    notices: anyCaller,
    handoversDue: withRole('TEAM_LEAD'),
  },
  Mutation: {
    giveGrant: theirOwn,
    confirmGrant: theirOwn,
    invalidateGrant: theirOwn,
    resumeGrant: theirOwn,
    renewGrant: theirOwn,
    putOffRequest: theirOwn,
    refuseRequest: theirOwn,
    endExclusion: theirOwn,
    resumeSharing: theirOwn,
    joinHousehold: theirOwn,
    leaveHousehold: theirOwn,
    refuse: theirOwnOrWorkers,
    recordGrant: anyWorker,
    askForSharing: anyWorker,
    cancelRequest: anyWorker,
    renounceGrant: anyWorker,
    pauseGrant: theirOwnOrWorkers,
    withdrawGrant: theirOwnOrWorkers,
    withdrawFrom: theirOwnOrWorkers,
    stopAll: theirOwnOrWorkers,
    exclude: theirOwnOrWorkers,
    assignKeyWorker: withRole('TEAM_LEAD'),
    confirmAssignment: theirOwnOrWorkers,
    endAssignment: theirOwnOrWorkers,
  },
};
