import { cluster, environment } from '../../fixtures/platform.ts';
import { cast } from './case.ts';
import type { Case, Wrong } from './case.ts';

/** Rows of what leaves, beside a platform that is right. */
function leaving(...rows: readonly unknown[]): Wrong {
  return { environments: [environment('prod')], leaving: cast(rows) };
}

const sorts = "'component', 'service', 'environment', 'cluster', 'operator', 'kind', 'clusterKind'";

/** Mistakes in the rows of what leaves. */
export const leavingCases: readonly Case[] = [
  ['leavers that are no list', { leaving: cast(7) }, 'wrong-type', 'overlays/leaving.ts: 7 must be a list'],
  ['a leaver that is none', leaving(7), 'wrong-type', 'overlays/leaving.ts: row 1: 7 must be an object'],
  [
    'a leaver that says nothing',
    leaving({}),
    'missing',
    `overlays/leaving.ts: row 1: {} must say what leaves, by one of ${sorts}`,
  ],
  [
    'a misspelt sort of leaver',
    leaving({ componnent: 'shop' }),
    'unknown-key',
    `overlays/leaving.ts: row 1: 'componnent' is an unknown key, it must be one of ${sorts} (did you mean 'component'?)`,
  ],
  [
    'a misspelt field of a leaver',
    leaving({ component: 'shop', In: 'prod' }),
    'unknown-key',
    "overlays/leaving.ts: row 1: 'In' is an unknown key, it must be one of 'component', 'in', 'from' (did you mean 'in'?)",
  ],
  [
    'a leaver that is a number',
    leaving({ component: 7 }),
    'wrong-type',
    "overlays/leaving.ts: row 1: 'component' (7) must be a text that is not empty",
  ],
  [
    'an unknown component that leaves',
    leaving({ component: 'shpo' }),
    'unknown-name',
    "overlays/leaving.ts: row 1: 'component' ('shpo') must be one of 'shop', 'customer' (did you mean 'shop'?)",
  ],
  [
    'a component that leaves an environment without a place',
    leaving({ component: 'shop', in: 'prod' }),
    'missing',
    "overlays/leaving.ts: row 1: 'from' is missing, it must be there where 'in' is",
  ],
  [
    'a component that leaves a place without an environment',
    leaving({ component: 'shop', from: 'cloud' }),
    'missing',
    "overlays/leaving.ts: row 1: 'in' is missing, it must be there where 'from' is",
  ],
  [
    'a component that leaves an unknown environment',
    leaving({ component: 'shop', in: 'prd', from: 'farm' }),
    'unknown-name',
    "overlays/leaving.ts: row 1: 'in' ('prd') must be one of 'prod' (did you mean 'prod'?)",
  ],
  [
    'a component that leaves an unknown cluster',
    leaving({ component: 'shop', in: 'prod', from: 'frm' }),
    'unknown-name',
    "overlays/leaving.ts: row 1: 'from' ('frm') must be one of 'cloud', 'farm' (did you mean 'farm'?)",
  ],
  [
    'a component that leaves where it is',
    leaving({ component: 'shop', in: 'prod', from: 'cloud' }),
    'conflict',
    "overlays/leaving.ts: row 1: 'shop' leaves 'cloud' and is still placed there, overlays/prod.ts must place it elsewhere, or nowhere ('none')",
  ],
  [
    'a service that is none',
    leaving({ service: 'shop' }),
    'malformed',
    "overlays/leaving.ts: row 1: 'service' ('shop') must be '<component>/<service>', such as 'mlflow/mlflow'",
  ],
  [
    'an unknown service that leaves',
    leaving({ service: 'shop/shpo' }),
    'unknown-name',
    "overlays/leaving.ts: row 1: 'service' ('shop/shpo') must be one of 'shop/shop', 'customer/customer' (did you mean 'shop/shop'?)",
  ],
  [
    'the last service of a component',
    leaving({ service: 'customer/customer' }),
    'conflict',
    "overlays/leaving.ts: row 1: 'customer/customer' is the last service of its component, it must be 'customer' that leaves: { component: 'customer' }",
  ],
  [
    'an unknown environment that leaves',
    leaving({ environment: 'prd' }),
    'unknown-name',
    "overlays/leaving.ts: row 1: 'environment' ('prd') must be one of 'prod' (did you mean 'prod'?)",
  ],
  [
    'the last environment',
    leaving({ environment: 'prod' }),
    'conflict',
    "overlays/leaving.ts: row 1: 'prod' leaves and no environment stays, at least one must",
  ],
  [
    'an unknown cluster that leaves',
    leaving({ cluster: 'frm' }),
    'unknown-name',
    "overlays/leaving.ts: row 1: 'cluster' ('frm') must be one of 'cloud', 'farm' (did you mean 'farm'?)",
  ],
  [
    'the cluster that runs Argo CD',
    leaving({ cluster: 'cloud' }),
    'conflict',
    "overlays/leaving.ts: row 1: 'cloud' runs Argo CD, it must stay",
  ],
  [
    'a cluster that something is placed on',
    {
      environments: [environment('prod', { placement: { default: 'cloud', customer: 'farm' } as never })],
      leaving: [{ cluster: 'farm' }],
    },
    'conflict',
    "overlays/leaving.ts: row 1: 'farm' leaves and 'customer' of prod is placed there, it must be placed elsewhere, with a row for it: { component: 'customer', in: 'prod', from: 'farm' }",
  ],
  [
    'an unknown operator that leaves',
    leaving({ operator: 'cert-manger', from: 'cloud' }),
    'unknown-name',
    "overlays/leaving.ts: row 1: 'operator' ('cert-manger') must be one of 'cert-manager', 'external-secrets' (did you mean 'cert-manager'?)",
  ],
  [
    'an operator that leaves no cluster',
    leaving({ operator: 'cert-manager' }),
    'missing',
    "overlays/leaving.ts: row 1: 'from' is missing, it must be a text that is not empty",
  ],
  [
    'an operator that is not there',
    leaving({ operator: 'cert-manager', from: 'farm' }),
    'conflict',
    "overlays/leaving.ts: row 1: 'farm' does not run 'cert-manager', its 'operators' must have it until it is gone",
  ],
  [
    'a kind without its group',
    leaving({ kind: 'Deployment', project: 'prod' }),
    'malformed',
    "overlays/leaving.ts: row 1: 'kind' ('Deployment') must be '<group>/<kind>', such as 'apps/Deployment' or '/Service'",
  ],
  [
    'a kind that leaves no project',
    leaving({ clusterKind: '/Namespace' }),
    'missing',
    "overlays/leaving.ts: row 1: 'project' is missing, it must be a text that is not empty",
  ],
  [
    'a kind that leaves an unknown project',
    leaving({ kind: 'apps/Deployment', project: 'platform-frm' }),
    'unknown-name',
    "overlays/leaving.ts: row 1: 'project' ('platform-frm') must be one of 'prod', 'platform-cloud', 'platform-farm' (did you mean 'platform-farm'?)",
  ],
  [
    'one thing that leaves twice',
    leaving({ kind: '/Service', project: 'prod' }, { kind: '/Service', project: 'prod' }),
    'duplicate',
    'overlays/leaving.ts: row 2: is there twice, it must be there once',
  ],
  [
    'a successor with the node port of what leaves',
    {
      environments: [environment('prod', { nodePortOffset: 0 }), environment('next', { nodePortOffset: 0 })],
      leaving: [{ environment: 'prod' }],
    },
    'duplicate',
    "overlays/next.ts: 'nodePortOffset' (0) must be that of no other environment: 'shop/shop' in prod and 'shop/shop' in next share node port 30080 of cluster 'cloud'",
  ],
  [
    'something placed on a cluster that leaves, by default',
    {
      clusters: [cluster('cloud', { operators: ['external-secrets'] }), cluster('farm')],
      environments: [
        environment('prod', { placement: { default: 'farm', shop: 'cloud', customer: 'cloud' } as never }),
      ],
      leaving: [{ cluster: 'farm' }],
    },
    'unknown-name',
    "overlays/prod.ts: 'placement': 'default' is on 'farm', which must be one of 'cloud', 'none'",
  ],
];
