export { categoryWords, words, type Language, type Words } from './words.ts';
export { whyCouldLook, whyLooked, whySees, type Part, type Who } from './sentences.ts';
