import type { Family } from './family.ts';

/** Packages that are imported for what they register. */
function registering(folder: string, names: readonly string[]): string {
  const module = 'github.com/external-secrets/external-secrets';
  return ['package register', '', ...names.map(name => `import _ "${module}/pkg/${folder}/${name}"`), ''].join('\n');
}

const noChallengesByDns = [
  'package dns',
  '',
  'import (',
  '\t"context"',
  '\t"errors"',
  '',
  '\tacme "github.com/cert-manager/cert-manager/pkg/apis/acme/v1"',
  '\tv1 "github.com/cert-manager/cert-manager/pkg/apis/certmanager/v1"',
  '\t"github.com/cert-manager/cert-manager/pkg/controller"',
  ')',
  '',
  'var errNone = errors.New("there are no challenges by DNS here")',
  '',
  'type Solver struct{}',
  '',
  'func NewSolver(*controller.Context) (*Solver, error) { return &Solver{}, nil }',
  '',
  'func (*Solver) Present(context.Context, v1.GenericIssuer, *acme.Challenge) error { return errNone }',
  '',
  'func (*Solver) Check(context.Context, v1.GenericIssuer, *acme.Challenge) error { return errNone }',
  '',
  'func (*Solver) CleanUp(context.Context, *acme.Challenge) error { return errNone }',
  '',
].join('\n');

/** Operators that really run beside a cluster, and whom they ask. */
export const operators: readonly Family[] = [
  {
    name: 'external-secrets',
    programs: [{ name: 'external-secrets', source: '.' }],
    of: 'github.com/external-secrets/external-secrets',
    // With the clients of every cloud it is three times as large, and takes minutes.
    completes: {
      module: 'github.com/external-secrets/external-secrets',
      files: {
        'pkg/provider/register/register.go': registering('provider', ['fake', 'kubernetes', 'webhook']),
        'pkg/generator/register/register.go': registering('generator', ['fake', 'password']),
      },
    },
  },
  {
    name: 'cert-manager',
    programs: [
      { name: 'controller', source: './controller' },
      { name: 'acmesolver', source: './acmesolver' },
    ],
    of: 'github.com/cert-manager/cert-manager',
    variables: { 'github.com/cert-manager/cert-manager/pkg/util.AppVersion': 'v1.21.2' },
    // Challenges by DNS bring along the clients of every cloud, and nothing here asks for one.
    completes: {
      module: 'github.com/cert-manager/cert-manager',
      files: { 'pkg/issuer/acme/dns/dns.go': noChallengesByDns },
    },
  },
  {
    name: 'pebble',
    programs: [{ name: 'pebble', source: '.' }],
    of: 'github.com/letsencrypt/pebble/v2',
  },
];
