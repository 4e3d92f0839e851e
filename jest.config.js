/** What both projects have in common. */
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } }],
  },
  snapshotResolver: '<rootDir>/test/snapshot-resolver.cjs',
  modulePathIgnorePatterns: ['<rootDir>/.cache/'],
};

/** @type {import('jest').Config} */
export default {
  testTimeout: 120_000,
  maxWorkers: '100%', // a suite waits for the programs that it runs more than it computes
  projects: [
    {
      // The program, on rows of its own: green whatever the owner of this platform writes.
      ...shared,
      displayName: 'program',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/platform/', '<rootDir>/test/long/'],
    },
    {
      // This platform: true of any valid rows.
      ...shared,
      displayName: 'platform',
      testMatch: ['<rootDir>/test/platform/**/*.test.ts'],
    },
  ],
};
