import path from 'node:path';
import { readTemplate } from './readTemplate.ts';
import { DATABASES, METRICS_PORT, SERVICES, TASKS, type HouseDatabase, type HouseService, type HouseTask, type HouseVolume } from './services.ts';

/** A manifest of Kubernetes. The test holds each against the schema of its kind. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
  readonly [part: string]: unknown;
}

const PART_OF = { 'app.kubernetes.io/part-of': 'thegither' };
const labelled = (name: string) => ({ 'app.kubernetes.io/name': name, ...PART_OF });
const chosen = (name: string) => ({ matchLabels: { 'app.kubernetes.io/name': name } });
const image = (name: string) => `thegither/${name}:latest`;

/** Nobody's account, nothing to write to, no right that it does not need. */
const POD_SECURITY = { runAsNonRoot: true, runAsUser: 10_001, runAsGroup: 10_001, fsGroup: 10_001, seccompProfile: { type: 'RuntimeDefault' } };
const CONTAINER_SECURITY = { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } };

const probe = (address: string, more: object) => ({ httpGet: { path: address, port: 'http' }, timeoutSeconds: 2, ...more });

function settingsOf(owner: string, folder: string) {
  const { settings, secrets } = readTemplate(path.join(folder, 'env', `${owner}.env`));
  const env = Object.entries(secrets).map(([name, key]) => ({ name, valueFrom: { secretKeyRef: { name: owner, key } } }));
  return { settings, env };
}

/** One that processes on several machines write to at once needs storage that lets them. */
const claim = ({ name, size }: HouseVolume, mode: 'ReadWriteOnce' | 'ReadWriteMany'): Manifest => ({
  apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name, labels: labelled(name) }, spec: { accessModes: [mode], resources: { requests: { storage: size } } },
});

const mounted = ({ name, path: mountPath }: HouseVolume) => ({ volumeMounts: [{ name, mountPath }] });
const claimed = ({ name }: HouseVolume) => ({ volumes: [{ name, persistentVolumeClaim: { claimName: name } }] });

function deployment(service: HouseService, env: readonly object[]): Manifest {
  const { name, port, memory, replicas, volume } = service;
  const supergraph = name === 'gateway';
  const container = {
    name, image: image(name), imagePullPolicy: 'IfNotPresent',
    ports: [{ name: 'http', containerPort: port }, { name: 'metrics', containerPort: METRICS_PORT }],
    envFrom: [{ configMapRef: { name } }], env,
    resources: { requests: { cpu: '100m', memory }, limits: { memory } },
    startupProbe: probe('/live', { periodSeconds: 2, failureThreshold: 30 }),
    livenessProbe: probe('/live', { periodSeconds: 10, failureThreshold: 3 }),
    readinessProbe: probe('/ready', { periodSeconds: 5, failureThreshold: 2 }),
    // The address is taken out of the service before the process is told to close.
    lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } },
    securityContext: CONTAINER_SECURITY,
    ...(supergraph ? { volumeMounts: [{ name: 'supergraph', mountPath: '/supergraph', readOnly: true }] } : {}),
    ...(volume ? mounted(volume) : {}),
  };
  return {
    apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, labels: labelled(name) },
    spec: {
      // How many there are is the autoscaler's to say where there is one.
      ...(service.mostReplicas ? {} : { replicas }),
      selector: chosen(name), strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      template: {
        metadata: { labels: labelled(name) },
        spec: {
          automountServiceAccountToken: false, enableServiceLinks: false, terminationGracePeriodSeconds: 30, securityContext: POD_SECURITY,
          topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: chosen(name) }],
          containers: [container],
          ...(supergraph ? { volumes: [{ name: 'supergraph', configMap: { name: 'supergraph' } }] } : {}),
          ...(volume ? claimed(volume) : {}),
        },
      },
    },
  };
}

const inside = (name: string, port: number) => ({ to: [{ podSelector: chosen(name) }], ports: [{ protocol: 'TCP', port }] });
const NAMES = { to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }], ports: [{ protocol: 'UDP', port: 53 }, { protocol: 'TCP', port: 53 }] };
/** The databases, the issuers and the collector are outside this namespace: by their namespaces' labels. */
const DATABASE = { to: [{ namespaceSelector: { matchLabels: { 'thegither.example/holds': 'databases' } } }], ports: [{ protocol: 'TCP', port: 5432 }] };
const ISSUERS = { to: [{ namespaceSelector: { matchLabels: { 'thegither.example/holds': 'issuers' } } }], ports: [{ protocol: 'TCP', port: 443 }] };
const COLLECTOR = { to: [{ namespaceSelector: { matchLabels: { 'thegither.example/holds': 'telemetry' } } }], ports: [{ protocol: 'TCP', port: 4318 }] };
const WATCHERS = { from: [{ namespaceSelector: { matchLabels: { 'thegither.example/holds': 'telemetry' } } }], ports: [{ protocol: 'TCP', port: METRICS_PORT }] };
const THE_WORLD = { namespaceSelector: { matchLabels: { 'thegither.example/holds': 'ingress' } } };

