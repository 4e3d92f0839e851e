import { eachText } from '../texts.ts';
import type { ObjectRule } from './rule.ts';

// Hosts under `.invalid` never exist. The length is bounded because texts may be long.
const placeholder = /[\w-]{1,63}\.invalid\b|\bPLACEHOLDER\b/;

const problemsOf = eachText(text => {
  const found = placeholder.exec(text)?.[0];
  return found && `holds '${found}', which stands for a value that is still to be set`;
});

export const noPlaceholder: ObjectRule = {
  id: 'no-placeholder',
  why: 'What has no honest default has one that cannot work, so that it is seen before it is delivered.',
  fix: 'Set the value in overlays/site.ts, argocd/clusters.ts or the environment.',

  check: manifest => problemsOf(manifest),
};
