import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusters } from '../../../argocd/clusters.ts';
import { site } from '../../../overlays/site.ts';

/** The address that the tailnet has given the machine. */
const address = '100.64.0.2';

/**
 * Programs that would make machines, networks and clusters, and Google: each does what the documented commands need of it,
 * and writes down what it was told. An entry of Secret Manager is a file; whatever is said about identities is accepted.
 */
const programs: Readonly<Record<string, string>> = {
  gcloud: `case "$1 $2" in
  'secrets describe') test -e "$ENTRIES/$3" ;;
  'secrets create') : > "$ENTRIES/$3" ;;
  'secrets versions') test -e "$ENTRIES/$4" && cat > "$ENTRIES/$4" ;;
  'secrets add-iam-policy-binding') test -e "$ENTRIES/$3" ;;
  'iam workload-identity-pools') ;;
  'compute firewall-rules') echo "$@" >> "$HOME/told-gcloud" ;;
  *) echo "gcloud $*: is not played here" >&2; exit 1 ;;
esac`,
  tailscale: `if [ "$1" = ip ]; then echo ${address}; else echo "$@" >> "$HOME/told-tailscale"; fi`,
  k3d: 'echo "$@" >> "$HOME/told-k3d"',
  // What it prints is run, as the installer of k3s is.
  curl: `echo 'echo "$K3S_URL" "$@" >> "$HOME/told-k3s"'`,
  sudo: 'if [ "$1" = cat ]; then echo a-token; else exec "$@"; fi',
  ssh: `printf '%s\\n' 'apiVersion: v1' 'kind: Config' 'clusters:' '- cluster:' '    server: https://127.0.0.1:6443' \\
  '  name: default' 'contexts:' '- context:' '    cluster: default' '    user: default' '  name: default' \\
  'current-context: default' 'users:' '- name: default' '  user: {}'`,
};

/** Lays the programs into a folder, and gives their home what a person has there. */
export function play(bin: string, home: string): void {
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  mkdirSync(join(home, '.kube'), { recursive: true });
  writeFileSync(join(home, '.kube', 'config'), 'apiVersion: v1\nkind: Config\n');
}

/** What is wrong with the clusters that somebody has made by the documentation. @param home of that person */
export function clusterFaults(home: string): string[] {
  const told = (name: string): string => {
    const file = join(home, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  const ports = clusters.flatMap(row => ('publishedNodePorts' in row ? row.publishedNodePorts : []));
  const lacking = (what: string, text: string, wanted: readonly string[]): string[] =>
    wanted.filter(each => !text.includes(each)).map(each => `${what} is not told '${each}'`);
  const [server = '', agent = ''] = told('told-k3s').split('\n');
  const nodePorts = 'nodeport-addresses=100.64.0.0/10';
  return [
    ...lacking('the server of k3s', server, [
      'server',
      nodePorts,
      `service-account-issuer=https://gcp.${site.tailnet}`,
    ]),
    ...lacking('the agent of k3s', agent, ['https://10.138.0.2:6443 agent', nodePorts]),
    ...lacking('tailscale', told('told-tailscale'), ['up --hostname=gcp']),
    ...lacking('gcloud', told('told-gcloud'), ['--source-ranges=0.0.0.0/0 --allow=tcp:80,tcp:443']),
    ...lacking('k3d', told('told-k3d'), [
      `--api-port ${address}:6550`,
      ...ports.map(port => `-p ${address}:${port}:${port}@server:0`),
    ]),
    ...lacking('kubectl', told('.kube/config'), [`https://gcp.${site.tailnet}:6443`, 'name: gcp']),
  ];
}
