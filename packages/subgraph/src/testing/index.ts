export { ISLA, createDatabase, entityQuestion, openOver, openRoom, type Answer, type Question, type RoomUnderTest, type Shares } from './askRoom.ts';
export { ISSUER, claimsFor } from './claimsFor.ts';
export { countQueries } from './countQueries.ts';
