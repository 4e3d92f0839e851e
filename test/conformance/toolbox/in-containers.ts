import type { Family } from './family.ts';

/** What runs in containers of the live suite. */
export const inContainers: readonly Family[] = [
  {
    // Apart from promtool, which the configurations alone need.
    name: 'prometheus-server',
    pins: 'prometheus',
    programs: [{ name: 'prometheus', source: 'github.com/prometheus/prometheus/cmd/prometheus' }],
    variables: { 'github.com/prometheus/common/version.Version': '3.15.0' },
  },
  {
    name: 'alertmanager-server',
    pins: 'alertmanager',
    programs: [{ name: 'alertmanager', source: 'github.com/prometheus/alertmanager/cmd/alertmanager' }],
    variables: { 'github.com/prometheus/common/version.Version': '0.34.1' },
    // Its pages are made by a compiler that is not Go's, and the published module lacks them.
    completes: {
      module: 'github.com/prometheus/alertmanager',
      files: { 'ui/app/dist/index.html': '<!doctype html>\n<title>Alertmanager without its pages</title>\n' },
    },
  },
  {
    name: 'kube-state-metrics',
    programs: [{ name: 'kube-state-metrics', source: 'k8s.io/kube-state-metrics/v2' }],
    variables: { 'github.com/prometheus/common/version.Version': '2.20.0' },
  },
  {
    name: 'bento',
    programs: [{ name: 'bento', source: '.' }],
    of: 'github.com/warpstreamlabs/bento',
  },
  {
    name: 'metrics-server',
    programs: [{ name: 'metrics-server', source: 'sigs.k8s.io/metrics-server/cmd/metrics-server' }],
    variables: { 'k8s.io/client-go/pkg/version.gitVersion': 'v0.9.0' },
  },
  {
    name: 'local-path-provisioner',
    programs: [{ name: 'local-path-provisioner', source: 'github.com/rancher/local-path-provisioner' }],
    variables: { 'main.VERSION': '0.0.30' },
  },
  {
    name: 'stand-ins',
    programs: [
      { name: 'model', source: './model' },
      { name: 'pages', source: './pages' },
      { name: 'pause', source: './pause' },
    ],
  },
];
