export { ask } from './ask.ts';
export { demo } from './demo.ts';
export { token } from './token.ts';
export { reset } from './reset.ts';
export { TOPICS } from './topics.ts';
export { CannotTell } from './cannotTell.ts';
export { UsageError } from './usage.ts';
export { styleFor, type Style, type Terminal } from './terminal.ts';
