import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { installedStaysOutside } from '../../bench/start/bundle.ts';

/** The files that the proof's processes run. */
export interface Bundles {
  /** What that workspace's server.ts became. */
  service(workspace: string): string;
  /** What is loaded into every one of them before: preload/inside.ts. */
  readonly inside: string;
  /** A decision service that does not decide again. */
  readonly withoutSecondDecision: string;
  /** A gateway that knows no deadline. */
  readonly withoutDeadline: string;
  remove(): void;
}

const CHECKOUT = path.resolve(import.meta.dirname, '../../..');
const PROOF = 'tests/proof-withdrawal';

/** Bundles them as the build bundles every service: what is proved is what production runs, and no loader. Below the checkout, so that what npm installed is found. */
export async function bundleServices(workspaces: readonly string[]): Promise<Bundles> {
  const cache = path.join(CHECKOUT, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'proof-withdrawal-'));
  const service = (workspace: string): string => path.join(folder, workspace, 'dist/server.mjs');
  const bundle = (files: Readonly<Record<string, string>>, ...plugins: readonly Plugin[]): Promise<unknown> => build({
    entryPoints: Object.entries(files).map(([out, file]) => ({ in: path.join(CHECKOUT, file), out })), plugins: [...plugins, installedStaysOutside],
    outdir: folder, outExtension: { '.js': '.mjs' }, bundle: true, format: 'esm', platform: 'node', target: 'node20', logLevel: 'warning', conditions: ['source'],
  });
  await bundle({ inside: `${PROOF}/preload/inside.ts`, ...Object.fromEntries(workspaces.map((workspace) => [`${workspace}/dist/server`, `${workspace}/src/server.ts`])) });
  await bundle({ decisions: 'apps/decisions/src/server.ts' }, withoutSecondDecision);
  await bundle({ gateway: 'apps/gateway/src/server.ts' }, withoutDeadline);
  // A room reads its schema from beside its bundle.
  for (const workspace of workspaces) {
    const schema = path.join(CHECKOUT, workspace, 'schema.graphql');
    if (existsSync(schema)) copyFileSync(schema, path.join(folder, workspace, 'schema.graphql'));
  }
  const at = (name: string): string => path.join(folder, `${name}.mjs`);
  return { service, inside: at('inside'), withoutSecondDecision: at('decisions'), withoutDeadline: at('gateway'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The decision service's own code, with another ledger under it. */
const withoutSecondDecision: Plugin = {
  name: 'without the second decision',
  setup: (plugin) => plugin.onResolve({ filter: /^@thegither\/ledger$/ }, () => ({ path: path.join(CHECKOUT, 'packages/ledger/src/testing/withoutSecondDecision.ts') })),
};

/** The gateway's own code, with a minute in place of its deadline. */
const withoutDeadline: Plugin = {
  name: 'without the deadline',
  setup: (plugin) => plugin.onLoad({ filter: /\/apps\/gateway\/src\/gateway\.ts$/ }, ({ path: file }) => {
    const text = readFileSync(file, 'utf8'), contents = text.replace('releaseDeadlineMs = RELEASE_DEADLINE_MS', 'releaseDeadlineMs = 60_000');
    return contents === text ? { errors: [{ text: 'the gateway has no deadline to take out' }] } : { contents, loader: 'ts' };
  }),
};
