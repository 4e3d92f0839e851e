import type { Manifest } from '../../lib/model/manifest.ts';
import type { Json, JsonMap } from '../../lib/yaml/json.ts';
import type { Patch } from '../../lib/kustomize/patch.ts';
import { podChanges } from './pod-changes.ts';

/** A change that an environment may make, and the form of patch that carries it. */
export interface PatchCase {
  readonly name: string;
  readonly base: Manifest;
  readonly target: Manifest;
  readonly form: Patch['form'];
}

/** What differs, the body before and after, and the form. */
export type Change = readonly [name: string, base: JsonMap, target: JsonMap, form: Patch['form']];

const ADMISSION = 'admissionregistration.k8s.io/v1';
const TCP = { port: 53, protocol: 'TCP', name: 'tcp' };
const UDP = { port: 53, protocol: 'UDP', name: 'udp' };

const BARE = { port: 53, name: 'bare' };
const WEB = { port: 80, name: 'web' };
const main = { name: 'main', image: 'x' };
const sidecar = { name: 'sidecar', image: 'x' };

const configMaps: readonly Change[] = [
  ['lines', data({ a: 'x\ny\n' }), data({ 'a': 'x\nz\n', '.env': 'A=1' }), 'strategic'],
  ['lines that become one behind a tab', data({ a: 'x\ny\n' }), data({ a: '\tx' }), 'json6902'],
  ['a text that gets a tab', data({ a: 'x' }), data({ a: '\tx' }), 'strategic'],
  ['a text that could be a number', data({ a: 'x', b: '80' }), data({ a: '80', b: 'yes' }), 'strategic'],
  ['an empty key', data({ '': '1', 'a': '1' }), data({ '': '1', 'a': '2' }), 'json6902'],
  ['a key like a number', data({ a: '1' }), data({ 'a': '1', '8080': 'x' }), 'json6902'],
  ['a key `__proto__`', data({ a: '1' }), data(JSON.parse('{"__proto__":"x"}') as JsonMap), 'strategic'],
  ['all data gone', data({ a: '1' }), {}, 'strategic'],
  ['labels', { metadata: { labels: { a: '1' } } }, { metadata: { labels: { a: '2', b: '3' } } }, 'strategic'],
  ['the first annotation', {}, { metadata: { annotations: { 'a/b': 'yes' } } }, 'strategic'],
  ['the last annotation', { metadata: { annotations: { 'a/b': 'yes' } } }, {}, 'strategic'],
  ['finalizers', { metadata: { finalizers: ['a', 'b'] } }, { metadata: { finalizers: ['b'] } }, 'json6902'],
  ['data beside odd finalizers', finalized({ a: '1' }), finalized({ a: '2' }), 'json6902'],
];

const services: readonly Change[] = [
  ['a port changed', ports(TCP, UDP), ports(TCP, { ...UDP, targetPort: 'x' }), 'strategic'],
  ['a port added in front', ports(TCP), ports(UDP, TCP), 'strategic'],
  ['a port added behind', ports(TCP), ports(TCP, UDP), 'json6902'],
  ['a port removed', ports(TCP, UDP), ports(UDP), 'json6902'],
  ['ports swapped', ports(TCP, UDP), ports(UDP, TCP), 'json6902'],
  ['a port without protocol', ports(BARE), ports({ ...BARE, targetPort: 'x' }), 'strategic'],
  ['one of some ports without protocol', ports(BARE, WEB), ports({ ...BARE, targetPort: 'x' }, WEB), 'strategic'],
  ['ports without protocol, swapped', ports(BARE, WEB), ports(WEB, BARE), 'strategic'],
  ['a port without protocol among others', ports(TCP, WEB), ports(TCP, { ...WEB, targetPort: 'x' }), 'strategic'],
  ['a port with protocol among others', ports(WEB, TCP), ports(WEB, { ...TCP, targetPort: 'x' }), 'strategic'],
  ['a port of a number that others have', ports(UDP, BARE), ports(UDP, { ...BARE, targetPort: 'x' }), 'json6902'],
  ['a field beside ports of one number', { x: 1, ...ports(UDP, BARE) }, { x: 2, ...ports(UDP, BARE) }, 'json6902'],
  ['a target by number', ports({ ...TCP, targetPort: 'x' }), ports({ ...TCP, targetPort: 80 }), 'json6902'],
];

const reversedServices = services.map(([name, base, target]): Change => [name, target, base, 'strategic']);

const accounts: readonly Change[] = [
  ['secrets', { secrets: [{ name: 'a' }] }, { secrets: [{ name: 'b' }, { name: 'a' }] }, 'strategic'],
  ['pull secrets', { imagePullSecrets: [{ name: 'a' }] }, { imagePullSecrets: [{ name: 'b' }] }, 'strategic'],
];

