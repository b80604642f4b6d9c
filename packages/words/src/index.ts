export { categoryWords, words, type Language, type Words } from './words.ts';
