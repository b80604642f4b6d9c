import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { DATABASES, METRICS_PORT, SERVICES, TASKS, asYaml, kustomizationOf, manifests, readTemplate, withSetting, type Manifest } from '@thegither/infra';
import { trustedDocuments, wholePersonOperations } from '@thegither/local';
import { Deployment } from 'kubernetes-models/apps/v1';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2';
import { CronJob, Job } from 'kubernetes-models/batch/v1';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { ConfigMap, Namespace, PersistentVolumeClaim, Service } from 'kubernetes-models/v1';
import { parse } from 'yaml';
import { refusedBy } from './refusedBy.ts';

const INFRA = fileURLToPath(new URL('../../infra', import.meta.url));
const BASE = path.join(INFRA, 'kubernetes/base');
const MODELS = { ConfigMap, CronJob, Deployment, HorizontalPodAutoscaler, Job, Namespace, NetworkPolicy, PersistentVolumeClaim, PodDisruptionBudget, Service };

const files = manifests(INFRA);
const all = [...files.values()].flat();
const of = (kind: string, name: string) => all.find((one) => one.kind === kind && one.metadata.name === name)! as unknown as Loose;

/** A manifest as its reader knows it: the schema's test says that it has this shape. */
interface Loose {
  readonly metadata: { readonly name: string };
  readonly data: Record<string, string>;
  readonly spec: {
    readonly ingress: { from?: { podSelector?: { matchLabels: Record<string, string> } }[]; ports: { port: number }[] }[];
    readonly egress: { to: { podSelector?: { matchLabels: Record<string, string> } }[] }[];
    readonly template: { spec: { automountServiceAccountToken: boolean; securityContext: { runAsNonRoot: boolean }; containers: Container[]; volumes?: object[] } };
  };
}
interface Container {
  readonly env: { name: string; value?: string; valueFrom?: { secretKeyRef: { name: string; key: string } } }[];
  readonly securityContext: { readOnlyRootFilesystem: boolean; allowPrivilegeEscalation: boolean; capabilities: { drop: string[] } };
  readonly volumeMounts?: { readonly name: string; readonly mountPath: string; readonly readOnly?: boolean }[];
  readonly livenessProbe?: object;
  readonly readinessProbe?: object;
  readonly resources: { limits: { memory: string } };
}

/** The apps of pages: nobody else asks the gateway from within. */
const APPS = SERVICES.filter(({ asks }) => asks.includes('gateway')).map(({ name }) => name);

const askersOf = (name: string) => SERVICES.filter(({ asks }) => asks.includes(name)).map((service) => service.name);

const nameIn = (peer: { podSelector?: { matchLabels: Record<string, string> } }) => peer.podSelector?.matchLabels['app.kubernetes.io/name'];

test('the manifests are those that `npm run manifests` writes', () => {
  expect(readdirSync(BASE).toSorted()).toEqual([...files.keys(), 'kustomization.yaml'].toSorted());
  for (const [file, each] of files) expect(readFileSync(path.join(BASE, file), 'utf8')).toBe(asYaml(each));
  expect(readFileSync(path.join(BASE, 'kustomization.yaml'), 'utf8')).toBe(kustomizationOf(files.keys()));
});

const settingsOf = (service: string): Readonly<Record<string, string>> => readTemplate(path.join(INFRA, 'env', `${service}.env`)).settings;

test('elsewhere the same documents are whole-person documents as in this house; `npm run manifests` says them anew', () => {
  expect(settingsOf('consent').WHOLE_PERSON_OPERATIONS).toBe(wholePersonOperations().join(','));
});

test('elsewhere each app is answered the operations of its own build, by the name that it has at its issuer; `npm run manifests` says them anew', () => {
  expect(JSON.parse(settingsOf('gateway').TRUSTED_DOCUMENTS!)).toEqual(trustedDocuments());
  expect(APPS.map((name) => settingsOf(name).CLIENT_ID)).toEqual(Object.keys(trustedDocuments()));
});

test('a template without the line that is to be changed is not written', () => {
  expect(withSetting('A=1\nAB=2\n', 'AB', '{"$&":"$1"}')).toBe('A=1\nAB={"$&":"$1"}\n');
  expect(() => withSetting('A=1\n', 'B', '2')).toThrow('no line B');
});

describe('each manifest fits the schema of its kind', () => {
  test.each(all.map((manifest) => [`${manifest.kind} ${manifest.metadata.name}`, manifest] as const))('%s', (_, manifest) => {
    expect(refusedBy(MODELS[manifest.kind as keyof typeof MODELS], manifest)).toEqual([]);
  });

  test.each<[string, (manifest: Manifest) => object]>([
    ['a number for a text', (manifest) => ({ ...manifest, metadata: { ...manifest.metadata, name: 7 } })],
    ['a field that there is not', (manifest) => ({ ...manifest, spec: { ...(manifest.spec as object), replcas: 2 } })],
    ['a part without what it must have', (manifest) => ({ ...manifest, spec: {} })],
  ])('and the check sees %s', (_, change) => {
    expect(refusedBy(Deployment, change(all.find(({ kind }) => kind === 'Deployment')!))).not.toEqual([]);
  });
});

