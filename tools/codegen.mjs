import { codegen } from '@graphql-codegen/core'; import * as ts from '@graphql-codegen/typescript'; import * as res from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql'; import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
const config = { federation: true, useTypeImports: true, enumsAsTypes: true, contextType: '@thegither/subgraph#SubgraphContext', ...(JSON.parse(readFileSync('package.json', 'utf8')).codegen ?? {}) };
const out = await codegen({ filename: 'src/generated/graphql.ts', schema: parse(readFileSync('schema.graphql', 'utf8')), documents: [], config, plugins: [{ typescript: {} }, { resolvers: {} }], pluginMap: { typescript: ts, resolvers: res } });
mkdirSync('src/generated', { recursive: true }); writeFileSync('src/generated/graphql.ts', out);
