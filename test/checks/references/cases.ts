import type { Cases } from '../case.ts';
import {
  addOperated,
  backend,
  container,
  data,
  foundation,
  model,
  service,
  shop,
  shopName,
  template,
} from '../edits.ts';
import { fresh } from '../fresh.ts';
import type { Loose } from '../fresh.ts';
import { samples } from '../small-world/samples.ts';
import type { EditableWorld } from '../small-world/small-world.ts';

/** Whether what is named is there. */
export const referenceCases: Cases = {
  'reference-resolves': [
    [
      'a ConfigMap',
      world => world.remove(shop, 'ConfigMap', 'api-files'),
      "names ConfigMap 'api-files', which nothing delivers to namespace 'shop-prod' of cluster 'home'",
    ],
    [
      'a Secret',
      world => {
        container(world).env[1].valueFrom.secretKeyRef.name = 'other';
      },
      "names Secret 'other'",
    ],
    [
      'the cluster of nodes that an operator makes',
      world => {
        addOperated(world);
        world.remove(data, 'Kafka', 'events');
      },
      "names Kafka 'events', which nothing delivers to namespace 'data-prod'",
    ],
    [
      'the credentials of an autoscaler',
      world => {
        const scaler = fresh(samples.ScaledObject) as Loose;
        scaler.metadata.namespace = 'shop-prod';
        scaler.spec.triggers[0].authenticationRef = { name: 'prometheus' };
        world.add(shop, scaler);
      },
      "names TriggerAuthentication 'prometheus'",
    ],
    [
      'an entry that an autoscaler shows',
      world =>
        world.add(shop, {
          apiVersion: 'keda.sh/v1alpha1',
          kind: 'TriggerAuthentication',
          metadata: { name: 'queue', namespace: 'shop-prod' },
          spec: { secretTargetRef: [{ parameter: 'password', name: 'api', key: 'word' }] },
        }),
      "names entry 'word' of Secret 'api', which has 'password'",
    ],
    [
      'a certificate that cert-manager does not make',
      world => {
        delete world.object(shop, 'Ingress').metadata.annotations;
      },
      "names Secret 'api-tls', which nothing delivers to namespace 'shop-prod'",
    ],
    [
      'a certificate of another Secret',
      world => {
        const object = world.object(shop, 'Ingress');
        delete object.metadata.annotations;
        object.spec.tls[0].secretName = 'api';
      },
      "names entry 'tls.crt' of Secret 'api', which has 'password'",
    ],
    [
      'a Secret of another namespace',
      world => {
        world.units.find(({ path }) => path === foundation)!.manifests = world
          .unit(foundation)
          .manifests.filter((each: Loose) => each.kind !== 'ExternalSecret' || each.metadata.namespace !== 'shop-prod');
      },
      "names Secret 'api'",
    ],
    [
      'an entry of a Secret',
      world => {
        container(world).env[1].valueFrom.secretKeyRef.key = 'user';
      },
      "names entry 'user' of Secret 'api', which has 'password'",
    ],
    [
      'an entry of a ConfigMap',
      world => {
        template(world).volumes[1].configMap.items = [{ key: 'b', path: 'b' }];
      },
      "names entry 'b' of ConfigMap 'api-files'",
    ],
    [
      'a ConfigMap without a name',
      world => {
        delete template(world).volumes[1].configMap.name;
      },
      "names ConfigMap ''",
    ],
    [
      'a namespace',
      world => world.remove(foundation, 'Namespace', 'shop-prod'),
      "names Namespace 'shop-prod', which nothing delivers to cluster 'home'",
    ],
    [
      'a claim',
      world => {
        template(world).volumes.push({ name: 'x', persistentVolumeClaim: { claimName: 'x' } });
      },
      "names PersistentVolumeClaim 'x'",
    ],
    [
      'an account',
      world => {
        template(world).serviceAccountName = 'other';
      },
      "names ServiceAccount 'other'",
    ],
    [
      'a priority',
      world => {
        template(world).priorityClassName = 'highest';
      },
      "names PriorityClass 'highest'",
    ],
    ['the Service of a StatefulSet', world => world.remove(data, 'Service', 'api-pods'), "names Service 'api-pods'"],
    [
      'a store',
      world => {
        world.object(foundation, 'ExternalSecret').spec.secretStoreRef.name = 'other';
      },
      "names SecretStore 'other'",
    ],
    [
      'no store',
      world => {
        delete world.object(foundation, 'ExternalSecret').spec.secretStoreRef;
      },
      "names SecretStore ''",
    ],
    [
      'the subject and the role of a binding',
      world =>
        world.add(foundation, {
          apiVersion: 'rbac.authorization.k8s.io/v1',
          kind: 'ClusterRoleBinding',
          metadata: { name: 'x' },
          roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
          subjects: [{ kind: 'ServiceAccount', name: 'other', namespace: 'shop-prod' }],
        }),
      "names ServiceAccount 'other'",
    ],
  ],
  'scaler-target-exists': [
    [
      'a missing workload',
      world => {
        world.object(shop, 'HorizontalPodAutoscaler').spec.scaleTargetRef.name = 'x';
      },
      "scales 'apps/Deployment/shop-prod/x'",
    ],
  ],
  'service-finds-pods': [
    [
      'no selector',
      world => {
        delete service(world).spec.selector;
      },
      'selects no pods',
    ],
    [
      'a selector that finds none',
      world => {
        service(world).spec.selector = { app: 'x' };
      },
      'selects {"app":"x"}',
    ],
    [
      'a port name that pods lack',
      world => {
        service(world).spec.ports[0].targetPort = 'grpc';
      },
      "leads port 8080 to 'grpc'",
    ],
    [
      'a port number that pods lack',
      world => {
        service(world).spec.ports[0].targetPort = 9;
      },
      "leads port 8080 to '9'",
    ],
    [
      'a number of a pod where pods have none',
      world => {
        service(world).spec.selector['apps.kubernetes.io/pod-index'] = '0';
      },
      'selects {"app.kubernetes.io/name":"api","apps.kubernetes.io/pod-index":"0"}, which no pod',
    ],
    [
      'a number of a pod that its StatefulSet does not have',
      world => {
        service(world, data).spec.selector['apps.kubernetes.io/pod-index'] = '1';
      },
      '"apps.kubernetes.io/pod-index":"1"}, which no pod',
    ],
  ],
  'ingress-backend-exists': [
    [
      'a missing Service',
      world => {
        backend(world).name = 'x';
      },
      "leads to Service 'x'",
    ],
    [
      'a missing port',
      world => {
        backend(world).port.name = 'grpc';
      },
      "leads to a port of Service 'api' that it does not have",
    ],
  ],
  'probe-port-exists': [
    [
      'a name',
      world => {
        container(world).livenessProbe.httpGet.port = 'grpc';
      },
      "has a livenessProbe of port 'grpc'",
    ],
    [
      'a number',
      world => {
        container(world).readinessProbe.tcpSocket.port = 9;
      },
      "has a readinessProbe of port '9'",
    ],
  ],
  'query-reads-series': [
    [
      'an alert over a metric that nobody emits',
      world => monitored(world, { 'prometheus-rules': { 'a.yaml': alertOver('sum(mlflow_acuracy)') } }),
      "alert 'A' reads metric 'mlflow_acuracy', which no scraped program emits",
    ],
    [
      'a panel over a job that is not scraped',
      world => monitored(world, { 'prometheus-dashboards': { 'a.json': panelOver('up{job="kafka"}') } }),
      "panel 'P' of dashboard 'D' reads job 'kafka', which is not scraped",
    ],
    [
      'rules that are none',
      world => monitored(world, { 'prometheus-rules': { 'a.yaml': 'groups: 1' } }),
      'holds what Prometheus or Grafana could not read',
    ],
    [
      'an alert that waits for a component that is not here',
      world => monitored(world, { 'prometheus-rules': { 'a.yaml': alertOver('up{component="shpo"}') } }),
      "alert 'A' waits for component 'shpo' of metric 'up', which it never has",
    ],
  ],
  'retention-holds-windows': [
    ...[
      ['a window longer than what is kept', 'avg_over_time(up[3d])', 72],
      ['a window that begins too long ago', 'sum(increase(up[2d] offset 1h))', 49],
      ['a window of windows', 'max_over_time(rate(up[1h])[2d:5m])', 49],
    ].map(([title, query, hours]): Cases[string][number] => [
      title as string,
      world => {
        monitored(world, { 'prometheus-rules': { 'a.yaml': alertOver(query as string) } });
        keptFor(world, '2d');
      },
      `alert 'A' reads ${hours} hours back, but 'prometheus' keeps 2d`,
    ]),
    [
      'a panel that shows more than what is kept',
      world => {
        monitored(world, { 'prometheus-dashboards': { 'a.json': panelOver('sum(increase(up[1w]))') } });
        keptFor(world, '2d');
      },
      "panel 'P' of dashboard 'D' reads 168 hours back, but 'prometheus' keeps 2d",
    ],
  ],
  'metrics-of-version': [
    [
      'an image of another version than that of the metrics',
      world => {
        world.object(model, 'Deployment').spec.template.spec.containers[0].image = 'registry.example/api:1.40.0';
      },
      "service 'api' runs 'registry.example/api:1.40.0', but its metrics are those of Api 1.4",
    ],
  ],
  'contract-kept': [
    [
      'a program that is told another port than its endpoint has',
      world => {
        container(world).args[0] = '--port=8081';
      },
      "service 'api' is told '8081' for endpoint 'shop/api', which must be '8080'",
    ],
    [
      'a program that is told no port at all',
      world => {
        container(world).args.shift();
      },
      "service 'api' is told nothing of endpoint 'shop/api', it must be '8080'",
    ],
    [
      'a program that is told another address than it says it calls',
      world => {
        container(world).args[1] = '--data=http://api.data-dev.svc.cluster.local:8080';
      },
      "is told 'api.data-dev.svc.cluster.local:8080' for endpoint 'data/api'",
    ],
  ],
};

/** Adds a Prometheus that scrapes itself, and ConfigMaps beside it. */
function monitored(world: EditableWorld, maps: Readonly<Record<string, Readonly<Record<string, string>>>>): void {
  const config = 'scrape_configs: [{ job_name: prometheus }]\n';
  for (const [name, files] of Object.entries({ 'prometheus-config': { 'prometheus.yml': config }, ...maps })) {
    world.add(shop, { ...samples.ConfigMap, metadata: shopName(name), data: files });
  }
}

/** Adds the server, with how long it keeps what it scrapes. */
function keptFor(world: EditableWorld, retention: string): void {
  const server = fresh(samples.StatefulSet) as Loose;
  server.metadata = shopName('prometheus');
  server.spec.template.spec.containers[0].args = [`--storage.tsdb.retention.time=${retention}`];
  world.add(shop, server);
}

function alertOver(expr: string): string {
  return JSON.stringify({ groups: [{ name: 'g', rules: [{ alert: 'A', expr, annotations: {} }] }] });
}

function panelOver(expr: string): string {
  return JSON.stringify({ title: 'D', panels: [{ title: 'P', targets: [{ expr }] }] });
}
