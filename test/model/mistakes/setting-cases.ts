import { secretRef } from '../../../lib/model/secret-ref.ts';
import { cloud, prod, scaling, setting, shop, sizing } from './case.ts';
import type { Case, Wrong } from './case.ts';

const host = 'shop.example.com';
const probe = { check: { path: '/' }, period: 10 };

/** Mistakes in how much a service gets. */
export const sizeCases: readonly Case[] = [
  [
    'a memory in the wrong unit',
    shop(sizing({ memory: '4GB' })),
    'malformed',
    "prod/shop: shop: 'memory' ('4GB') must be a quantity of bytes, from '4Mi' to '65536Gi', such as '512Mi' or '2G'",
  ],
  [
    'a memory as a number',
    shop(sizing({ memory: 7 })),
    'wrong-type',
    "prod/shop: shop: 'memory' (7) must be a quantity of bytes, from '4Mi' to '65536Gi', such as '512Mi' or '2G'",
  ],
  [
    'a negative memory',
    shop(sizing({ memory: '-5Gi' })),
    'malformed',
    "prod/shop: shop: 'memory' ('-5Gi') must be a quantity of bytes, from '4Mi' to '65536Gi', such as '512Mi' or '2G'",
  ],
  [
    'a limit of nothing',
    shop(sizing({ memory: '4Mi', memoryLimit: '0Mi' })),
    'out-of-range',
    "prod/shop: shop: 'memoryLimit' ('0Mi') must be a quantity of bytes, from '4Mi' to '65536Gi', such as '512Mi' or '2G'",
  ],
  [
    'a CPU in the wrong unit',
    shop(sizing({ cpu: '100milli' })),
    'malformed',
    "prod/shop: shop: 'cpu' ('100milli') must be cores or thousandths of one, from '1m' to '1000', such as '2' or '250m'",
  ],
  [
    'a CPU of nothing',
    shop(sizing({ cpu: '0' })),
    'out-of-range',
    "prod/shop: shop: 'cpu' ('0') must be cores or thousandths of one, from '1m' to '1000', such as '2' or '250m'",
  ],
  [
    'a scratch that no disk has',
    shop(sizing({ scratch: '999999999Gi' })),
    'out-of-range',
    "prod/shop: shop: 'scratch' ('999999999Gi') must be a quantity of bytes, from '1Mi' to '65536Gi', such as '512Mi' or '2G'",
  ],
  [
    'a request above its limit',
    shop(sizing({ memory: '1Gi' })),
    'conflict',
    "prod/shop: shop: 'memory' (1Gi) must not exceed 'memoryLimit' (128Mi)",
  ],
  ['a sizing that is null', shop({ sizing: null }), 'wrong-type', "prod/shop: shop: 'sizing' (null) must be an object"],
  [
    'a pod larger than any node',
    shop(sizing({ memory: '16Gi', memoryLimit: '16Gi' })),
    'too-large',
    "prod/shop: shop: 'memory' (16Gi) must fit a node of cluster 'cloud', the largest has 8Gi",
  ],
  [
    'less than one replica',
    shop({ replicas: 0 }),
    'out-of-range',
    "prod/shop: shop: 'replicas' (0) must be a whole number from 1 to 150000",
  ],
  [
    'a text of a number of replicas',
    shop({ replicas: '2' }),
    'wrong-type',
    "prod/shop: shop: 'replicas' ('2') must be a whole number from 1 to 150000",
  ],
  [
    'more replicas than the cluster holds',
    shop({ replicas: 300 }),
    'too-large',
    "prod/shop: shop: 'replicas' (300) times 'cpu' (100m) is 30, which must fit cluster 'cloud', all of whose nodes have 4",
  ],
  [
    'replicas beside an autoscaler',
    shop({ replicas: 2, ...scaling({}) }),
    'conflict',
    "prod/shop: shop: 'replicas' (2) must be left out, because 'autoscaling' decides it",
  ],
  [
    'an autoscaler with crossed bounds',
    shop(scaling({ min: 4, max: 2 })),
    'conflict',
    "prod/shop: shop: 'autoscaling.max' (2) must be at least 'autoscaling.min' (4)",
  ],
  [
    'an autoscaler larger than the cluster',
    shop(scaling({ max: 500 })),
    'too-large',
    "prod/shop: shop: 'autoscaling.max' (500) times 'cpu' (100m) is 50, which must fit cluster 'cloud', all of whose nodes have 4",
  ],
  [
    'an autoscaler that never fills a pod',
    shop(scaling({ cpuPercent: 0 })),
    'out-of-range',
    "prod/shop: shop: 'autoscaling.cpuPercent' (0) must be a whole number from 1 to 100",
  ],
  [
    'an autoscaler that waits for more memory than pods ask for',
    shop(scaling({ memoryPercent: 101 })),
    'out-of-range',
    "prod/shop: shop: 'autoscaling.memoryPercent' (101) must be a whole number from 1 to 100",
  ],
  [
    'an autoscaler that is a text',
    shop({ autoscaling: 'yes' }),
    'wrong-type',
    "prod/shop: shop: 'autoscaling' ('yes') must be an object",
  ],
  [
    'a claim for several pods',
    shop({ replicas: 2, claim: { mountPath: '/data', size: '1Gi' } }),
    'conflict',
    "prod/shop: shop: 'claim' allows one pod only, so 'replicas' and 'autoscaling' must be left out",
  ],
  [
    'a claim too small for anything',
    shop({ claim: { mountPath: '/data', size: '1Mi' } }),
    'out-of-range',
    "prod/shop: shop: 'claim.size' ('1Mi') must be a quantity of bytes, from '16Mi' to '65536Gi', such as '512Mi' or '2G'",
  ],
  [
    'a negative claim',
    shop({ claim: { mountPath: '/data', size: '-5Gi' } }),
    'malformed',
    "prod/shop: shop: 'claim.size' ('-5Gi') must be a quantity of bytes, from '16Mi' to '65536Gi', such as '512Mi' or '2G'",
  ],
];

