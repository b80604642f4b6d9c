import { stringify } from 'yaml';
import type { Manifest } from './manifests.ts';

/** The text of a file of manifests. */
export const asYaml = (manifests: readonly Manifest[]): string =>
  `# Written by npm run manifests, out of infra/src and infra/env.\n${manifests.map((one) => stringify(one, { lineWidth: 0, aliasDuplicateObjects: false })).join('---\n')}`;

/** The kustomization that lists those files. */
export const kustomizationOf = (files: Iterable<string>): string =>
  stringify({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', namespace: 'thegither', resources: [...files] });