const webhooks: readonly Change[] = [
  ['moved', { webhooks: [{ name: 'a' }, { name: 'b' }] }, { webhooks: [{ name: 'b' }, { name: 'a' }] }, 'strategic'],
  ['changed', { webhooks: [{ name: 'a', x: 1 }] }, { webhooks: [{ name: 'a', x: 2 }] }, 'strategic'],
];

const roles: readonly Change[] = [
  ['rules', { rules: [{ verbs: ['get'] }] }, { rules: [{ verbs: ['list', 'get'] }, { verbs: [] }] }, 'strategic'],
];

const bindings: readonly Change[] = [
  ['subjects', { subjects: [subject('a')] }, { subjects: [subject('b'), subject('a')] }, 'strategic'],
];

const budgets: readonly Change[] = [
  ['the other limit', { spec: { maxUnavailable: 1 } }, { spec: { minAvailable: '50%' } }, 'strategic'],
  ['another selector', { spec: { selector: { a: '1' } } }, { spec: { selector: { b: '1' } } }, 'strategic'],
];

const cronJobs: readonly Change[] = [['an image', cron('a'), cron('b'), 'strategic']];

const things: readonly Change[] = [
  ['containers', { containers: [{ name: 'a' }, { name: 'b' }] }, { containers: [{ name: 'b' }] }, 'strategic'],
  ['a list emptied', { spec: { list: [1] } }, { spec: { list: [] } }, 'strategic'],
  ['a list that becomes a map', { spec: { x: [1] } }, { spec: { x: { a: 1 } } }, 'json6902'],
  ['nothing beside null', { spec: { x: null, y: 1 } }, { spec: { x: null, y: 2 } }, 'json6902'],
  ['a field that becomes null', { spec: { x: 1, y: [1] } }, { spec: { x: null, y: [null] } }, 'json6902'],
  ['a workload within', within(main, sidecar), within({ ...main, image: 'y' }, sidecar), 'strategic'],
  ['a workload within, reordered', within(main, sidecar), within(sidecar, main), 'strategic'],
  ['a workload within that loses a container', within(main, sidecar), within(main), 'json6902'],
  [
    'a field beside a workload that has twins',
    { x: 1, ...within(main, main) },
    { x: 2, ...within(main, main) },
    'json6902',
  ],
  ['a list with `$patch`', { spec: {} }, { spec: { list: [{ $patch: 'delete' }] } }, 'json6902'],
  ['a key `$patch`', { spec: { a: 1 } }, { spec: { a: 1, $patch: 'delete' } }, 'json6902'],
];

/** Each change under a name of its own, so that one build judges them all. */
export const patchCases: readonly PatchCase[] = [
  ...casesOf('apps/v1', 'Deployment', podChanges),
  ...casesOf('v1', 'ConfigMap', configMaps),
  // Of the version and the names of the Services below it, whose patches a careless target would bring here as well.
  ...casesOf('serving.knative.dev/v1', 'Service', reversedServices),
  ...casesOf('v1', 'Service', services),
  ...casesOf('v1', 'ServiceAccount', accounts),
  ...casesOf(ADMISSION, 'ValidatingWebhookConfiguration', webhooks),
  ...casesOf('rbac.authorization.k8s.io/v1', 'Role', roles),
  ...casesOf('rbac.authorization.k8s.io/v1', 'RoleBinding', bindings),
  ...casesOf('policy/v1', 'PodDisruptionBudget', budgets),
  ...casesOf('batch/v1', 'CronJob', cronJobs),
  ...casesOf('example.com/v1', 'Thing', things),
];

function casesOf(apiVersion: string, kind: string, changes: readonly Change[]): PatchCase[] {
  return changes.map(([name, base, target, form], index) => {
    const object = ({ metadata, ...body }: JsonMap): Manifest => {
      return { ...body, apiVersion, kind, metadata: { ...(metadata as JsonMap | undefined), name: `case-${index}` } };
    };
    return { name: `${kind} of ${apiVersion}: ${name}`, base: object(base), target: object(target), form };
  });
}

function data(map: JsonMap): JsonMap {
  return { data: map };
}

function finalized(map: JsonMap): JsonMap {
  return { data: map, metadata: { finalizers: [1] } };
}

function ports(...items: readonly Json[]): JsonMap {
  return { spec: { ports: items } };
}

function subject(name: string): JsonMap {
  return { kind: 'ServiceAccount', name, namespace: 'ns' };
}

/** A custom resource that holds a Deployment, in which Kustomize merges as in any other. */
function within(...containers: readonly Json[]): JsonMap {
  return {
    spec: { manifest: { apiVersion: 'apps/v1', kind: 'Deployment', spec: { template: { spec: { containers } } } } },
  };
}

function cron(image: string): JsonMap {
  return { spec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: 'a', image }] } } } } } };
}