test('kustomize renders them as they are', () => {
  if (!hasKubectl()) {
    process.stdout.write('manifests: kubectl is not there, so that kustomize was not run; the files were checked one by one\n');
    return;
  }
  const rendered = execFileSync('kubectl', ['kustomize', BASE], { encoding: 'utf8' });
  expect(rendered.match(/^kind: /gm)).toHaveLength(all.length);
  expect(rendered.match(/^ {2}namespace: thegither$/gm)).toHaveLength(all.length - 1);
});

const hasKubectl = () => (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, 'kubectl')));

const COMPOSED = (parse(readFileSync(path.join(INFRA, 'compose.yaml'), 'utf8'), { merge: true }) as { services: Record<string, { image: string; command: string[]; env_file: string[]; volumes?: string[]; networks: string[]; read_only: boolean; ports?: string[] }> }).services;

describe.each(SERVICES)('$name', ({ name, isPublic, port, asks, volume }) => {
  const { containers, automountServiceAccountToken, securityContext, volumes } = of('Deployment', name).spec.template.spec;
  const [container] = containers as [Container];

  test('runs as nobody in particular, on a file system that it cannot write to, with no right to more', () => {
    expect([securityContext.runAsNonRoot, automountServiceAccountToken, container.securityContext]).toEqual([true, false, { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } }]);
    expect([container.livenessProbe, container.readinessProbe, container.resources.limits.memory].every(Boolean)).toBe(true);
  });

  test('writes to its own volume alone, where it has one, in containers too', () => {
    expect((container.volumeMounts ?? []).filter(({ readOnly }) => readOnly !== true)).toEqual(volume ? [{ name: volume.name, mountPath: volume.path }] : []);
    expect((COMPOSED[name]!.volumes ?? []).filter((one) => !one.endsWith(':ro'))).toEqual(volume ? [`${volume.name}:${volume.path}`] : []);
    if (volume === undefined) return;
    expect(volumes).toEqual([{ name: volume.name, persistentVolumeClaim: { claimName: volume.name } }]);
    // Its processes are on several machines.
    expect(of('PersistentVolumeClaim', volume.name)).toMatchObject({ spec: { accessModes: ['ReadWriteMany'], resources: { requests: { storage: volume.size } } } });
    expect(readFileSync(path.join(INFRA, 'Containerfile'), 'utf8')).toMatch(new RegExp(`^RUN install --directory --owner=10001 --group=10001 .*${volume.path}\\b`, 'm'));
  });

  test('has every secret by reference, and none in its settings', () => {
    const { settings, secrets } = readTemplate(path.join(INFRA, 'env', `${name}.env`));
    expect(of('ConfigMap', name).data).toEqual(settings);
    expect(container.env).toEqual(Object.entries(secrets).map(([variable, key]) => ({ name: variable, valueFrom: { secretKeyRef: { name, key } } })));
    expect(Object.keys(settings).filter((variable) => /KEY|SECRET|PASSWORD|DATABASE/.test(variable))).toEqual([]);
  });

  test('is reached by those who ask it alone, and reaches those whom it asks alone', () => {
    const { ingress, egress } = of('NetworkPolicy', name).spec;
    const [door, watchers, ...others] = ingress;
    expect(door!.from!.map(nameIn)).toEqual([...(isPublic ? [undefined] : []), ...askersOf(name)]);
    expect([door!.ports.map((one) => one.port), watchers!.ports.map((one) => one.port), others]).toEqual([[port], [METRICS_PORT], []]);
    expect(egress.flatMap(({ to }) => to.flatMap((peer) => nameIn(peer) ?? [])).toSorted()).toEqual([...asks].toSorted());
  });
});

/** A task as its reader knows it. */
interface LooseTask {
  readonly spec: {
    readonly schedule: string;
    readonly concurrencyPolicy: string;
    readonly jobTemplate: { spec: { backoffLimit: number; template: { metadata: { labels: Record<string, string> }; spec: { restartPolicy: string; securityContext: { runAsNonRoot: boolean }; volumes: { name: string; persistentVolumeClaim: { claimName: string } }[]; containers: [Container & { image: string; command: string[]; volumeMounts: { name: string; mountPath: string }[] }] } } } };
  };
}

