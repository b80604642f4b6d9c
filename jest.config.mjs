export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }],
    '^.+\\.tsx$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic', importSource: 'hono/jsx' } } }, module: { type: 'es6' } }],
  },
  testMatch: ['<rootDir>/**/*.test.{ts,tsx}'],
  modulePathIgnorePatterns: ['/dist/', '/[.]data/'],
  // One embedded PostgreSQL for the whole run; each test file makes databases of its own in it.
  globalSetup: '<rootDir>/tests/harness/globalSetup.mjs',
  globalTeardown: '<rootDir>/tests/harness/globalTeardown.mjs',
  setupFiles: ['<rootDir>/tests/harness/plainWasmCalls.mjs'],
  testSequencer: '<rootDir>/tests/harness/longestFirst.mjs',
  maxWorkers: 2,
  // Modules of a test file are never let go of by their worker: one that has grown is replaced, or the last files take many times as long.
  workerIdleMemoryLimit: '1200MB',
  testTimeout: 30_000,
};
