export { asYaml, kustomizationOf } from './asYaml.ts';
export { manifests, type Manifest } from './manifests.ts';
export { makeSecrets } from './makeSecrets.ts';
export { readTemplate, type Template } from './readTemplate.ts';
export { withSetting } from './withSetting.ts';
export { DATABASES, METRICS_PORT, SERVICES, TASKS, type HouseDatabase, type HouseService, type HouseTask } from './services.ts';
