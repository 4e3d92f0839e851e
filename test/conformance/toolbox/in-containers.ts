import type { Family } from './family.ts';

const noDnsProviders = [
  'package dns',
  '',
  'import (',
  '\t"errors"',
  '',
  '\t"github.com/go-acme/lego/v4/challenge"',
  ')',
  '',
  'func NewDNSChallengeProviderByName(name string) (challenge.Provider, error) {',
  '\treturn nil, errors.New("there is no DNS provider here: " + name)',
  '}',
  '',
].join('\n');

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
    name: 'redis-exporter',
    programs: [{ name: 'redis_exporter', source: 'github.com/oliver006/redis_exporter' }],
  },
  {
    name: 'postgres-exporter',
    programs: [
      { name: 'postgres_exporter', source: 'github.com/prometheus-community/postgres_exporter/cmd/postgres_exporter' },
    ],
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
    name: 'traefik',
    programs: [{ name: 'traefik', source: 'github.com/traefik/traefik/v3/cmd/traefik' }],
    variables: { 'github.com/traefik/traefik/v3/pkg/version.Version': '3.6.0' },
    // Certificates by DNS bring along the clients of two hundred hosters, and nothing here asks for one.
    completes: {
      module: 'github.com/go-acme/lego/v4',
      files: { 'providers/dns/zz_gen_dns_providers.go': noDnsProviders },
    },
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
