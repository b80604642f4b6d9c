import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { asYaml, kustomizationOf } from './asYaml.ts';
import { manifests } from './manifests.ts';
import { withWholePersonOperations } from './wholePersonOperations.ts';

// `npm run manifests`: writes kubernetes/base anew, and before that the house's whole-person documents into their template. A test compares what is there with what this would write.
const folder = path.resolve(import.meta.dirname, '..');
const base = path.join(folder, 'kubernetes/base');
const template = path.join(folder, 'env/consent.env');
writeFileSync(template, withWholePersonOperations(readFileSync(template, 'utf8'), folder));
mkdirSync(base, { recursive: true });
for (const [file, all] of manifests(folder)) writeFileSync(path.join(base, file), asYaml(all));
writeFileSync(path.join(base, 'kustomization.yaml'), kustomizationOf(manifests(folder).keys()));
