// What the compiler cannot see and a formatter cannot mend. Each rule of our own says what to do instead.
import js from '@eslint/js';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const advice = {
  disk: "Only lib/disk touches the disk: take what you need from 'lib/disk/index.ts', or let the caller hand it in.",
  network: 'Nothing asks the network at synth, check or test time: hand the data in.',
  clock:
    'The same code must give the same bytes: no clock and no chance in what is rendered. Take the value as an argument.',
  output: 'Commands write through lib/cli/output.ts, so that a closed pipe ends them quietly.',
};

export default tseslint.config(
  { ignores: ['dist/', 'imports/*', '!imports/kinds.ts', '.cache/', 'node_modules/'] },
  js.configs.recommended,
  tseslint.configs.strict,
  {
    plugins: { 'import-x': importX },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/explicit-function-return-type': ['error', { allowExpressions: true }],
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'variable', modifiers: ['destructured'], format: null },
        { selector: 'variable', format: ['camelCase', 'PascalCase'], leadingUnderscore: 'allow' },
        { selector: 'typeLike', format: ['PascalCase'] },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off', // `noUncheckedIndexedAccess` asks for it where a length was looked at
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      'eqeqeq': 'error',
      'import-x/order': [
        'error',
        { 'groups': ['builtin', 'external', ['parent', 'sibling', 'index']], 'newlines-between': 'never' },
      ],
      'no-control-regex': 'off', // texts are judged by their control characters
      'no-empty-pattern': 'off',
      'prefer-const': ['error', { destructuring: 'all' }],
    },
  },
  {
    files: ['main.ts', 'lib/**', 'argocd/**', 'overlays/**', 'imports/**'],
    rules: {
      'max-lines': ['error', { max: 150 }],
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ group: ['node:http', 'node:https', 'node:net', 'node:dns', 'undici'], message: advice.network }],
        },
      ],
      'no-restricted-globals': ['error', { name: 'fetch', message: advice.network }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ImportDeclaration[source.value=/^(node:)?fs/]', message: advice.disk },
      ],
    },
  },
  {
    files: ['lib/disk/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['main.ts', 'lib/synthesis.ts', 'lib/{cli,disk,synth,checks,kustomize,yaml}/**'],
    ignores: ['lib/cli/output.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        ...['stdout', 'stderr', 'exit'].map(property => ({ object: 'process', property, message: advice.output })),
      ],
    },
  },
  {
    files: [
      'lib/{components,constructs,model,answers,clusters,argocd,kinds}/**',
      'argocd/**',
      'overlays/**',
      'imports/**',
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        ...[
          ['Date', 'now'],
          ['Math', 'random'],
          ['crypto', 'randomUUID'],
          ['performance', 'now'],
          ['process', 'env'],
        ].map(([object, property]) => ({ object, property, message: advice.clock })),
      ],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: advice.network },
        { name: 'Date', message: advice.clock },
      ],
    },
  },
  {
    files: ['test/**', 'bench/**', '*.js', '**/*.cjs'],
    rules: {
      '@typescript-eslint/explicit-function-return-type': 'off',
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['**/*.cjs', '*.js'],
    languageOptions: {
      globals: { require: 'readonly', module: 'writable', __dirname: 'readonly', process: 'readonly' },
    },
  },
);