/** Mistakes in what a pod is told. */
export const podCases: readonly Case[] = [
  [
    'a negative user',
    shop({ runAs: -5 }),
    'out-of-range',
    "prod/shop: shop: 'runAs' (-5) must be a whole number from 1 to 2147483647",
  ],
  [
    'root',
    shop({ runAs: 0 }),
    'out-of-range',
    "prod/shop: shop: 'runAs' (0) must be a whole number from 1 to 2147483647",
  ],
  [
    'an unknown priority',
    shop({ priority: 'bacth' }),
    'unknown-name',
    "prod/shop: shop: 'priority' ('bacth') must be one of 'serving', 'platform', 'batch' (did you mean 'batch'?)",
  ],
  [
    'a claim mounted nowhere',
    shop({ claim: { mountPath: '', size: '1Gi' } }),
    'malformed',
    "prod/shop: shop: 'claim.mountPath' ('') must be a folder of the container other than '/', such as '/var/lib/data'",
  ],
  [
    'a relative folder',
    shop({ writable: ['cache'] }),
    'malformed',
    "prod/shop: shop: 'writable[0]' ('cache') must be a folder of the container other than '/', such as '/var/lib/data'",
  ],
  [
    'the whole disk',
    shop({ writable: ['/'] }),
    'malformed',
    "prod/shop: shop: 'writable[0]' ('/') must be a folder of the container other than '/', such as '/var/lib/data'",
  ],
  [
    'a folder mounted twice',
    shop({ writable: ['/tmp'] }),
    'duplicate',
    "prod/shop: shop: '/tmp' is mounted twice, each folder must have one volume",
  ],
  [
    'a command of nothing',
    shop({ command: [] }),
    'missing',
    "prod/shop: shop: 'command' ([]) must be a list with at least one item",
  ],
  ['arguments as a number', shop({ args: 7 }), 'wrong-type', "prod/shop: shop: 'args' (7) must be a list"],
  [
    'a command as one text',
    shop({ command: 'serve' }),
    'wrong-type',
    "prod/shop: shop: 'command' ('serve') must be a list with at least one item",
  ],
  [
    'a variable with a space',
    shop({ env: { 'A B': 'x' } }),
    'malformed',
    "prod/shop: shop: 'env': key 'A B' must be a name of a variable, such as HTTP_PORT",
  ],
  [
    'a variable that is a number',
    shop({ env: { A: 1 } }),
    'wrong-type',
    "prod/shop: shop: 'env.A' (1) must be a text, secretRef() or secretFile()",
  ],
  [
    'an entry that Secret Manager does not name',
    shop({ env: { A: secretRef('a', 'b.c') } }),
    'malformed',
    "prod/shop: shop: Secret 'a': key 'b.c' would be the entry 'prod_shop_a_b.c' of Secret Manager, which must have letters, digits, - and _ only",
  ],
  [
    'an empty path of a probe',
    shop(probes({ check: { path: '' } })),
    'malformed',
    "prod/shop: shop: 'probes.liveness.check.path' ('') must be a path that begins with '/'",
  ],
  [
    'a relative path of a probe',
    shop(probes({ check: { path: 'health' } })),
    'malformed',
    "prod/shop: shop: 'probes.liveness.check.path' ('health') must be a path that begins with '/'",
  ],
  [
    'a probe of nothing',
    shop(probes({ check: 7 })),
    'wrong-type',
    "prod/shop: shop: 'probes.liveness.check' (7) must be 'connect', a path or a command",
  ],
  [
    'a probe with an empty command',
    shop(probes({ check: { command: [] } })),
    'missing',
    "prod/shop: shop: 'probes.liveness.check.command' ([]) must be a list with at least one item",
  ],
  [
    'a probe that never asks',
    shop(probes({ period: -1 })),
    'out-of-range',
    "prod/shop: shop: 'probes.liveness.period' (-1) must be a whole number from 1 to 86400",
  ],
  [
    'a probe that does not wait',
    shop(probes({ timeout: 0 })),
    'out-of-range',
    "prod/shop: shop: 'probes.liveness.timeout' (0) must be a whole number from 1 to 86400",
  ],
  [
    'a probe that never gives up',
    shop(probes({ failures: 0 })),
    'out-of-range',
    "prod/shop: shop: 'probes.liveness.failures' (0) must be a whole number from 1 to 1000",
  ],
];

