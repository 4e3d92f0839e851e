import type { Family, Program } from './family.ts';
import { inContainers } from './in-containers.ts';
import { kubernetesVersion } from './kubernetes-version.ts';
import { nodeFamilies } from './node-families.ts';
import { operators } from './operators.ts';

const argocdVersion = '3.2.11';

/** What is built from Go modules. The order is that of the first build: what the most parts need comes first. */
export const families: readonly Family[] = [
  kubernetes('1.36', '1.36.4'),
  family('etcd', ['etcd', 'go.etcd.io/etcd/server/v3']),
  family('kustomize', ['kustomize', 'sigs.k8s.io/kustomize/kustomize/v5']),
  family('kwok', ['kwok', 'sigs.k8s.io/kwok/cmd/kwok']),
  kubernetes('1.33', '1.33.13'),
  {
    ...family('argocd', ['argocd', 'github.com/argoproj/argo-cd/v3/cmd']),
    variables: { 'github.com/argoproj/argo-cd/v3/common.version': argocdVersion },
  },
  family('helm', ['helm', 'helm.sh/helm/v4/cmd/helm']),
  family('prometheus', ['promtool', 'github.com/prometheus/prometheus/cmd/promtool']),
  family('alertmanager', ['amtool', 'github.com/prometheus/alertmanager/cmd/amtool']),
  family('kube-score', ['kube-score', 'github.com/zegl/kube-score/cmd/kube-score']),
  family('kubeconform', ['kubeconform', 'github.com/yannh/kubeconform/cmd/kubeconform']),
  ...nodeFamilies,
  ...inContainers,
  ...operators,
];

/** @throws Error for a name that is no row */
export function familyOf(name: string): Family {
  const found = families.find(row => row.name === name);
  if (!found) throw new Error(`${name}: is no family of tools, must be one`);
  return found;
}

function family(name: string, [program, source]: readonly [name: string, source: string]): Family {
  return { name, programs: [{ name: program, source }] };
}

function kubernetes(minor: string, version: string): Family {
  const command = (program: string): Program => ({ name: program, source: `k8s.io/kubernetes/cmd/${program}` });
  return {
    name: `kubernetes-${minor}`,
    programs: [
      command('kube-apiserver'),
      command('kube-controller-manager'),
      command('kube-scheduler'),
      command('kubectl'),
    ],
    variables: kubernetesVersion(version),
  };
}
