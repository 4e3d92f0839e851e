import type { k8s } from 'cdk8s-plus-28';
import type { Probe } from '../model/pods/probe.ts';
import { kubernetes } from './kubernetes.ts';

export type { Probe, Probes } from '../model/pods/probe.ts';

/** Whether a probe needs a port, which commands do not. */
export function asksByPort({ check }: Probe): boolean {
  return check === 'connect' || 'path' in check;
}

/** A probe as Kubernetes writes it, with every default written out. */
export function kubeProbe({ check, delay = 0, period, timeout = 1, failures = 3 }: Probe, port: string): k8s.Probe {
  return {
    ...handlerOf(check, kubernetes.IntOrString.fromString(port)),
    initialDelaySeconds: delay === 0 ? undefined : delay,
    periodSeconds: period,
    timeoutSeconds: timeout,
    failureThreshold: failures,
  };
}

function handlerOf(check: Probe['check'], port: k8s.IntOrString): k8s.Probe {
  if (check === 'connect') return { tcpSocket: { port } };
  if ('command' in check) return { exec: { command: [...check.command] } };
  return { httpGet: { path: check.path, port } };
}
