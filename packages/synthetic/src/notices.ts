/** A notice of the demonstration: what a person reads before they agree. */
export interface DemoNotice {
  readonly id: string;
  readonly language: string;
  readonly version: number;
  readonly text: string;
}

/**
 * What the demonstration tells people before they agree to share: who is responsible, on what law, with whom, for how
 * long, and what they can do about it. A real service publishes its own.
 * @see UK GDPR Articles 13 and 14
 */
export const NOTICES: readonly DemoNotice[] = [
  {
    id: 'sharing', language: 'en', version: 1,
    text: [
      'You choose what we share about you, with whom, and why.',
      'The services that help you into work are asked by law to work together. We share only what you agree to, and only with those you name.',
      'You can say yes to a part. You can say no to all of it, and you will still get help.',
      'What you agree to ends on the day that you see here, six months from now unless you choose another day. You can stop it at any time, as easily as you began it.',
      'Everybody who looks is written down. You can see who looked, and why.',
      'What somebody has seen before you stopped, they have seen. We ask them to delete any copy.',
      'If something looks wrong, tell us, or the Information Commissioner.',
    ].join('\n'),
  },
];
