/** How large a feed may be: more than any directory of services in Scotland, and less than what would fill a memory. */
export const LIMITS = {
  /** Bytes of a whole feed, over all files or pages. */
  feedBytes: 64 * 1024 * 1024,
  /** Bytes of one answer of a web address. */
  answerBytes: 8 * 1024 * 1024,
  services: 20_000,
  pages: 1_000,
  /** Characters of one service, written as JSON. */
  serviceChars: 256 * 1024,
  /** Things of one kind below one service. */
  listed: 200,
  /** Characters of a name, and of any other text. */
  name: 300,
  text: 10_000,
  /** Milliseconds to wait for one answer. */
  answerMs: 20_000,
} as const;
