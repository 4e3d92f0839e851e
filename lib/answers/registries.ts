import { pullSecretName } from '../model/access.ts';
import type { PrivateRegistry } from '../model/access.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Answer } from './answer.ts';
import { requireOperator } from './operator-needed.ts';
import { externalSecret, secretStore } from './secret-store.ts';

/** The credentials of private registries, in each namespace whose pods run an image of one. */
export const registries: Answer<'registry'> = {
  to: 'registry',
  recipient: 'secrets',
  objects: (component, asked, surroundings) => {
    const namespace = surroundings.namespaceOf(component);
    const cluster = surroundings.clusterOf(component);
    requireOperator(cluster, 'external-secrets', `namespace '${namespace}' pulls images of private registries`);
    const byHost = new Map(asked.map(({ what }) => [what.host, what]));
    return [
      ...secretStore(namespace, cluster, surroundings.platform.site),
      ...[...byHost].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, registry]) => pullSecret(registry, namespace)),
    ];
  },
};

/** One entry for the whole site: `site_registry-ghcr-io_token`. */
function pullSecret(registry: PrivateRegistry, namespace: string): Manifest {
  const { host, username } = registry;
  // What container runtimes call Docker Hub.
  const address = host === 'docker.io' || host.startsWith('docker.io/') ? 'https://index.docker.io/v1/' : host;
  // Whatever is in a token, the template's last step makes JSON of it.
  const auths = `{"auths":{${JSON.stringify(address)}:{"username":${JSON.stringify(username)},"password":{{ .token | trim | toJson }}}}}`;
  return externalSecret({
    name: pullSecretName(registry),
    namespace,
    keys: ['token'],
    owner: ['site'],
    template: {
      engineVersion: 'v2',
      mergePolicy: 'Replace',
      type: 'kubernetes.io/dockerconfigjson',
      data: { '.dockerconfigjson': auths },
    },
  });
}
