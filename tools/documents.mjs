/**
 * Writes an app's src/generated/operations.ts: typed documents of its operations/*.graphql, checked against the API
 * schema, and `documentHashes`, the SHA-256 of each as the app sends it, which are what the gateway takes from that app.
 * Run inside the workspace (`npm run generate`).
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { Kind, buildASTSchema, concatAST, parse, print, validate, visit } from 'graphql';

const OUT = 'src/generated';
const schema = parse(readFileSync('../../docs/api.graphql', 'utf8'));
const documents = readdirSync('operations').filter((name) => name.endsWith('.graphql')).toSorted()
  .map((name) => ({ location: name, document: parse(readFileSync(`operations/${name}`, 'utf8')) }));
const all = concatAST(documents.map(({ document }) => document));
const wrong = validate(buildASTSchema(schema), all);
if (wrong.length > 0) throw new AggregateError(wrong, wrong.map(({ message }) => message).join('\n'));

const fragments = new Map(all.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]));

/** An operation with the fragments that it uses, by name: the order in which it is sent (packages/pages, textOfDocument). */
function whole(operation) {
  const used = new Map();
  const walk = (node) => visit(node, {
    FragmentSpread({ name }) {
      if (used.has(name.value)) return;
      const fragment = fragments.get(name.value);
      used.set(name.value, fragment);
      walk(fragment);
    },
  });
  walk(operation);
  return { kind: Kind.DOCUMENT, definitions: [operation, ...[...used.keys()].toSorted((a, b) => a.localeCompare(b, 'en')).map((name) => used.get(name))] };
}

const hashes = all.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  .map((operation) => [operation.name.value, createHash('sha256').update(print(whole(operation))).digest('hex')]);

const config = {
  useTypeImports: true, enumsAsTypes: true, strictScalars: true, documentMode: 'documentNode', optimizeDocumentNode: false,
  scalars: { Date: 'string', DateTime: 'string', PersonId: 'string' },
};
const text = await codegen({ filename: `${OUT}/operations.ts`, schema, documents, config, plugins: [{ operations: {} }, { typedDocuments: {} }], pluginMap: { operations, typedDocuments } });
mkdirSync(OUT, { recursive: true });
writeFileSync(`${OUT}/operations.ts`, `${text}\n/** The SHA-256 of each document as it is sent, by its name. */\nexport const documentHashes = ${JSON.stringify(Object.fromEntries(hashes), null, 2)} as const;\n`);
