import { Construct } from 'constructs';
import { useKubernetesApi } from '../../lib/constructs/connections.ts';
import { cluster, environment, platform, rows, serviceOf, Shop } from '../fixtures/platform.ts';
import { at, Synthesized } from '../fixtures/synthesized.ts';

const small = new Synthesized(platform());

describe('a namespace', () => {
  test('is there for each component that runs on the cluster, and for no other', () => {
    expect(small.names('Namespace', 'clusters/cloud')).toEqual([
      'customer-dev',
      'customer-prod',
      'shop-dev',
      'shop-prod',
    ]);
    expect(small.names('Namespace', 'clusters/farm')).toEqual([]);
  });

  test('admits only restricted pods, by the rules of the version that its cluster runs', () => {
    expect(small.find('Namespace', 'shop-dev').metadata.labels).toEqual({
      'pod-security.kubernetes.io/enforce': 'restricted',
      'pod-security.kubernetes.io/enforce-version': 'v1.34',
      'pod-security.kubernetes.io/audit': 'restricted',
      'pod-security.kubernetes.io/audit-version': 'v1.34',
      'pod-security.kubernetes.io/warn': 'restricted',
      'pod-security.kubernetes.io/warn-version': 'v1.34',
    });
  });

  test('is neither pruned nor deleted without a person', () => {
    expect(at(small.find('Namespace', 'shop-dev'), 'metadata', 'annotations', 'argocd.argoproj.io/sync-options')).toBe(
      'Prune=confirm,Delete=confirm',
    );
  });

  test('denies everything in both directions but questions for names', () => {
    const { clusters } = rows();
    const cached = new Synthesized(
      platform({
        clusters: [{ ...clusters[0]!, dns: { ...clusters[0]!.dns, addresses: ['169.254.20.10/32'] } }, clusters[1]!],
      }),
    );

    expect(cached.find('NetworkPolicy', 'default-deny', 'shop-dev').spec).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    });
    expect(cached.find('NetworkPolicy', 'allow-dns', 'shop-dev').spec).toEqual({
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [
        {
          to: [
            {
              namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
              podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
            },
            { ipBlock: { cidr: '169.254.20.10/32' } },
          ],
          ports: [
            { port: 53, protocol: 'UDP' },
            { port: 53, protocol: 'TCP' },
          ],
        },
      ],
    });
  });
});

describe('certificates', () => {
  const { clusters } = rows();
  const hosted = {
    clusters: [{ ...clusters[0]!, operators: ['cert-manager', 'external-secrets'] }, clusters[1]!],
    environments: [environment('prod', { settings: { shop: { shop: { host: 'shop.example.com' } } } as never })],
  };
  const issuing = new Synthesized(platform(hosted));

  test('come from two issuers, through the ingress class of the cluster and without node ports', () => {
    expect(issuing.names('ClusterIssuer')).toEqual(['production', 'staging']);
    expect(at(issuing.find('ClusterIssuer', 'staging'), 'spec', 'acme', 'server')).toContain('staging');
    expect(at(issuing.find('ClusterIssuer', 'production'), 'spec', 'acme', 'email')).toBe('ops@example.com');
    expect(
      at(issuing.find('ClusterIssuer', 'production'), 'spec', 'acme', 'solvers', 0, 'http01', 'ingress'),
    ).toMatchObject({ ingressClassName: 'traefik', serviceType: 'ClusterIP' });
  });

  test('let the ingress controller reach challenge pods, only in namespaces that have an Ingress', () => {
    const names = issuing.names('NetworkPolicy', 'clusters');

    expect(names.filter(name => name === 'allow-certificate-challenges')).toHaveLength(1);
    expect(issuing.find('NetworkPolicy', 'allow-certificate-challenges', 'shop-prod').spec).toMatchObject({
      podSelector: { matchLabels: { 'acme.cert-manager.io/http01-solver': 'true' } },
      ingress: [
        {
          from: [{ podSelector: { matchLabels: { app: 'traefik' } } }],
          ports: [{ port: 8089, protocol: 'TCP' }],
        },
      ],
    });
  });

  test("are nobody's where no cert-manager runs", () => {
    const silent = new Synthesized(platform());

    expect(silent.names('ClusterIssuer')).toEqual([]);
    expect(silent.names('NetworkPolicy', 'clusters')).not.toContain('allow-certificate-challenges');
  });
});

test('every cluster has every priority once, and none of them is the default', () => {
  expect(small.names('PriorityClass', 'clusters/farm')).toEqual(['batch', 'platform', 'serving']);
  expect(small.find('PriorityClass', 'serving')).toMatchObject({ value: 1000, globalDefault: false });
  expect(small.find('PriorityClass', 'platform')).toMatchObject({ value: 500 });
});

test('a service that reads the Kubernetes API gets a role of its own, given to its own account', () => {
  class Reader extends Construct {
    constructor(scope: Construct, id: string) {
      super(scope, id);
      useKubernetesApi(this, [
        { resources: ['pods'], verbs: ['get'] },
        { urls: ['/metrics'], verbs: ['get'] },
      ]);
      new Shop(this, 'Default');
    }
  }
  const reading = new Synthesized(
    platform({
      components: {
        ...rows().components,
        shop: { services: { shop: serviceOf(Reader, 'shop', { nodePort: 30080 }) } },
      },
    }),
  );

  expect(reading.find('ClusterRole', 'shop-prod-shop').rules).toEqual([
    { apiGroups: [''], resources: ['pods'], verbs: ['get'] },
    { nonResourceURLs: ['/metrics'], verbs: ['get'] },
  ]);
  expect(reading.find('ClusterRoleBinding', 'shop-prod-shop')).toMatchObject({
    roleRef: { kind: 'ClusterRole', name: 'shop-prod-shop' },
    subjects: [{ kind: 'ServiceAccount', name: 'shop', namespace: 'shop-prod' }],
  });
  expect(small.names('ClusterRole')).toEqual(['argocd-manager']); // which is Argo CD's own
});

test('a third cluster is one row: it gets its foundation, its project and its root', () => {
  const { clusters } = rows();
  const three = new Synthesized(
    platform({
      clusters: [...clusters, cluster('plant', { kubernetes: '1.35' })],
      environments: [environment('dev', { placement: { default: 'cloud', shop: 'plant' } })],
    }),
  );

  expect(three.names('Namespace', 'clusters/plant')).toEqual(['shop-dev']);
  expect(at(three.find('Application', 'dev-shop'), 'spec', 'destination', 'name')).toBe('plant');
  expect(three.names('AppProject')).toContain('platform-plant');
  expect(three.names('Application', 'argocd/bootstrap')).toContain('root-plant');
  expect(three.names('ExternalSecret')).toContain('cluster-plant');
});
