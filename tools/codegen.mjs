/**
 * Writes a workspace's src/generated/graphql.ts: TypeScript types of its schema.graphql and of the resolvers that fit it.
 * Run inside the workspace (`npm run generate`). "codegen" in its package.json adds to the configuration, for example
 * "mappers": { "CommunityPaybackOrder": "../store.ts#OrderRow" }, the row that a type's resolvers are given.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';

const OUT = 'src/generated';
const own = JSON.parse(readFileSync('package.json', 'utf8')).codegen ?? {};

const config = {
  federation: true,
  useTypeImports: true,
  enumsAsTypes: true,
  contextType: '@thegither/subgraph#SubgraphContext',
  // A resolver may return the Date that Prisma gives for a column: the scalars write it as text.
  scalars: {
    Date: { input: 'string', output: 'string | Date' },
    DateTime: { input: 'string', output: 'string | Date' },
    PersonId: 'string',
  },
  ...own,
};

const text = await codegen({
  filename: `${OUT}/graphql.ts`,
  schema: parse(readFileSync('schema.graphql', 'utf8')),
  documents: [],
  config,
  plugins: [{ typescript: {} }, { resolvers: {} }],
  pluginMap: { typescript, resolvers },
});
mkdirSync(OUT, { recursive: true });
writeFileSync(`${OUT}/graphql.ts`, text);
