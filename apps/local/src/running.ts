export { dataFolderAt, removeHouse, type DataFolder } from './dataFolder.ts';
export { reachRunningHouse, type ReachedHouse } from './reachRunningHouse.ts';
export { sentenceOf } from './sentenceOf.ts';
