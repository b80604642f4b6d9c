/** What a caller says that may stand nowhere but where it was meant to. */
export const SAID = 'kanarysaidaa';
/** Why a worker asks for themselves: the person reads it, and it is no canary. */
export const SAID_TO_THE_PERSON = 'We met at the door.';
/** What a caller says as the name of an operation: it goes on the record. */
export const SAID_AS_NAME = 'kanarysaidab';
