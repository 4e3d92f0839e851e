import type { Family } from './family.ts';

/** Packages that are imported for what they register. */
function registering(folder: string, names: readonly string[]): string {
  const module = 'github.com/external-secrets/external-secrets';
  return ['package register', '', ...names.map(name => `import _ "${module}/pkg/${folder}/${name}"`), ''].join('\n');
}

/** Operators that really run beside a cluster. */
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
];
