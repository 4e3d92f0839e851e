import { selected } from '../../lib/cli/selection.ts';

const all = [
  'base/mlflow',
  'base/monitoring',
  'overlays/dev/mlflow',
  'overlays/prod/mlflow',
  'overlays/prod/monitoring',
  'clusters/gcp/foundation',
  'argocd/roots/gcp',
  'argocd/roots/gcp-2',
].map(path => ({ path, manifests: [] }));

test.each([
  ['prod', ['overlays/prod/mlflow', 'overlays/prod/monitoring']],
  ['prod/mlflow', ['overlays/prod/mlflow']],
  ['overlays/prod/mlflow', ['overlays/prod/mlflow']],
  ['dist/overlays/prod/mlflow/', ['overlays/prod/mlflow']],
  ['base', ['base/mlflow', 'base/monitoring']],
  ['base/mlflow', ['base/mlflow']],
  ['clusters/gcp/foundation', ['clusters/gcp/foundation']],
  ['clusters', ['clusters/gcp/foundation']],
  ['argocd/roots/gcp', ['argocd/roots/gcp']],
])("'%s' selects what lies at or below it", (name, paths) => {
  expect(selected('render', name, all).map(({ path }) => path)).toEqual(paths);
});

test.each([
  ['prod/mlfow', "did you mean 'prod/mlflow'?"],
  ['prd', "did you mean 'prod'?"],
  ['cluster/gcp/foundation', "did you mean 'clusters/gcp/foundation'?"],
  ['', 'it must be one of argocd, argocd/roots, argocd/roots/gcp, argocd/roots/gcp-2, base, base/mlflow, '],
  ['mlflow', 'prod/mlflow, prod/monitoring'],
])("'%s' selects nothing", (name, told) => {
  expect(() => selected('render', name, all)).toThrow(told);
});
