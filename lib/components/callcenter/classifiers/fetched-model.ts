import type { Construct } from 'constructs';
import { connect } from '../../../constructs/connections.ts';
import { holdsForm } from '../../../constructs/refuse.ts';
import type { Storage } from '../../../model/amounts.ts';
import { textForm } from '../../../model/input/form.ts';
import type { PodSettings } from '../../../model/pods/pod-settings.ts';

/** Where the program finds what was fetched. */
const folder = '/app/model';

const modelUri = textForm("must be 'models:/<name>@<alias>' or 'models:/<name>/<version>'", text =>
  /^models:\/[^/@:]+(?:@[^/@:]+|\/\d+)$/.test(text),
);

/**
 * The part of a pod that brings its model: a container that fetches it from the registry before the service starts, into a claim
 * that comes and goes with the pod. A claim that all replicas share would tie them to one node, or want a file system that several
 * nodes may write to. It runs the service's own image; where the registry has no such model, the service keeps to the one of
 * its image.
 */
export function fetchedModel(
  scope: Construct,
  uri: string,
  size: Storage,
): Required<Pick<PodSettings, 'env' | 'initContainers' | 'volumes' | 'mounts'>> {
  holdsForm(scope, 'model', uri, modelUri);
  const env = { MODEL_PATH: folder };
  return {
    env,
    initContainers: {
      fetch: {
        command: ['python', '-m', 'model_server.fetch'],
        env: { ...env, MODEL_URI: uri, MLFLOW_TRACKING_URI: connect(scope, 'mlflow').url },
        mounts: { [folder]: { volume: 'model' } },
        // It passes files on from the network to the disk, whatever the service itself takes.
        sizing: { cpu: '50m', cpuLimit: '500m', memory: '64Mi', memoryLimit: '256Mi', scratch: '32Mi' },
      },
    },
    volumes: { model: { ephemeralClaim: { size } } },
    mounts: { [folder]: { volume: 'model', readOnly: true } },
  };
}
