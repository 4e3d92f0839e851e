import { send } from '../kubernetes/sending.ts';
import { apply, isRolled, withTemplate } from '../kubernetes/rollouts.ts';
import { unsettled } from '../kubernetes/settled.ts';
import type { Running } from '../kubernetes/control-plane.ts';
import type { Api } from '../kubernetes/api.ts';
import type { Json, JsonMap } from '../../../lib/yaml/json.ts';
import { namespaceOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { until } from '../processes/until.ts';
import { demandNone } from '../report/ledger.ts';
import type { Book } from '../report/ledger.ts';
import { rolloutCases } from './rollout-cases.ts';
import type { RolloutCase } from './rollout-case.ts';
import type { RolloutWorld } from './rollout-world.ts';

const onlyMore: Json = { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };
const inPlace: Json = { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } };

/** Seconds without progress after which the controller gives a rollout up. */
const patience = 10;

/**
 * Rolls every case out twice: with the strategy that stands still, and with one that ends. What the rule says of either
 * must be what comes of it.
 */
export async function tryRollouts(book: Book, { api, name }: Running, world: RolloutWorld): Promise<void> {
  const standing = rolloutCases.map(row => versionOf(world, row, 'standing', row.strategy ?? onlyMore));
  const ending = rolloutCases.map(row =>
    versionOf(world, row, 'ending', row.ownEnds === false ? inPlace : strategyOf(world.deploymentOf(row))),
  );
  await book.tries(`${name}: every pod of the rollouts to be replayed runs`, async () => {
    const rolled = rolloutCases.map(row => world.deploymentOf(row));
    const first = rolloutCases.map((row, index) => versionOf(world, row, 'first', strategyOf(rolled[index]!)));
    const others = world.objects.filter(each => !rolled.includes(each) && !isBound(each));
    const { refusals } = await send(api, [...others, ...first]);
    demandNone(refusals, 'refusals');
    await until('every pod runs', { seconds: 20, missing: () => unsettled(api) });
    return [`${rolloutCases.length} rollouts`];
  });
  const said = { standing: await world.standingStill(standing), ending: await world.standingStill(ending) };
  for (const version of standing) await apply(api, version);
  for (const [index, row] of rolloutCases.entries()) {
    await book.tries(`${name}: stands still, as the rule says: ${row.title}`, async () => {
      const lines = await stoodStill(api, standing[index]!);
      if (!said.standing.includes(row)) throw new Error('it stands still, and the rule says nothing of it');
      return lines;
    });
  }
  for (const version of ending) await apply(api, version);
  for (const [index, row] of rolloutCases.entries()) {
    await book.tries(`${name}: ends, as the rule says: ${row.title}`, async () => {
      await until('it has ended', { seconds: 20, missing: () => notEnded(api, ending[index]!) });
      if (said.ending.includes(row)) throw new Error('it ends, and the rule says that it stands still');
      return [];
    });
  }
}

/** Quotas are another reason for which a rollout stands still, and nothing measures what autoscalers look at. */
function isBound({ kind }: Manifest): boolean {
  return ['ResourceQuota', 'LimitRange', 'HorizontalPodAutoscaler'].includes(kind);
}

function strategyOf({ spec }: Manifest): Json {
  return (spec as JsonMap)['strategy']!;
}

/** The Deployment of a case with other pods, at full scale. */
function versionOf(world: RolloutWorld, row: RolloutCase, version: string, strategy: Json): Manifest {
  const own = withTemplate(world.deploymentOf(row), template => ({
    ...template,
    metadata: { ...(template['metadata'] as JsonMap), annotations: { version } },
  }));
  const replicas = row.service.autoscaling?.max ?? row.service.replicas ?? 1;
  return { ...own, spec: { ...(own.spec as JsonMap), strategy, replicas, progressDeadlineSeconds: patience } };
}

/** Waits until the controller has given up, and the scheduler has said why. */
async function stoodStill(api: Api, deployment: Manifest): Promise<string[]> {
  await until('the controller gives it up', {
    seconds: 4 * patience,
    missing: async () => {
      const { status } = await stateOf(api, deployment);
      const conditions = ((status as JsonMap)['conditions'] ?? []) as readonly JsonMap[];
      const gaveUp = conditions.some(({ reason }) => reason === 'ProgressDeadlineExceeded');
      return gaveUp
        ? undefined
        : conditions.map(({ type, message }) => `${String(type)}: ${String(message)}`).join('; ');
    },
  });
  const waiting = (await api.list(`/api/v1/namespaces/${String(namespaceOf(deployment))}/pods`)).flatMap(
    ({ metadata, status }) => {
      const conditions = ((status as JsonMap)['conditions'] ?? []) as readonly JsonMap[];
      const unplaced = conditions.find(({ type, reason }) => type === 'PodScheduled' && reason === 'Unschedulable');
      return unplaced ? [`${metadata.name}: ${String(unplaced['message'])}`] : [];
    },
  );
  if (waiting.length === 0) throw new Error('no pod waits for a node, must be at least one');
  return waiting;
}

async function notEnded(api: Api, deployment: Manifest): Promise<string | undefined> {
  const state = await stateOf(api, deployment);
  return isRolled(state) ? undefined : JSON.stringify(state.status);
}

async function stateOf(api: Api, deployment: Manifest): Promise<Manifest> {
  return (await api.get(await api.pathOf(deployment))) as unknown as Manifest;
}
