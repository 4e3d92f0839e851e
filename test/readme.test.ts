import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../lib/cli/commands.ts';
import { command, example, inCheckout, plainsail } from './fixtures/checkout.ts';
import type { Outcome } from './fixtures/checkout.ts';
import { exampleFolder, root } from './fixtures/repository.ts';
import { follow, readme, recipes } from './fixtures/recipes.ts';

/** What a recipe brings: files of dist/ and texts that they hold. None of them is there before. */
type Outcomes = Readonly<Record<string, readonly string[]>>;

const brought: Readonly<Record<string, Outcomes>> = {
  'Add a service': {
    'base/echo/deployment.echo.yaml': ['image: ghcr.io/example-org/echo:1.0.0', 'value: http://mlflow.mlflow'],
    'overlays/dev/echo/networkpolicy.echo.yaml': ['edge-prometheus', 'port: 31500'],
    'overlays/prod/echo/kustomization.yaml': ['namespace: echo-prod'],
    'overlays/prod/mlflow/networkpolicy.mlflow.yaml': ['kubernetes.io/metadata.name: echo-prod'],
    'overlays/prod/monitoring/configmap.prometheus-scrape.yaml': ['\n  echo.yml: |', '- job_name: echo\n'],
    'overlays/dev/edge-monitoring/configmap.edge-prometheus-scrape.yaml': ['- job_name: echo\n'],
    'base/monitoring/configmap.prometheus-rules.yaml': ['\n  EchoFails.yml: |'],
    'base/monitoring/configmap.grafana-dashboards.yaml': ['"title": "Errors of Echo"'],
    'argocd/roots/edge/application.dev-echo.yaml': [],
    'argocd/roots/gcp/application.prod-echo.yaml': [],
  },
  'Add a service to a component that exists': {
    'base/echo/deployment.mirror.yaml': ['value: http://echo:8080'],
    'overlays/prod/echo/networkpolicy.mirror.yaml': [],
    'overlays/prod/echo/networkpolicy.echo.yaml': ['app.kubernetes.io/name: mirror'],
  },
  'Add a chart': {
    'argocd/roots/edge/application.dev-echo-valkey.yaml': ['chart: valkey', 'memory: 128Mi', 'namespace: echo-dev'],
    'argocd/roots/gcp/application.prod-echo-valkey.yaml': ['memory: 512Mi', 'project: prod'],
    'argocd/projects/appproject.prod.yaml': ['- https://valkey.io/valkey-helm'],
    'base/echo/deployment.echo.yaml': ['value: tcp://valkey:6379'],
    'clusters/gcp/prod/foundation/resourcequota.echo-prod.quota.yaml': ['limits.memory: 1280Mi', 'pods: "4"'],
    'overlays/prod/echo/networkpolicy.valkey.yaml': ['app.kubernetes.io/instance: valkey', 'port: 6379'],
  },
  'Add a model': {
    'base/edge-models/deployment.churn.yaml': [],
    'overlays/prod/edge-monitoring/networkpolicy.edge-prometheus.yaml': ['app.kubernetes.io/name: churn'],
  },
  'Add an environment': {
    'overlays/qa/mlflow/persistentvolumeclaim.mlflow.patch.yaml': ['storage: 3Gi'],
    'argocd/roots/gcp/application.qa-mlflow.yaml': [],
    'argocd/roots/edge/application.qa-edge-models.yaml': [],
  },
  'Change an environment': {
    'overlays/dev/mlflow/persistentvolumeclaim.mlflow.patch.yaml': ['storage: 4Gi'],
    'overlays/dev/mlflow/deployment.mlflow.patch.yaml': ['image: ghcr.io/mlflow/mlflow:v3.17.1-full'],
  },
  'Add a cluster': {
    'overlays/dev/lab-monitoring/kustomization.yaml': ['namespace: lab-monitoring-dev'],
    'argocd/roots/lab/application.dev-edge-models.yaml': [],
    'argocd/projects/appproject.platform-lab.yaml': [],
    'argocd/clusters/externalsecret.cluster-lab.yaml': ['https://lab.example-tailnet.ts.net:6443'],
  },
};

