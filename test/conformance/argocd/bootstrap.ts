import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Running } from '../kubernetes/control-plane.ts';
import type { Controller } from '../kubernetes/controllers.ts';
import type { Orders } from '../kubernetes/stand-ins.ts';
import { starter } from '../places.ts';
import type { Supervisor } from '../processes/supervisor.ts';
import { replaced } from './copy.ts';
import type { Replacements } from './copy.ts';
import { demandNone } from '../report/ledger.ts';
import { entriesFolder } from './secrets.ts';
import { documentedCommands } from './documentation.ts';
import { Person } from './person.ts';
import { clusterFaults } from './played.ts';
import { startArgocd } from './programs.ts';
import type { Remote } from './remote.ts';

/** Where the bootstrap happens. */
export interface Site {
  /** The repository that Argo CD is to follow. */
  readonly remote: Remote;

  /** The cluster on which Argo CD is to run. */
  readonly home: Running;

  /** Every other cluster. */
  readonly others: readonly Running[];
  readonly supervisor: Supervisor;

  /** Folder of the run. */
  readonly folder: string;

  /** What stands for the addresses of the documentation. */
  readonly replacements: Replacements;

  /** Controllers that run on the clusters or beside them, so that nobody plays them. */
  readonly real: readonly Controller[];
}

/**
 * Types the commands of docs/bootstrap.md from its second step on, as they stand there. Machines and clusters are played,
 * in place of Google there are files, in place of operators that do not run there are stand-ins, and Argo CD's programs run
 * beside the cluster.
 *
 * @returns who typed them
 */
export async function bootstrap(site: Site): Promise<Person> {
  const {
    home,
    others,
    folder,
    supervisor,
    remote: { checkout },
  } = site;
  const entries = entriesFolder(folder);
  const person = new Person(join(folder, 'person'), { checkout, entries, home, others });
  for (const commands of documentedCommands('## 2.')) await person.types(commands);
  demandNone(clusterFaults(person.home), 'clusters that docs/bootstrap.md would make otherwise');
  for (const commands of documentedCommands('## 3.')) await person.types(commands);
  giveValues(entries);
  for (const commands of documentedCommands('## 4.')) await person.types(commands);
  for (const cluster of [home, ...others]) startStandIns(cluster, valuesIn(entries), site);

  const [install = ''] = documentedCommands('## 5.');
  const cut = install.indexOf('kubectl apply --server-side --force-conflicts');
  if (cut < 0) {
    throw new Error('docs/bootstrap.md: step 5 forces no conflicts, must do so to take over the project default');
  }
  await person.types(replaced(install.slice(0, cut), site.replacements));
  await startArgocd(home, folder, supervisor);
  await person.types(`kubectl apply --server-side --field-manager=argocd-server -f ${openProject(folder)}`);
  await person.types(`cd dist/argocd/bootstrap\n${install.slice(cut)}`);
  return person;
}

/** What the documentation leaves to the person: a value for each entry that was made. */
function giveValues(entries: string): void {
  for (const name of readdirSync(entries)) writeFileSync(join(entries, name), randomBytes(12).toString('hex'));
}

function valuesIn(entries: string): Record<string, string> {
  return Object.fromEntries(readdirSync(entries).map(name => [name, readFileSync(join(entries, name), 'utf8')]));
}

function startStandIns(
  { name, api, authority }: Running,
  entries: Record<string, string>,
  { supervisor, folder, real }: Site,
): void {
  const orders: Orders = { url: api.url, authority, entries, real };
  const file = join(folder, `${name}-orders.json`);
  writeFileSync(file, JSON.stringify(orders), { mode: 0o600 });
  supervisor.start({
    name: `${name}-stand-ins`,
    program: process.execPath,
    args: [starter, join(import.meta.dirname, '..', 'kubernetes', 'stand-ins.ts'), file],
  });
}

/** The project that Argo CD's server makes for itself, before anyone can say what it may. */
function openProject(folder: string): string {
  const file = join(folder, 'default-project.json');
  writeFileSync(
    file,
    JSON.stringify({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      metadata: { name: 'default', namespace: 'argocd' },
      spec: {
        sourceRepos: ['*'],
        destinations: [{ server: '*', namespace: '*' }],
        clusterResourceWhitelist: [{ group: '*', kind: '*' }],
      },
    }),
  );
  return file;
}
