/** The first page of a worker who is not signed in. */
export const start = {
  heading: 'One picture, as far as people share it',
  text: 'See the people you support, and of each what they agreed to share with you.',
  told: 'Everybody can see who looked at what about them, and why.',
} as const;
