import { createExecution } from '@thegither/execution';
import { readPublished } from '@thegither/supergraph';
import { lexicographicSortSchema, printSchema } from 'graphql';

/** What callers can ask of a supergraph, as text for those who build on it: in the order of the alphabet, so that a change shows as what it is. */
export const printApi = (supergraphSdl: string): string => `${printSchema(lexicographicSortSchema(createExecution(readPublished(supergraphSdl)).schema))}\n`;
