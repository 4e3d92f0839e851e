import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { folderPrefix } from '../places.ts';
import { outcome } from '../../conformance/processes/execute.ts';

/** Everything of the machine that a world must leave as it was: a value by its name. */
export type HostFacts = ReadonlyMap<string, string>;

/** Values that the machine itself changes all the time. */
const restless =
  /^kernel\/(random|ns_last_pid|pty|seccomp|sched_domain)|^fs\/|^net\/netfilter\/nf_conntrack_(count|max|buckets)|^debug\//;

/**
 * The machine's links, addresses, routes, firewall, kernel settings, resolver, mounts and control groups.
 *
 * @param tools tree of unpacked packages, whose iptables is laid over /usr for the look only
 */
export async function hostFacts(tools: string): Promise<HostFacts> {
  const asked: Readonly<Record<string, readonly [string, ...string[]]>> = {
    'links': ['ip', '-json', 'link'],
    'addresses': ['ip', '-json', 'address', 'show', 'scope', 'global'],
    'routes': ['ip', '-json', 'route', 'show', 'table', 'all'],
    'rules': ['ip', '-json', 'rule'],
    'network namespaces': ['ip', 'netns', 'list'],
    'firewall': ['unshare', '--mount', 'sh', '-c', firewall, 'sh', tools],
    'mounts': ['findmnt', '--list', '--noheadings', '--output', 'TARGET,FSTYPE'],
  };
  const facts = new Map<string, string>();
  for (const [name, [program, ...args]] of Object.entries(asked))
    facts.set(name, (await outcome(program, args)).stdout);
  for (const file of ['/etc/resolv.conf', '/etc/hosts']) facts.set(file, digest(readFileSync(file, 'utf8')));
  for (const [name, value] of settingsBelow('/proc/sys')) if (!restless.test(name)) facts.set(name, value);
  facts.set('control groups', groups().join('\n'));
  return facts;
}

/** What is other, in words. Settings that came with a module of the kernel are new, and nobody's before. */
export function differences(before: HostFacts, after: HostFacts): string[] {
  return [...before].flatMap(([name, value]) => {
    const now = after.get(name);
    return now === value ? [] : [`${name}: was\n${value}\nand is\n${now ?? 'gone'}`];
  });
}

/** Without the counters, which count on. */
const firewall = `
  mount --types overlay overlay --options "ro,lowerdir=$1/usr:/usr" /usr
  for each in iptables-nft-save iptables-legacy-save ip6tables-nft-save; do
    $each 2> /dev/null | grep -v '^#' | sed 's/\\[[0-9:]*\\]//'
  done
  true`;

function* settingsBelow(root: string, path = ''): Generator<[string, string]> {
  for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
    const name = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) {
      yield* settingsBelow(root, name);
    } else {
      const value = readable(join(root, name));
      if (value !== undefined) yield [name, value];
    }
  }
}

function readable(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined; // some can be written only
  }
}

/** Other runs may begin and end meanwhile. */
function groups(): string[] {
  const root = '/sys/fs/cgroup';
  return readdirSync(root, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(root, name), { withFileTypes: true })
        .filter(entry => entry.isDirectory() && !entry.name.startsWith(basename(folderPrefix)))
        .map(entry => `${name}/${entry.name}`),
    );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
