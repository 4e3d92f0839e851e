import { InputError } from '../model/input-error.ts';
import type { Unit } from '../model/unit.ts';
import { hint } from '../model/input/did-you-mean.ts';
import { mistake } from '../model/mistake.ts';

/** What can be selected: units, and the bases that they are derived from. */
export type Selectable = Pick<Unit, 'path' | 'manifests'>;

/**
 * What lies at or below a folder of `dist/`, in the order of the tree: an environment, one component of it, a base, a
 * unit of a cluster, or all of these of a kind. Environments may leave `overlays/` out.
 *
 * @throws InputError where there is nothing
 */
export function selected<T extends Selectable>(command: string, name: string, all: readonly T[]): T[] {
  const wanted = name.replace(/^dist\//, '').replace(/\/$/, '');
  const below = (folder: string): T[] => all.filter(({ path }) => `${path}/`.startsWith(`${folder}/`));
  const [short, exact] = [below(`overlays/${wanted}`), below(wanted)];
  if (short.length + exact.length > 0) return short.length > 0 ? short : exact;

  const known = namesOf(all);
  const near = hint(known, wanted);
  const message = `'${name}' is not delivered, it must be one of ${known.join(', ')}${near}`;
  throw new InputError([mistake('unknown-name', command, message)]);
}

/** Every name that selects something. */
function namesOf(all: readonly Selectable[]): string[] {
  const names = all.flatMap(({ path }) => {
    const parts = path.replace(/^overlays\//, '').split('/');
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  });
  return [...new Set(names)].sort();
}
