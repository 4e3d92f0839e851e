import { cadvisor, kubeApiserver, kubelet, kubeStateMetrics } from './kubernetes-programs.ts';
import { alertmanager, bento, grafana, mlflow, modelImage, prometheus } from './platform-programs.ts';
import type { Program } from './program.ts';

/** WHERE A NEW SCRAPE JOB GOES: the program that answers it. Jobs are named in the rows of endpoints. */
export const programOfJob: Readonly<Record<string, Program>> = {
  'alert-bridge': bento,
  'alertmanager': alertmanager,
  'edge-kube-state-metrics': kubeStateMetrics,
  'edge-prometheus': prometheus,
  'grafana': grafana,
  'k3d-ml-apps': modelImage,
  'kube-state-metrics': kubeStateMetrics,
  'kubernetes-apiservers': kubeApiserver,
  'kubernetes-cadvisor': cadvisor,
  'kubernetes-kubelet': kubelet,
  'mlflow': mlflow,
  'prometheus': prometheus,
};

/**
 * The program behind a job.
 *
 * @throws Error when the catalogue has none, because then nobody knows what alerts may read of it
 */
export function programOf(job: string): Program {
  const program = programOfJob[job];
  if (!program) {
    throw new Error(
      `Scrape job '${job}': the program that answers it must be a row of lib/components/monitoring/metrics/jobs.ts`,
    );
  }
  return program;
}
