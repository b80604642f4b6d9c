export { readConfig } from './readConfig.ts';
export { isLaptop, refuseInProduction, type Environment } from './laptop.ts';
export { createLog, type Log, type LogOptions } from './createLog.ts';
export type { LogFields } from './logFields.ts';
export { listen, type Handler, type ListenOptions, type Listening } from './listen.ts';
export { readBody } from './readBody.ts';
export { answerError, answerJson } from './answer.ts';
export { createHealth, type Check } from './health.ts';
export { untilStopped } from './untilStopped.ts';
