export { check } from './check.ts';
export { checkPublished, holdPublished } from './checkPublished.ts';
export { publish } from './publish.ts';
export { readPublished, type Published, type PublishedHalf } from './published.ts';
export { RULES } from './rules/index.ts';
export type { Needs } from './needs.ts';
export type { Refusal } from './refusal.ts';
export type { Rule } from './rule.ts';
export type { SubgraphSource } from './source.ts';
