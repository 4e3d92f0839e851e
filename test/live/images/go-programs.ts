import { familyOf } from '../../conformance/toolbox/catalogue.ts';
import { tool } from '../../conformance/toolbox/build.ts';
import { ownVersions } from '../../conformance/toolbox/own-program.ts';
import { pinnedVersion } from '../../conformance/toolbox/pinned-version.ts';
import { filesLayer } from './files-layer.ts';
import type { Start } from './image.ts';
import type { Maker } from './maker.ts';

/** A static program, and where its real image has it. */
interface GoProgram extends Start {
  readonly family: string;

  /** @default - the name of the family */
  readonly program?: string;

  /** Where it lies. */
  readonly path: string;

  /** Folders that its user owns, by the user's number. @default - none */
  readonly folders?: Readonly<Record<string, number>>;

  /** The version of a release, where the module has another one. @default - the same */
  readonly release?: (version: string) => string;
}

const nobody = 65534;

// Users, paths and starts are those of each program's own Dockerfile.
const programs: Readonly<Record<string, GoProgram>> = {
  'quay.io/prometheus/prometheus': {
    family: 'prometheus-server',
    program: 'prometheus',
    path: '/bin/prometheus',
    folders: { '/prometheus': nobody },
    user: 'nobody',
    folder: '/prometheus',
    entrypoint: ['/bin/prometheus'],
    command: ['--config.file=/etc/prometheus/prometheus.yml', '--storage.tsdb.path=/prometheus'],
    // v3.15.0 is published as the module v0.315.0, for a module of a major version must have it in its path.
    release: version =>
      version.replace(/^0\.(\d)(\d\d)\./, (_, major: string, minor: string) => `${major}.${Number(minor)}.`),
  },
  'quay.io/prometheus/alertmanager': {
    family: 'alertmanager-server',
    program: 'alertmanager',
    path: '/bin/alertmanager',
    folders: { '/alertmanager': nobody },
    user: 'nobody',
    folder: '/alertmanager',
    entrypoint: ['/bin/alertmanager'],
    command: ['--config.file=/etc/alertmanager/alertmanager.yml', '--storage.path=/alertmanager'],
  },
  'registry.k8s.io/kube-state-metrics/kube-state-metrics': {
    family: 'kube-state-metrics',
    path: '/kube-state-metrics',
    user: 'nobody',
    entrypoint: ['/kube-state-metrics', '--port=8080', '--telemetry-port=8081'],
  },
  'docker.io/oliver006/redis_exporter': {
    family: 'redis-exporter',
    program: 'redis_exporter',
    path: '/redis_exporter',
    user: '59000:59000',
    entrypoint: ['/redis_exporter'],
  },
  'quay.io/prometheuscommunity/postgres-exporter': {
    family: 'postgres-exporter',
    program: 'postgres_exporter',
    path: '/bin/postgres_exporter',
    user: 'nobody',
    entrypoint: ['/bin/postgres_exporter'],
  },
  'ghcr.io/warpstreamlabs/bento': {
    family: 'bento',
    path: '/bento',
    user: '10001',
    entrypoint: ['/bento'],
    command: ['-c', '/bento.yaml'],
  },
  'registry.k8s.io/metrics-server/metrics-server': {
    family: 'metrics-server',
    path: '/metrics-server',
    user: String(nobody),
    entrypoint: ['/metrics-server'],
  },
  'docker.io/rancher/local-path-provisioner': {
    family: 'local-path-provisioner',
    path: '/usr/bin/local-path-provisioner',
    command: ['local-path-provisioner'],
  },
  'docker.io/library/traefik': {
    family: 'traefik',
    path: '/traefik',
    entrypoint: ['/traefik'],
  },
  'quay.io/jetstack/cert-manager-acmesolver': {
    family: 'cert-manager',
    program: 'acmesolver',
    path: '/app/cmd/acmesolver/acmesolver',
    user: '65532:65532',
    entrypoint: ['/app/cmd/acmesolver/acmesolver'],
  },
  'registry.k8s.io/coredns/coredns': {
    family: 'coredns',
    path: '/coredns',
    user: '65532:65532',
    entrypoint: ['/coredns'],
  },
};

/** Images of programs that are built from Go modules. */
export const goPrograms: Readonly<Record<string, Maker>> = Object.fromEntries(
  Object.entries(programs).map(([name, program]) => [name, maker(program)]),
);

function maker({ family, program = family, path, folders, release = version => version, ...start }: GoProgram): Maker {
  return {
    stands: 'real',
    families: [family],
    note: async ({ tag }) => {
      const [own] = (await ownVersions(familyOf(family))) ?? [];
      const version = own ?? release(pinnedVersion(family));
      const instead = tag.replace(/^v/, '') === version ? '' : `, in place of ${tag}`;
      return own === undefined
        ? `${program} ${version}, built from its Go module${instead}`
        : `${program} ${version} of your own${instead}`;
    },
    image: (_, { authorities }) => ({
      layers: [filesLayer({ files: { [path]: { program: tool(family, program) } }, folders }, authorities)],
      start,
    }),
  };
}
