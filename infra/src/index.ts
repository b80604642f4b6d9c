export { asYaml, kustomizationOf } from './asYaml.ts';
export { manifests, type Manifest } from './manifests.ts';
export { makeSecrets } from './makeSecrets.ts';
export { readTemplate, type Template } from './readTemplate.ts';
export { DATABASES, METRICS_PORT, SERVICES, type HouseDatabase, type HouseService } from './services.ts';
