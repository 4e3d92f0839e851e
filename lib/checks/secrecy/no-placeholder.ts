import { eachText } from '../each-text.ts';
import type { ObjectRule } from '../rule.ts';

// Hosts under `.invalid` never exist.
const placeholder = /\.invalid\b|\bPLACEHOLDER\b/;
const whole = /[\w-]{0,63}\.invalid\b|\bPLACEHOLDER\b/;

const problemsOf = eachText(text => {
  // Texts may be long, and the end of a host is found much faster than its beginning.
  const found = placeholder.test(text) ? whole.exec(text)?.[0] : undefined;
  return found && `holds '${found}', which stands for a value that is still to be set`;
});

export const noPlaceholder: ObjectRule = {
  id: 'no-placeholder',
  why: 'What has no honest default has one that cannot work, so that it is seen before it is delivered.',
  fix: 'Set the value in overlays/site.ts, argocd/clusters.ts or the environment.',

  check: manifest => problemsOf(manifest),
};
