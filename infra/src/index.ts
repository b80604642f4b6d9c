export { asYaml, kustomizationOf } from './asYaml.ts';
export { manifests, type Manifest } from './manifests.ts';
export { makeSecrets } from './makeSecrets.ts';
export { wholePersonOperations } from './wholePersonOperations.ts';
export { readTemplate, type Template } from './readTemplate.ts';
export { DATABASES, METRICS_PORT, SERVICES, TASKS, type HouseDatabase, type HouseService, type HouseTask } from './services.ts';
