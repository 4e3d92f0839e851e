import { kubernetesVersion } from './kubernetes-version.ts';
import { nodeFamilies } from './node-families.ts';

/** One program that a family builds. */
export interface Program {
  /** Where a family has several, the last part of the package: the compiler names them by it. */
  readonly name: string;

  /** Go package of its main function. */
  readonly source: string;
}

/** Programs that one Go module pins, because they agree on the versions of what they share. */
export interface Family {
  /** Folder of the module. */
  readonly name: string;

  readonly programs: readonly [Program, ...Program[]];

  /** Build tags. @default - none */
  readonly tags?: readonly string[];

  /** Variables set by the linker, by their full name. @default - none */
  readonly variables?: Readonly<Record<string, string>>;
}

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
];

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
