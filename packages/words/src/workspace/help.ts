/** What every worker may want to know. */
export const help = {
  heading: 'Help',
  shared: 'You see what people agreed to share with you, your team or your agency. What is not shared looks the same whether there is a record or not.',
  ask: 'Ask for what you need. A no costs the person nothing, and you can ask again later.',
  looked: 'Each page about somebody goes on their record of who looked. They can read it at any time.',
  wrong: 'When something is wrong, tell the agency that wrote it. When somebody should not have seen something, tell your data protection lead at once.',
} as const;
