// Plays the controllers that do not run here: `stand-ins.ts <file>`, a JSON file of its `Orders`.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import { Api } from './api.ts';
import type { Authority } from './authority.ts';
import type { Controller } from './controllers.ts';
import { secretOf } from './stand-in-secrets.ts';

/** What the stand-ins of one cluster are told. */
export interface Orders {
  readonly url: string;
  readonly authority: Authority;

  /** Values by entry of the secret manager. */
  readonly entries: Readonly<Record<string, string>>;

  /** Controllers that run, and so are not played. */
  readonly real: readonly Controller[];
}

/** A kind whose controller is missing, and the status that the controller would give it. */
interface StandIn {
  readonly of: Controller;
  readonly list: string;
  readonly status: JsonMap;
}

const ready: JsonMap = { conditions: [condition('Ready')] };

const standIns: readonly StandIn[] = [
  {
    of: 'autoscalers',
    list: '/apis/autoscaling/v2/horizontalpodautoscalers',
    status: {
      desiredReplicas: 1,
      currentReplicas: 1,
      conditions: [condition('AbleToScale'), condition('ScalingActive')],
    },
  },
  {
    of: 'ingresses',
    list: '/apis/networking.k8s.io/v1/ingresses',
    status: { loadBalancer: { ingress: [{ ip: '192.0.2.10' }] } },
  },
  { of: 'secrets', list: '/apis/external-secrets.io/v1/secretstores', status: ready },
  { of: 'certificates', list: '/apis/cert-manager.io/v1/clusterissuers', status: ready },
  { of: 'certificates', list: '/apis/cert-manager.io/v1/certificates', status: ready },
];

/** What has its status: each object once for each of its generations, as a controller would. */
const played = new Set<string>();

const orders = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Orders;
const api = new Api(orders.url, orders.authority);

const missing = standIns.filter(({ of }) => !orders.real.includes(of));

for (;;) {
  const secrets = orders.real.includes('secrets') ? [] : [playSecrets()];
  await Promise.all([...missing.map(play), ...secrets]).catch((error: unknown) => console.error(String(error)));
  await sleep(500);
}

async function play({ list, status }: StandIn): Promise<void> {
  for (const object of await existing(list)) {
    const { uid, generation } = object.metadata as JsonMap;
    const seen = `${String(uid)} ${String(generation)}`;
    if (played.has(seen)) continue;
    await api.patch(`${pathIn(list, object)}/status`, { status });
    played.add(seen);
  }
}

/** What External Secrets does: it fetches the entries and writes the Secret. */
async function playSecrets(): Promise<void> {
  const list = '/apis/external-secrets.io/v1/externalsecrets';
  for (const object of await existing(list)) {
    if (object['status'] !== undefined) continue;
    const secret = secretOf(object, orders.entries);
    if (secret) await api.apply(secret);
    const conditions = [condition('Ready', secret ? 'True' : 'False')];
    await api.patch(`${pathIn(list, object)}/status`, { status: { conditions } });
  }
}

/** None where the kind is not known yet. */
async function existing(list: string): Promise<Manifest[]> {
  const { status, body } = await api.send('GET', list);
  return status === 200 ? (body['items'] as unknown as Manifest[]) : [];
}

function pathIn(list: string, { metadata }: Manifest): string {
  const cut = list.lastIndexOf('/');
  const namespace = metadata['namespace'];
  const place = namespace === undefined ? '' : `/namespaces/${String(namespace)}`;
  return `${list.slice(0, cut)}${place}${list.slice(cut)}/${metadata.name}`;
}

function condition(type: string, status = 'True'): JsonMap {
  return { type, status, reason: 'StandIn', message: 'said by a stand-in', lastTransitionTime: '2026-01-01T00:00:00Z' };
}
