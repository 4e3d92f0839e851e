import { kindsOf } from '../kinds/index.ts';
import { grouped } from '../model/grouped.ts';
import type { Kinds } from '../kinds/kinds.ts';
import { componentLabel, nameLabel } from '../model/labels.ts';
import { identityOf, titleOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import { textsAt } from '../yaml/json-path.ts';
import type { Change, Pair } from './change.ts';
import { isKept, kindRow } from './delivered.ts';
import type { Delivered } from './delivered.ts';
import { isAdmitted } from './left-behind.ts';

/**
 * Mistakes for objects that an Application which stays would leave behind: those that its project admits no more, those
 * that are guarded, and pods that would keep those in their place from starting.
 */
export function objectsLeftBehind(change: Change): Mistake[] {
  const lost = change.staying.flatMap(pair => {
    return pair.before
      .filter(object => !change.isDelivered(object, pair.application.cluster) && !pair.leaving.has(identityOf(object)))
      .flatMap((object): Lost[] => {
        const why = reason(object, pair, change);
        return why === undefined ? [] : [{ object, application: pair.application, why }];
      });
  });
  const rows = grouped(lost, ({ object, application }) => rowFor(object, application, change));
  return [...rows].map(([row, all]) => {
    const { object, application, why } = all[0]!;
    const others = all.length > 1 ? ` (and ${all.length - 1} more like it)` : '';
    return mistake(
      'left-behind',
      'overlays/leaving.ts',
      `${row} is missing: ${titleOf(object)} of ${application.name} on ${application.cluster}${others} ${why}. It must be `
        + 'said that it leaves, by this row; what made it stays in its table for as long. Once it is gone, a second commit '
        + 'takes out both',
    );
  });
}

/** An object that would be left behind, and why. */
interface Lost {
  readonly object: Manifest;
  readonly application: Delivered;
  readonly why: string;
}

/** Why an object that is gone from git would not go from the cluster as it should; undefined where it would. */
function reason(object: Manifest, pair: Pair, change: Change): string | undefined {
  const { application } = pair;
  if (change.isSaidToLeave(object, application.project)) return undefined;
  if (!isAdmitted(object, application, change.projects)) {
    return `would be left behind, its project '${application.project}' would admit it no more`;
  }
  if (isKept(object)) return 'holds data and would be left behind, until a person deletes it';
  if (isInTheWay(object, pair, kindsOf(change.after.platform)))
    return 'would keep its room in the quota, and what comes in its place would wait for it';
  return undefined;
}

/** Argo CD takes pods away once all others are well, and the quota has room for those only. */
function isInTheWay(object: Manifest, { application, before, after }: Pair, kinds: Kinds): boolean {
  if (!application.path?.startsWith('overlays/') || kinds.podsOf(object).length === 0) return false;
  const known = new Set(before.map(identityOf));
  return after.some(each => kinds.podsOf(each).length > 0 && !known.has(identityOf(each)));
}

/** The row of the service that went with an object; of the object's kind where its service stays. */
function rowFor(object: Manifest, { project }: Delivered, { after: { platform } }: Change): string {
  const { [componentLabel]: component = '', [nameLabel]: service = '' } = textsAt(object, 'metadata', 'labels');
  const stays = platform.components[component]?.services[service] !== undefined;
  return component === '' || service === '' || stays
    ? kindRow(object, project)
    : `{ service: '${component}/${service}' }`;
}