/** What must have been done before. */
const after: Readonly<Record<string, readonly string[]>> = {
  'Add a service to a component that exists': ['Add a service'],
  'Add a chart': ['Add a service'],
};

/** What a recipe takes away. */
const taken: Readonly<Record<string, readonly string[]>> = {
  'Add a cluster': ['argocd/roots/edge/application.dev-edge-models.yaml'],
};

test('every recipe of the README is followed here', () => {
  expect(recipes).toEqual(Object.keys(brought));
});

// Each section is followed to the letter in a fresh copy, as a newcomer would.
test.each(Object.entries(brought))('"%s" works as it is written', (recipe, outcomes) => {
  inCheckout(folder => {
    const gone = (taken[recipe] ?? []).map(path => join(folder, 'dist', path));
    expect(missing(folder, outcomes)).toEqual(textsOf(outcomes));
    expect(gone.filter(path => !existsSync(path))).toEqual([]);

    for (const each of [...(after[recipe] ?? []), recipe]) follow(each, folder);

    expect(complaintsOf(command(folder, 'node_modules/.bin/tsc', ['--noEmit']))).toBe('');
    expect(complaintsOf(plainsail(folder, ['synth']))).toBe('');
    expect(plainsail(folder, ['check']).status).toBe(0);
    expect(missing(folder, outcomes)).toEqual([]);
    expect(gone.filter(path => existsSync(path))).toEqual([]);
  });
});

test('a forgotten line is named', () => {
  const { status, stderr } = inCheckout(folder => {
    follow('Add an environment', folder, ['argocd/clusters.ts']);
    return plainsail(folder, ['synth']);
  });

  expect(status).toBe(2);
  expect(stderr).toContain("argocd/clusters.ts: 'edge'");
  expect(stderr).toContain('31508');
});

test('every command stands in the table of commands', () => {
  for (const { usage } of commands) expect(readme).toContain(`\`npm run ${usage.split(' ')[0]}`);
});

test('docs/rules.md is what the program prints', () => {
  expect(readFileSync(join(root, 'docs/rules.md'), 'utf8')).toBe(plainsail(example(), ['rules']).stdout);
});

test('every script that the README names exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
  const named = [...readme.matchAll(/npm run (?:-s )?([\w:][\w:-]*)/g)].map(([, script]) => script!);

  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(script => !(script in scripts))).toEqual([]);
});

test('every path in the tree exists', () => {
  const tree = /## Where things are\s+```text\n(.*?)```/s.exec(readme)![1]!;
  let folder = '';
  const paths = tree.split('\n').flatMap(line => {
    const [, indent = '', names = ''] = /^( *)(\S+(?:  ?\S+\/| \S+\.ts)*)/.exec(line) ?? [];
    if (indent === '') folder = names.split(/ +/)[0]!;
    return names.split(/ +/).map(name => (indent === '' ? name : join(folder, name)));
  });

  expect(paths.length).toBeGreaterThan(20);
  const place = (path: string): string => (/^(overlays|argocd)\//.test(path) ? exampleFolder : root);
  expect(paths.filter(path => !existsSync(join(place(path), path)))).toEqual([]);
});

/** The texts that are not there, each as `<file>: <text>`. */
function missing(folder: string, outcomes: Outcomes): string[] {
  const content = (path: string): string | undefined => {
    const file = join(folder, 'dist', path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  return textsOf(outcomes).filter(line => {
    const [path, ...text] = line.split(': ');
    return !content(path!)?.includes(text.join(': '));
  });
}

function textsOf(outcomes: Outcomes): string[] {
  return Object.entries(outcomes).flatMap(([path, texts]) =>
    (texts.length > 0 ? texts : ['']).map(text => `${path}: ${text}`),
  );
}

function complaintsOf({ status, stdout, stderr }: Outcome): string {
  return status === 0 ? '' : stdout + stderr;
}
