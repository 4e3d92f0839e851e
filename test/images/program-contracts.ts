import { queriesOf } from '../../lib/checks/queries/queries.ts';
import type { Query } from '../../lib/checks/queries/queries.ts';
import { monitoredBy } from '../../lib/checks/queries/monitored.ts';
import { loadSchemas } from '../../lib/checks/schema/schemas.ts';
import { World } from '../../lib/checks/world.ts';
import { kindsOf } from '../../lib/kinds/index.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import { amountIn, unit } from '../../lib/model/quantity.ts';
import type { Service } from '../../lib/model/service.ts';
import type { Synthesis } from '../../lib/synthesis.ts';
import { imageName } from '../../images/pins.ts';
import type { ProgramContract } from './program-contract.ts';
import { readsOf } from './reads.ts';

/** What the constructs of a platform ask of images that keep a contract of our own. */
export async function programContracts(whole: Synthesis): Promise<ProgramContract[]> {
  const queries = await queriesIn(whole);
  return Object.entries(whole.platform.components).flatMap(([component, { services }]) =>
    Object.entries(services).flatMap(([name, service]) =>
      isOurs(service) ? [contractOf({ component, name, service, queries, objects: objectsOf(component, whole) })] : [],
    ),
  );
}

interface Asked {
  readonly component: string;
  readonly name: string;
  readonly service: Service & { readonly image: string; readonly emits: NonNullable<Service['emits']> };
  readonly queries: readonly Query[];
  readonly objects: readonly Manifest[];
}

/** Images of others have a version, whose names are theirs. */
function isOurs(service: Service): service is Asked['service'] {
  return service.image !== undefined && service.emits !== undefined && service.emits.version === undefined;
}

function contractOf({ component, name, service, queries, objects }: Asked): ProgramContract {
  const { containers, initContainers = [] } = podOf(objects, name);
  const [container] = containers;
  const offers = Object.values(service.offers ?? {});
  const scraped = offers.flatMap(({ port, metrics }) => (metrics ? [{ port, path: metrics.path ?? '/metrics' }] : []));
  const probes = {
    startup: container!.startupProbe,
    liveness: container!.livenessProbe,
    readiness: container!.readinessProbe,
  };
  const startup = container!.startupProbe;
  return {
    image: imageName(service.image),
    service: `${component}/${name}`,
    ports: (container!.ports ?? []).map(({ containerPort }) => containerPort),
    probes: Object.fromEntries(
      Object.entries(probes).flatMap(([who, probe]) => (probe?.httpGet ? [[who, probe.httpGet.path]] : [])),
    ),
    startupSeconds: startup ? (startup.periodSeconds ?? 10) * (startup.failureThreshold ?? 3) : 0,
    memoryLimit: Number(amountIn(container!.resources.limits.memory)! / unit),
    scraped,
    env: Object.fromEntries((container!.env ?? []).map(({ name: variable, value = '' }) => [variable, value])),
    initCommands: initContainers.flatMap(({ command }) => (command ? [command] : [])),
    metrics: service.emits.metrics,
    reads: readsOf(queries, {
      emits: service.emits,
      labels: { component: [component], job: offers.flatMap(({ metrics }) => (metrics ? [metrics.job ?? name] : [])) },
    }),
  };
}

interface Probe {
  readonly httpGet?: { readonly path: string };
  readonly periodSeconds?: number;
  readonly failureThreshold?: number;
}

interface Pod {
  readonly containers: readonly {
    readonly ports?: readonly { readonly containerPort: number }[];
    readonly env?: readonly { readonly name: string; readonly value?: string }[];
    readonly resources: { readonly limits: { readonly memory: string } };
    readonly startupProbe?: Probe;
    readonly livenessProbe?: Probe;
    readonly readinessProbe?: Probe;
  }[];
  readonly initContainers?: readonly { readonly command?: readonly string[] }[];
}

function podOf(objects: readonly Manifest[], service: string): Pod {
  const workload = objects.find(
    ({ kind, metadata }) => metadata.name === service && ['Deployment', 'StatefulSet'].includes(kind),
  );
  return (workload as unknown as { readonly spec: { readonly template: { readonly spec: Pod } } }).spec.template.spec;
}

function objectsOf(component: string, { delivery }: Synthesis): readonly Manifest[] {
  return delivery.bases.find(base => base.component === component)!.manifests;
}

async function queriesIn({ platform, delivery, units }: Synthesis): Promise<Query[]> {
  const world = new World(units, { platform, delivery }, await loadSchemas(units, kindsOf(platform)));
  return units.flatMap(each => queriesOf(monitoredBy(each, world)));
}
