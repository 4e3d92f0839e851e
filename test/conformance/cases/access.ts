import type { Case } from './case.ts';

const who = '--as=system:serviceaccount:kube-system:argocd-manager --all-namespaces';
const may = ['patch deployments.apps', 'create namespaces', 'delete configmaps', 'list pods', 'escalate clusterroles'];
const mayNot = [
  'list secrets',
  'get secrets',
  'delete nodes',
  'create pods',
  'create pods --subresource=exec',
  'create serviceaccounts --subresource=token',
  'create mutatingwebhookconfigurations',
  'impersonate users',
];

/** Argo CD is no administrator of the clusters that it does not run on. */
export const access: Case = {
  title: 'on another cluster Argo CD may do what the projects admit, and no more',
  run: async world => {
    const ask = 'kubectl --context k3d-edge auth can-i --quiet';
    for (const words of may) await world.person.types(`${ask} ${words} ${who}`);
    for (const words of mayNot) await world.person.types(`if ${ask} ${words} ${who}; then exit 1; fi`);
    return [`may: ${may.join(', ')}`, `may not: ${mayNot.join(', ')}`];
  },
};
