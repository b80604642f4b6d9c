import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';

const HERE = path.resolve(import.meta.dirname, '..');
const OF_A_WORKSPACE = /\/(apps|packages|subgraphs|tests)\/[^/]+\/node_modules\/|\/tests\/node_modules\//;

/**
 * Bundles the benchmark's processes as the build bundles every service: plain JavaScript, this house's packages together,
 * what npm installed outside. So the processes that are measured run what production runs, and no loader.
 */
export async function bundleProcesses(names: readonly string[], outdir: string): Promise<void> {
  mkdirSync(outdir, { recursive: true });
  await build({
    entryPoints: names.map((name) => path.join(HERE, 'processes', `${name}.ts`)), outdir, outExtension: { '.js': '.mjs' },
    bundle: true, format: 'esm', platform: 'node', target: 'node20', logLevel: 'warning', conditions: ['source'], plugins: [installedStaysOutside],
  });
}

/** A dependency that a workspace has a version of its own of is bundled: from where the bundle lies another would be found. */
export const installedStaysOutside: Plugin = {
  name: 'what is installed for everybody stays outside',
  setup: (plugin) => plugin.onResolve({ filter: /^[^./]/ }, async ({ path: name, pluginData, ...from }) => {
    if (name.startsWith('@thegither/') || path.isAbsolute(name) || pluginData === installedStaysOutside) return undefined;
    const { path: found } = await plugin.resolve(name, { ...from, pluginData: installedStaysOutside });
    return OF_A_WORKSPACE.test(found) ? undefined : { path: name, external: true };
  }),
};
