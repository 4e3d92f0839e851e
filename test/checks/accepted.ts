import {
  addOperated,
  application,
  container,
  data,
  deployment,
  foundation,
  model,
  nonRoot,
  security,
  service,
  shop,
  shopName,
  template,
} from './edits.ts';
import type { EditableWorld } from './small-world/small-world.ts';

/** What looks like a mistake and is none. */
export const accepted: readonly (readonly [string, (world: EditableWorld) => void])[] = [
  [
    'what a component accepts',
    world => {
      container(world).image = 'x/api:latest';
      world.components.shop = { ...world.components.shop!, accepts: { 'pinned-image': 'to be mended in May' } };
    },
  ],
  [
    'a Secret that a program fills',
    world => world.add(foundation, { apiVersion: 'v1', kind: 'Secret', metadata: shopName('x'), data: {} }),
  ],
  [
    'a reference that may be missing',
    world => {
      container(world).env[0] = { name: 'A', valueFrom: { configMapKeyRef: { name: 'x', key: 'x', optional: true } } };
      template(world).volumes.push({ name: 'x', secret: { secretName: 'x', optional: true } });
    },
  ],
  [
    'an entry that a template makes',
    world => {
      const secret = world.object(foundation, 'ExternalSecret');
      secret.spec.target.template = { data: { password: '{{ .a }}' } };
      secret.spec.data[0].secretKey = 'a';
    },
  ],
  [
    'an entry of a Secret that is fetched whole',
    world => {
      world.object(foundation, 'ExternalSecret').spec.dataFrom = [{ extract: { key: 'x' } }];
      container(world).env[1].valueFrom.secretKeyRef.key = 'any';
    },
  ],
  [
    'the certificate of an Ingress',
    world => {
      const secret = { secretName: 'api-tls', items: [{ key: 'tls.crt', path: 'x' }] };
      template(world).volumes.push({ name: 'x', secret });
    },
  ],
  [
    'a Service that leads to one pod of a StatefulSet',
    world => {
      service(world, data).spec.selector['apps.kubernetes.io/pod-index'] = '0';
    },
  ],
  [
    'what every cluster has',
    world => {
      template(world).priorityClassName = 'system-cluster-critical';
      template(world).volumes.push({
        name: 'x',
        projected: { sources: [{ configMap: { name: 'kube-root-ca.crt' } }] },
      });
    },
  ],
  [
    'a pod that may run where the devices are that it takes, on a node of its choice',
    world => {
      template(world).nodeSelector = { 'size': 'large', 'kubernetes.io/os': 'linux', 'kubernetes.io/hostname': 'a' };
      template(world).tolerations = [{ key: 'nvidia.com/gpu', operator: 'Exists' }];
      container(world).resources.requests.cpu = '10';
      for (const side of ['requests', 'limits']) container(world).resources[side]['nvidia.com/gpu'] = 2;
      container(world).resources.limits.cpu = '10';
      deployment(world).spec.strategy.rollingUpdate = { maxSurge: 0, maxUnavailable: 1 };
      world.object(shop, 'HorizontalPodAutoscaler').spec.maxReplicas = 1;
    },
  ],
  [
    'a container of another version beside a program whose metrics are known',
    world => {
      const pod = world.object(model, 'Deployment').spec.template.spec;
      const probe = { tcpSocket: { port: 9090 }, periodSeconds: 10 };
      pod.containers.push({
        ...pod.containers[0],
        name: 'beside',
        image: 'x/beside:9.9.9',
        ports: [{ name: 'beside', containerPort: 9090, protocol: 'TCP' }],
        livenessProbe: probe,
        readinessProbe: probe,
      });
    },
  ],
  [
    'a Job without probes',
    world =>
      world.add(shop, {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: shopName('job'),
        spec: {
          template: {
            spec: {
              ...template(world),
              restartPolicy: 'Never',
              initContainers: [],
              containers: template(world).initContainers,
            },
          },
        },
      }),
  ],
  [
    'a digest',
    world => {
      container(world).image = `x/api@sha256:${'0f'.repeat(32)}`;
    },
  ],
  [
    'a date',
    world => {
      container(world).image = 'minio/minio:RELEASE.2025-09-07T16-13-09Z';
    },
  ],
  [
    'the only capability that a restricted container may add',
    world => {
      security(world).capabilities.add = ['NET_BIND_SERVICE'];
    },
  ],
  [
    'a user of its own',
    world => {
      delete template(world).securityContext.runAsNonRoot;
      nonRoot(world);
    },
  ],
  ['what operators make pods of', addOperated],
  [
    'the Secret that an operator makes of a database',
    world => {
      addOperated(world);
      const entry = { name: 'orders-app', key: 'jdbc-uri' };
      world.object(data, 'StatefulSet').spec.template.spec.containers[0].env.push({
        name: 'ORDERS',
        valueFrom: { secretKeyRef: entry },
      });
    },
  ],
  [
    'an Application of a chart',
    world => {
      world.add('argocd/roots', {
        ...application(world),
        metadata: { name: 'x', namespace: 'argocd' },
        spec: {
          ...application(world).spec,
          source: { repoURL: 'https://git.example/x.git', chart: 'x', targetRevision: '1.0.0' },
        },
      });
    },
  ],
];
