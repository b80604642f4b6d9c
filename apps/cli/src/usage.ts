/** Something that was typed is not understood. The message is the whole help that is needed; the process ends with status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
