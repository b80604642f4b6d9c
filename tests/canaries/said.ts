/** What a caller says that may stand nowhere but where it was meant to. */
export const SAID = 'kanarysaidaa';
/** The same, as the name of an operation: it goes on the record. */
export const SAID_AS_NAME = 'kanarysaidab';
