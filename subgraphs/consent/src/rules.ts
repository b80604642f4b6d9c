import { anyCaller, anyWorker, thePerson, withRole, type RootRule, type RootRules } from '@thegither/subgraph';

/** The person about whom the input is, in their own name: what nobody does for them. What somebody who acts for them may do too is let in here, and asked of the ledger by the act itself. */
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
    recipients: anyWorker,
    me: thePerson,
    representing: thePerson,
    representativeCode: thePerson,
    grantCode: anyWorker,
    agencies: anyCaller,
    notices: anyCaller,
    handoversDue: withRole('TEAM_LEAD'),
    openingsToReview: withRole('TEAM_LEAD', 'DATA_PROTECTION_LEAD'),
    endingNotices: withRole('TEAM_LEAD', 'DATA_PROTECTION_LEAD'),
    endingsOverdue: withRole('DATA_PROTECTION_LEAD'),
    challengesOpen: withRole('DATA_PROTECTION_LEAD'),
    suppressions: withRole('DATA_PROTECTION_LEAD'),
  },
  Mutation: {
    giveGrant: thePerson,
    confirmGrant: thePerson,
    invalidateGrant: theirOwn,
    resumeGrant: thePerson,
    renewGrant: thePerson,
    putOffRequest: theirOwn,
    refuseRequest: thePerson,
    endExclusion: theirOwn,
    resumeSharing: thePerson,
    appointRepresentative: theirOwn,
    recordAuthority: anyWorker,
    confirmAuthority: withRole('TEAM_LEAD', 'DATA_PROTECTION_LEAD'),
    endAuthority: anyCaller,
    joinHousehold: theirOwn,
    leaveHousehold: theirOwn,
    refuse: anyCaller,
    recordGrant: anyWorker,
    askForSharing: anyWorker,
    cancelRequest: anyWorker,
    renounceGrant: anyWorker,
    pauseGrant: anyCaller,
    withdrawGrant: anyCaller,
    withdrawFrom: anyCaller,
    stopAll: anyCaller,
    exclude: anyCaller,
    chooseContact: theirOwnOrWorkers,
    acknowledgeEnding: withRole('TEAM_LEAD', 'DATA_PROTECTION_LEAD'),
    attestErasure: withRole('TEAM_LEAD', 'DATA_PROTECTION_LEAD'),
    changeAccount: withRole('TEAM_LEAD'),
    assignKeyWorker: anyWorker,
    breakGlass: anyWorker,
    useLegalGateway: anyWorker,
    reviewOpening: withRole('TEAM_LEAD', 'DATA_PROTECTION_LEAD'),
    confirmAssignment: theirOwnOrWorkers,
    endAssignment: theirOwnOrWorkers,
    challengeLook: theirOwn,
    closeChallenge: withRole('DATA_PROTECTION_LEAD'),
    proposeSuppression: withRole('DATA_PROTECTION_LEAD'),
    approveSuppression: withRole('DATA_PROTECTION_LEAD'),
    endSuppression: withRole('DATA_PROTECTION_LEAD'),
  },
};
