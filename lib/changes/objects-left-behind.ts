import { podsOf } from '../kinds/index.ts';
import { componentLabel, nameLabel } from '../model/labels.ts';
import { identityOf, titleOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import { textsAt } from '../yaml/json-path.ts';
import type { Change, Pair } from './change.ts';
import { isKept, kindRow } from './delivered.ts';
import { isAdmitted } from './left-behind.ts';

const where = 'overlays/leaving.ts';

/**
 * Mistakes for objects that an Application which stays would leave behind: those that its project admits no more, those
 * that are guarded, and pods that would keep those in their place from starting.
 */
export function objectsLeftBehind(change: Change): Mistake[] {
  return change.staying.flatMap(pair => {
    const present = new Set(pair.after.map(identityOf));
    const gone = pair.before.filter(object => {
      const identity = identityOf(object);
      return !present.has(identity) && !pair.leaving.has(identity);
    });
    const lost = gone.filter(object => staysBehind(object, pair, change));
    return lost.map(object => {
      const { name, cluster, project } = pair.application;
      const row = serviceRow(object) ?? kindRow(object, project);
      return mistake(
        'left-behind',
        where,
        `${row} is missing: ${titleOf(object)} of ${name} on ${cluster} ${reason(object, pair, change)}. What made it must `
          + 'stay for one commit more, beside this row, or this row alone where nothing makes it any more; once it is '
          + 'gone from the cluster, a second commit takes the row out',
      );
    });
  });
}

function staysBehind(object: Manifest, pair: Pair, change: Change): boolean {
  if (change.isSaidToLeave(object, pair.application.project)) return false;
  return isKept(object) || !isAdmitted(object, pair.application, change.projects) || isInTheWay(object, pair);
}

function reason(object: Manifest, { application }: Pair, change: Change): string {
  if (!isAdmitted(object, application, change.projects)) {
    return `would be left behind, its project '${application.project}' would admit it no more`;
  }
  if (isKept(object)) return 'holds data and would be left behind, until a person deletes it';
  return 'would keep its room in the quota, and the pods in its place would wait for it for ever';
}

/** Argo CD takes pods away once all others are well, and the quota has room for those only. */
function isInTheWay(object: Manifest, { application, before, after }: Pair): boolean {
  if (!application.path?.startsWith('overlays/') || podsOf(object).length === 0) return false;
  const known = new Set(before.map(identityOf));
  return after.some(each => podsOf(each).length > 0 && !known.has(identityOf(each)));
}

/** The row of the service that an object belongs to, where it says so. */
function serviceRow(object: Manifest): string | undefined {
  const { [componentLabel]: component, [nameLabel]: service } = textsAt(object, 'metadata', 'labels');
  return component === undefined || service === undefined ? undefined : `{ service: '${component}/${service}' }`;
}
