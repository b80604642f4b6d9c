import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { DATABASES, METRICS_PORT, SERVICES, asYaml, kustomizationOf, manifests, readTemplate, type Manifest } from '@thegither/infra';
import { Deployment } from 'kubernetes-models/apps/v1';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2';
import { Job } from 'kubernetes-models/batch/v1';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { ConfigMap, Namespace, Service } from 'kubernetes-models/v1';
import { refusedBy } from './refusedBy.ts';

const INFRA = fileURLToPath(new URL('../../infra', import.meta.url));
const BASE = path.join(INFRA, 'kubernetes/base');
const MODELS = { ConfigMap, Deployment, HorizontalPodAutoscaler, Job, Namespace, NetworkPolicy, PodDisruptionBudget, Service };

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
    readonly template: { spec: { automountServiceAccountToken: boolean; securityContext: { runAsNonRoot: boolean }; containers: Container[] } };
  };
}
interface Container {
  readonly env: { name: string; value?: string; valueFrom?: { secretKeyRef: { name: string; key: string } } }[];
  readonly securityContext: { readOnlyRootFilesystem: boolean; allowPrivilegeEscalation: boolean; capabilities: { drop: string[] } };
  readonly livenessProbe?: object;
  readonly readinessProbe?: object;
  readonly resources: { limits: { memory: string } };
}

const askersOf = (name: string) => SERVICES.filter(({ asks }) => asks.includes(name)).map((service) => service.name);

const nameIn = (peer: { podSelector?: { matchLabels: Record<string, string> } }) => peer.podSelector?.matchLabels['app.kubernetes.io/name'];

test('the manifests are those that `npm run manifests` writes', () => {
  expect(readdirSync(BASE).toSorted()).toEqual([...files.keys(), 'kustomization.yaml'].toSorted());
  for (const [file, each] of files) expect(readFileSync(path.join(BASE, file), 'utf8')).toBe(asYaml(each));
  expect(readFileSync(path.join(BASE, 'kustomization.yaml'), 'utf8')).toBe(kustomizationOf(files.keys()));
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

describe.each(SERVICES)('$name', ({ name, isPublic, port, asks }) => {
  const { containers, automountServiceAccountToken, securityContext } = of('Deployment', name).spec.template.spec;
  const [container] = containers as [Container];

  test('runs as nobody in particular, on a file system that it cannot write to, with no right to more', () => {
    expect([securityContext.runAsNonRoot, automountServiceAccountToken, container.securityContext]).toEqual([true, false, { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } }]);
    expect([container.livenessProbe, container.readinessProbe, container.resources.limits.memory].every(Boolean)).toBe(true);
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
    expect(door!.from!.map(nameIn)).toEqual(isPublic ? [undefined] : askersOf(name));
    expect([door!.ports.map((one) => one.port), watchers!.ports.map((one) => one.port), others]).toEqual([[port], [METRICS_PORT], []]);
    expect(egress.flatMap(({ to }) => to.flatMap((peer) => nameIn(peer) ?? [])).toSorted()).toEqual([...asks].toSorted());
  });
});

test('only the gateway reaches a room; only the gateway and the rooms reach the decision service', () => {
  const rooms = SERVICES.filter(({ workspace }) => workspace.startsWith('subgraphs/')).map(({ name }) => name);
  for (const room of rooms) expect(askersOf(room)).toEqual(['gateway']);
  expect(askersOf('decisions').toSorted()).toEqual(['gateway', ...rooms].toSorted());
  expect(askersOf('gateway')).toEqual([]);
});

test('no two services share an address of a database, and none has that of an owner', () => {
  const addresses = SERVICES.flatMap(({ name }) => readTemplate(path.join(INFRA, 'env', `${name}.env`)).secrets.DATABASE_URL ?? []);
  expect(new Set(addresses).size).toBe(SERVICES.filter(({ usesDatabase }) => usesDatabase).length);
  expect(addresses.filter((address) => DATABASES.some(({ secret }) => secret === address))).toEqual([]);
});