describe.each(TASKS)('$name', ({ name, imageOf, file, schedule, volume }) => {
  const { spec } = of('CronJob', name) as unknown as LooseTask;
  const { template } = spec.jobTemplate.spec, [container] = template.spec.containers;
  const { settings, secrets } = readTemplate(path.join(INFRA, 'env', `${name}.env`));

  test('runs by the clock, one run at a time, and what one leaves the next one does', () => {
    expect([spec.schedule, spec.concurrencyPolicy, spec.jobTemplate.spec.backoffLimit, template.spec.restartPolicy]).toEqual([schedule, 'Forbid', 0, 'Never']);
    expect([container.image, container.command]).toEqual([`thegither/${imageOf}:latest`, ['node', file]]);
    expect(existsSync(path.join(INFRA, '..', SERVICES.find((service) => service.name === imageOf)!.workspace, file.replace(/^dist\/(.*)\.js$/, 'src/$1.ts')))).toBe(true);
  });

  test('runs as nobody in particular, and writes to its own volume alone', () => {
    expect([template.spec.securityContext.runAsNonRoot, container.securityContext]).toEqual([true, { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } }]);
    expect([container.volumeMounts, template.spec.volumes]).toEqual([[{ name: volume.name, mountPath: volume.path }], [{ name: volume.name, persistentVolumeClaim: { claimName: volume.name } }]]);
    expect(of('PersistentVolumeClaim', volume.name)).toMatchObject({ spec: { resources: { requests: { storage: volume.size } } } });
  });

  test('has the consent room\'s rights in the ledger, each secret by reference, and none in its settings', () => {
    expect(of('ConfigMap', name).data).toEqual(settings);
    expect(secrets).toEqual({ DATABASE_URL: 'CONSENT_DATABASE_URL', LEDGER_SEAL_KEYS: 'LEDGER_SEAL_KEYS' });
    expect(container.env).toEqual(Object.entries(secrets).map(([variable, key]) => ({ name: variable, valueFrom: { secretKeyRef: { name, key } } })));
  });

  test('reaches the databases alone, and nobody reaches it', () => {
    const { ingress, egress } = of('NetworkPolicy', name).spec;
    expect([ingress, template.metadata.labels['app.kubernetes.io/name']]).toEqual([undefined, name]);
    expect(JSON.stringify(egress.map(({ to }) => to))).toBe(JSON.stringify(of('NetworkPolicy', 'migrate').spec.egress.map(({ to }) => to)));
  });

  test('is done every hour in containers too', () => {
    const service = COMPOSED[name]!;
    expect([service.image, service.env_file, service.volumes, service.networks, service.read_only, service.ports]).toEqual([
      `thegither/${imageOf}:latest`, [`env/${name}.env`], [`${volume.name}:${volume.path}`], ['inside'], true, undefined,
    ]);
    expect(service.command.join(' ')).toContain(`node ${file}; sleep 3600`);
  });
});

test('only the gateway reaches a room; only the gateway and the rooms reach the decision service', () => {
  const rooms = SERVICES.filter(({ workspace }) => workspace.startsWith('subgraphs/')).map(({ name }) => name);
  for (const room of rooms) expect(askersOf(room)).toEqual(['gateway']);
  expect(askersOf('decisions').toSorted()).toEqual(['gateway', ...rooms].toSorted());
  expect(askersOf('gateway')).toEqual(['my-sharing', 'workspace']);
});

test('feedback is taken elsewhere too, into a file of each machine\'s own', () => {
  const { volume } = SERVICES.find(({ name }) => name === 'my-sharing')!;
  expect(settingsOf('my-sharing').FEEDBACK_FILE).toMatch(new RegExp(`^${volume!.path}/[^/]*%h[^/]*$`));
});

test('who is asked for tokens, or verifies them, reaches the issuers, and nobody else does', () => {
  const reaching = SERVICES.filter(({ name }) => JSON.stringify(of('NetworkPolicy', name).spec.egress).includes('"thegither.example/holds":"issuers"')).map(({ name }) => name);
  expect(reaching).toEqual(['gateway', 'decisions', ...APPS]);
});

describe.each(APPS)('%s', (name) => {
  const upper = name.toUpperCase().replaceAll('-', '_');

  test('keeps its sessions in a database of its own, under keys of its own, and has an account of its own at its issuer', () => {
    expect(readTemplate(path.join(INFRA, 'env', `${name}.env`)).secrets).toEqual({ CLIENT_SECRET: `${upper}_CLIENT_SECRET`, SESSION_DATABASE_URL: `${upper}_DATABASE_URL`, SESSION_KEYS: `${upper}_SESSION_KEYS` });
  });

  test('is reached over HTTPS, so that its cookie is bound to its address, and asks the gateway within', () => {
    expect(settingsOf(name)).toMatchObject({ BASE_URL: expect.stringMatching(/^https:/), GATEWAY_URL: 'http://gateway:4000/graphql', NODE_ENV: 'production' });
  });

  test('is one of the containers, with its template and nothing of another service', () => {
    const { port } = SERVICES.find((service) => service.name === name)!;
    const { image, env_file: files, ports, read_only: isReadOnly } = COMPOSED[name]!;
    expect([image, files, ports, isReadOnly]).toEqual([`thegither/${name}:latest`, [`env/${name}.env`], [`127.0.0.1:${port}:${port}`], true]);
  });
});

test('no two services share an address of a database, and none has that of an owner', () => {
  const addresses = SERVICES.map(({ name }) => readTemplate(path.join(INFRA, 'env', `${name}.env`)).secrets).flatMap((secrets) => secrets.DATABASE_URL ?? secrets.SESSION_DATABASE_URL ?? []);
  expect(new Set(addresses).size).toBe(SERVICES.filter(({ usesDatabase }) => usesDatabase).length);
  expect(addresses.filter((address) => DATABASES.some(({ secret }) => secret === address))).toEqual([]);
});