function networkPolicy(service: HouseService): Manifest {
  const { name, port, asks, usesDatabase, asksIssuers, isPublic } = service;
  const askers = SERVICES.filter((other) => other.asks.includes(name)).map((other) => ({ podSelector: chosen(other.name) }));
  const door = { from: [...(isPublic ? [THE_WORLD] : []), ...askers], ports: [{ protocol: 'TCP', port }] };
  return {
    apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, labels: labelled(name) },
    spec: {
      podSelector: chosen(name), policyTypes: ['Ingress', 'Egress'], ingress: [door, WATCHERS],
      egress: [NAMES, ...asks.map((asked) => inside(asked, SERVICES.find((other) => other.name === asked)!.port)), ...(usesDatabase ? [DATABASE] : []), ...(asksIssuers ? [ISSUERS] : []), COLLECTOR],
    },
  };
}

function manifestsOf(service: HouseService, folder: string): Manifest[] {
  const { name, port, replicas, mostReplicas, volume } = service;
  const { settings, env } = settingsOf(service.name, folder);
  const autoscaler: Manifest = {
    apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name, labels: labelled(name) },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name }, minReplicas: replicas, maxReplicas: mostReplicas,
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } } }],
      // Down slowly: each gateway has plans to learn and connections to open.
      behavior: { scaleDown: { stabilizationWindowSeconds: 300 } },
    },
  };
  return [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, labels: labelled(name) }, data: settings },
    ...(volume ? [claim(volume, 'ReadWriteMany')] : []),
    deployment(service, env),
    { apiVersion: 'v1', kind: 'Service', metadata: { name, labels: labelled(name) }, spec: { selector: chosen(name).matchLabels, ports: [{ name: 'http', port, targetPort: 'http' }] } },
    { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name, labels: labelled(name) }, spec: { maxUnavailable: 1, selector: chosen(name) } },
    networkPolicy(service),
    ...(mostReplicas ? [autoscaler] : []),
  ];
}

/** A task runs by the clock, one run at a time, and ends; the next one does what it left. */
function manifestsOfTask({ name, imageOf, file, schedule, volume }: HouseTask, folder: string): Manifest[] {
  const { settings, env } = settingsOf(name, folder);
  const container = {
    name, image: image(imageOf), imagePullPolicy: 'IfNotPresent', command: ['node', file], envFrom: [{ configMapRef: { name } }], env,
    resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '256Mi' } }, securityContext: CONTAINER_SECURITY, ...mounted(volume),
  };
  const pod = {
    restartPolicy: 'Never', automountServiceAccountToken: false, enableServiceLinks: false, securityContext: POD_SECURITY,
    containers: [container], ...claimed(volume),
  };
  return [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, labels: labelled(name) }, data: settings },
    claim(volume, 'ReadWriteOnce'),
    {
      apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name, labels: labelled(name) },
      spec: {
        schedule, timeZone: 'Etc/UTC', concurrencyPolicy: 'Forbid', startingDeadlineSeconds: 600, successfulJobsHistoryLimit: 3, failedJobsHistoryLimit: 3,
        jobTemplate: { spec: { backoffLimit: 0, activeDeadlineSeconds: 3_000, ttlSecondsAfterFinished: 86_400, template: { metadata: { labels: labelled(name) }, spec: pod } } },
      },
    },
    {
      apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, labels: labelled(name) },
      spec: { podSelector: chosen(name), policyTypes: ['Ingress', 'Egress'], egress: [NAMES, DATABASE] },
    },
  ];
}

/** Migrations run as the owner of the tables, before the services: no service may change a table. */
function migration({ name, migrations, secret }: HouseDatabase): Manifest {
  const job = `migrate-${name}`;
  return {
    apiVersion: 'batch/v1', kind: 'Job', metadata: { name: job, labels: labelled(job) },
    spec: {
      backoffLimit: 3, ttlSecondsAfterFinished: 86_400,
      template: {
        metadata: { labels: { ...labelled(job), 'thegither.example/task': 'migrate' } },
        spec: {
          restartPolicy: 'OnFailure', automountServiceAccountToken: false, enableServiceLinks: false, securityContext: POD_SECURITY,
          containers: [{
            name: 'migrate', image: image('migrate'), workingDir: `/app/${migrations}`, command: ['npx', 'prisma', 'migrate', 'deploy'],
            env: [{ name: 'DATABASE_URL', valueFrom: { secretKeyRef: { name: 'migrate', key: secret } } }, { name: 'HOME', value: '/tmp' }, { name: 'CHECKPOINT_DISABLE', value: '1' }],
            resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '512Mi' } }, securityContext: CONTAINER_SECURITY,
            volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
          }],
          volumes: [{ name: 'tmp', emptyDir: {} }],
        },
      },
    },
  };
}

const EVERYWHERE: readonly Manifest[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'thegither', labels: { ...PART_OF, 'pod-security.kubernetes.io/enforce': 'restricted' } } },
  // Nothing reaches anything unless a policy of its own says so.
  { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'nothing', labels: labelled('nothing') }, spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] } },
  {
    apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'migrate', labels: labelled('migrate') },
    spec: { podSelector: { matchLabels: { 'thegither.example/task': 'migrate' } }, policyTypes: ['Egress'], egress: [NAMES, DATABASE] },
  },
];

/** Every manifest of the house, by the file that it stands in. `folder` is this workspace, with the templates in it. */
export const manifests = (folder: string): ReadonlyMap<string, readonly Manifest[]> => new Map<string, readonly Manifest[]>([
  ['everywhere.yaml', EVERYWHERE],
  ...SERVICES.map((service) => [`${service.name}.yaml`, manifestsOf(service, folder)] as const),
  ...TASKS.map((task) => [`${task.name}.yaml`, manifestsOfTask(task, folder)] as const),
  ['migrations.yaml', DATABASES.map(migration)],
]);
