import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { trustedDocuments, wholePersonOperations } from '@thegither/local';
import { asYaml, kustomizationOf } from './asYaml.ts';
import { manifests } from './manifests.ts';
import { withSetting } from './withSetting.ts';

// `npm run manifests`: writes kubernetes/base anew, and before that what the services' operations are now into their templates. A test compares what is there with what this would write.
const folder = path.resolve(import.meta.dirname, '..');
const base = path.join(folder, 'kubernetes/base');
function settle(service: string, name: string, value: string): void {
  const template = path.join(folder, 'env', `${service}.env`);
  writeFileSync(template, withSetting(readFileSync(template, 'utf8'), name, value));
}
settle('consent', 'WHOLE_PERSON_OPERATIONS', wholePersonOperations().join(','));
settle('gateway', 'TRUSTED_DOCUMENTS', JSON.stringify(trustedDocuments()));
mkdirSync(base, { recursive: true });
for (const [file, all] of manifests(folder)) writeFileSync(path.join(base, file), asYaml(all));
writeFileSync(path.join(base, 'kustomization.yaml'), kustomizationOf(manifests(folder).keys()));