/** Mistakes in how people reach a service. */
export const hostCases: readonly Case[] = [
  ...['https://a.example.com', 'a.example.com:443', 'a.example.com/b', 'a b.example.com'],
  ...['A.example.com', 'a_b.example.com', '10.0.0.1', '*.example.com', ''],
].map((wrong): Case => [`the host '${wrong}'`, hosted({ host: wrong }), 'malformed', hostSentence(wrong)]);

export const ingressCases: readonly Case[] = [
  [
    'a host where there is no ingress',
    { ...prod({ placement: { default: 'cloud', shop: 'farm' }, settings: { shop: { shop: { host } } } }) },
    'not-served-here',
    "prod/shop: shop: 'host' ('shop.example.com') needs an ingress controller and 'cert-manager', but cluster 'farm' has none. It must be left out there, or the component must run on another cluster",
  ],
  [
    'a host where nobody makes certificates',
    shop({ host }),
    'not-served-here',
    "prod/shop: shop: 'host' ('shop.example.com') needs 'cert-manager', but cluster 'cloud' has none. It must be left out there, or the component must run on another cluster",
  ],
  [
    'a host of two services',
    { ...hosted({ host }), ...setting({ shop: { shop: { host } }, customer: { customer: { host } } }) },
    'duplicate',
    "prod/shop: shop: 'host' ('shop.example.com') is that of prod/customer: customer too, each must be there once",
  ],
];

/** Settings that no construct knows. */
export const keyCases: readonly Case[] = [
  [
    'a misspelt setting of an autoscaler',
    shop(scaling({ maks: 3 })),
    'unknown-key',
    "prod/shop: shop: 'autoscaling.maks' is an unknown key, it must be one of 'min', 'max', 'cpuPercent', 'pace', 'memoryPercent'",
  ],
];

function probes(change: object): object {
  return { probes: { liveness: { ...probe, ...change }, readiness: probe } };
}

function hosted(settings: object): Wrong {
  return { ...cloud({ operators: ['external-secrets', 'cert-manager'] }), ...shop(settings) };
}

function hostSentence(host: string): string {
  return `prod/shop: shop: 'host' ('${host}') must be a host name, such as 'grafana.example.com', without scheme, port or path`;
}
