import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { asYaml, kustomizationOf } from './asYaml.ts';
import { manifests } from './manifests.ts';

// `npm run manifests`: writes kubernetes/base anew. A test compares what is there with what this would write.
const folder = path.resolve(import.meta.dirname, '..');
const base = path.join(folder, 'kubernetes/base');
mkdirSync(base, { recursive: true });
for (const [file, all] of manifests(folder)) writeFileSync(path.join(base, file), asYaml(all));
writeFileSync(path.join(base, 'kustomization.yaml'), kustomizationOf(manifests(folder).keys()));
