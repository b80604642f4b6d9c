/** The question was understood and there is no answer to print. The message says why in one sentence; the process ends with status 1. */
export class CannotTell extends Error {
  override readonly name = 'CannotTell';
}
