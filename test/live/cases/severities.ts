import { listAt, textAt, textsAt } from '../../../lib/yaml/json-path.ts';
import type { Json } from '../../../lib/yaml/json.ts';
import { until } from '../../conformance/processes/until.ts';
import { NotTried } from '../../conformance/report/ledger.ts';
import { playedRequests } from '../internet/played-internet.ts';
import type { LivePlatform } from '../live-platform.ts';
import { nodePortsOf } from '../node-ports.ts';
import { fires } from './firing.ts';
import type { LiveCase } from './live-case.ts';
import { endPods, fault, modelsAtWork, restartsOf } from './model-at-work.ts';
import type { ModelAtWork } from './model-at-work.ts';

/** A warning is shown, and a model that gets worse starts the workflow for it. What is critical is tried elsewhere. */
export const severities: LiveCase = {
  title: 'a warning arrives where warnings are shown, and a drift where its workflow is started',
  run: async platform => {
    const [restarting, drifting] = await modelsAtWork(platform);
    if (!restarting || !drifting)
      throw new NotTried('this platform has no two models with an autoscaler and a node port');

    await fault(drifting, 'accuracy?share=0.9');
    const notes = await Promise.all([warns(platform, restarting), drifts(platform, drifting)]);
    await Promise.all([endPods(restarting), endPods(drifting)]);
    await platform.world.allWell();
    return notes;
  },
};

async function warns(platform: LivePlatform, model: ModelAtWork): Promise<string> {
  const alert = 'ModelPodFrequentRestarts';
  for (let round = 0; round < 3; round += 1) {
    const before = await restartsOf(model);
    await fault(model, 'exit');
    await until(`${model.name} was started again`, {
      seconds: 60,
      every: 1000,
      missing: async () => ((await restartsOf(model)) > before ? undefined : 'it was not'),
    });
  }
  const seconds = await fires(platform, alert, { namespace: model.namespace }, 600);
  await until(`${alert} is shown`, {
    seconds: 60,
    every: 2000,
    missing: async () => {
      const receivers = await receiversOf(platform, alert);
      return receivers.includes('shown-in-grafana') ? undefined : `its receivers are ${receivers.join() || 'none'}`;
    },
  });
  return `${alert}, a warning, fired after ${seconds} s, and Alertmanager has it for shown-in-grafana`;
}

async function drifts(platform: LivePlatform, model: ModelAtWork): Promise<string> {
  const alert = 'ModelAccuracyDrift';
  const seconds = await fires(platform, alert, { namespace: model.namespace }, 900);
  await until('the request for the drift workflow has arrived', {
    seconds: 90,
    every: 1000,
    missing: () => {
      const arrived = playedRequests(platform.folder).some(
        ({ path, body }) =>
          path.includes('ai-drift-detection') && body.includes(model.name) && body.includes('accuracy'),
      );
      return Promise.resolve(arrived ? undefined : 'it has not');
    },
  });
  return `${alert} fired after ${seconds} s, and its workflow was asked for with the model's name and accuracies`;
}

/** Receivers that any Alertmanager with a node port has an alert for. */
async function receiversOf({ clusters }: LivePlatform, alert: string): Promise<string[]> {
  const found: string[] = [];
  for (const { api, place } of clusters) {
    const services = await api.list('/api/v1/services');
    const ports = services
      .filter(service => textsAt(service, 'spec', 'selector')['app.kubernetes.io/name'] === 'alertmanager')
      .flatMap(nodePortsOf);
    for (const port of ports) {
      const answer = await fetch(`http://${place.tailnet}:${port}/api/v2/alerts?filter=alertname%3D%22${alert}%22`);
      const alerts = (await answer.json()) as Json[];
      found.push(...alerts.flatMap(each => listAt(each, 'receivers').map(receiver => textAt(receiver, 'name') ?? '')));
    }
  }
  return [...new Set(found)];
}
