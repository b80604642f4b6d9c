export { categoryWords, words, type Language, type Words } from './words.ts';
export { whyChallenged, whyHeldBack, type Challenged } from './oversight.ts';
export { howToChallenge, whyCouldLook, whyLooked, whyOpened, whySees, type Part, type Who } from './sentences.ts';
export { topicsOf, type Topic } from './topics.ts';
export { workspaceWords, type WorkspaceWords } from './workspace/workspaceWords.ts';
export { fill, pageWords, type PageLanguage, type PageWords } from './pages/pageWords.ts';
