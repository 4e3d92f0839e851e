import type { Cases } from '../case.ts';
import { application, exempt, project, shop } from '../edits.ts';

/** What Argo CD is told, and exemptions. */
export const argocdCases: Cases = {
  'unit-delivered': [
    [
      'a unit without an Application',
      world => world.remove('argocd/roots', 'Application', 'overlays-prod-shop'),
      'is read by 0 Applications',
    ],
    [
      'a unit with two',
      world => {
        world.add('argocd/roots', { ...application(world), metadata: { ...application(world).metadata, name: 'x' } });
      },
      'is read by 2 Applications',
    ],
  ],
  'application-path': [
    [
      'a missing folder',
      world => {
        application(world).spec.source.path = 'dist/overlays/prod/x';
      },
      'which is no folder of a unit',
    ],
    [
      'a folder outside dist',
      world => {
        application(world).spec.source.path = shop;
      },
      'which is no folder of a unit',
    ],
    [
      'a folder that cannot be built',
      world => {
        world.unit(shop).files = new Map();
      },
      'which has no kustomization.yaml',
    ],
    [
      'another cluster',
      world => {
        application(world).spec.destination.name = 'far';
      },
      "to 'far', but it is meant for 'in-cluster'",
    ],
    [
      'another branch',
      world => {
        application(world).spec.source.targetRevision = 'main';
      },
      "follows 'main', which must be 'refs/heads/main'",
    ],
    [
      'no branch',
      world => {
        delete application(world).spec.source.targetRevision;
      },
      "follows 'HEAD'",
    ],
    [
      'another repository',
      world => {
        application(world).spec.source.repoURL = 'https://git.example/y.git';
      },
      "which must be of 'https://git.example/x.git'",
    ],
  ],
  'application-sources': [
    [
      'the base',
      world => {
        const { annotations } = application(world).metadata;
        annotations['argocd.argoproj.io/manifest-generate-paths'] = '/dist/overlays/prod/shop';
      },
      "is not rendered again when '/dist/base/shop' changes",
    ],
    [
      'everything',
      world => {
        delete application(world).metadata.annotations;
      },
      "when '/dist/overlays/prod/shop' changes",
    ],
  ],
  'project-admits': [
    [
      'no project',
      world => {
        application(world).spec.project = 'x';
      },
      "is of project 'x'",
    ],
    [
      'a repository',
      world => {
        project(world).spec.sourceRepos = ['https://git.example/y*'];
      },
      "reads 'https://git.example/x.git'",
    ],
    [
      'a namespace',
      world => {
        project(world).spec.destinations[0].namespace = 'argocd';
      },
      "delivers to 'in-cluster/shop-prod'",
    ],
    [
      'a denied namespace',
      world => {
        project(world).spec.destinations.push({ name: 'in-cluster', namespace: '!shop-prod' });
      },
      "delivers to 'in-cluster/shop-prod'",
    ],
    [
      'a cluster-scoped kind',
      world => {
        project(world).spec.clusterResourceWhitelist.pop();
      },
      'delivers PriorityClass serving',
    ],
    [
      'a name',
      world => {
        project(world).spec.clusterResourceWhitelist[0].name = 'data-*';
      },
      'delivers Namespace shop-prod',
    ],
    [
      'a kind',
      world => {
        project(world).spec.namespaceResourceWhitelist = [{ group: '', kind: '*' }];
      },
      'delivers Deployment api',
    ],
    [
      'a denied kind',
      world => {
        project(world).spec.namespaceResourceBlacklist = [{ group: 'apps', kind: 'Deployment' }];
      },
      'delivers Deployment api',
    ],
  ],
  'credential-has-entry': [
    [
      'an entry that nobody fetches',
      world => {
        world.site.credentialEnds = { 'shop-databse': '2027-05-31' };
      },
      "watches the end of 'shop-databse', which nobody fetches, it must be one of",
    ],
  ],
  'exemption-needed': [
    [
      'of a rule that finds nothing',
      world => exempt(world, 'container-probes', 'ends by itself'),
      "is exempt from 'container-probes', which finds nothing wrong with it",
    ],
    [
      'of an unknown rule',
      world => exempt(world, 'no-such-rule', 'because'),
      "is exempt from 'no-such-rule', which must be the id of a rule",
    ],
    [
      'of a rule without exemptions',
      world => exempt(world, 'object-once', 'because'),
      "is exempt from 'object-once', which must hold for every object",
    ],
    ['without a reason', world => exempt(world, 'container-probes', ' '), "for the reason ' ', which must say why"],
    ['of a rule for other kinds', world => exempt(world, 'service-finds-pods', 'because'), 'which does not look at it'],
  ],
  'acceptance-needed': [
    [
      'of a rule that finds nothing',
      world => {
        world.components.shop = { ...world.components.shop!, accepts: { 'pinned-image': 'to be mended in May' } };
      },
      "accepts 'pinned-image', which finds nothing in component 'shop'",
    ],
  ],
};
