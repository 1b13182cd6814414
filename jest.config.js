export const swc = {
  swcrc: false,
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'es6' },
};

/** One project per suite; `npm test` runs them two at a time (scripts/test.mjs). */
const project = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@server/(.*)$': '<rootDir>/src/$1',
  },
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  setupFilesAfterEnv: ['<rootDir>/test/support/temporal-equality.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  ...more,
});

/**
 * All files of a suite share one process and one module graph: loading the application for each file cost more than the tests themselves. Node
 * imports the TypeScript as it stands (test/support/register-ts.mjs). So a test file must put back what it changes outside of itself.
 * The web's unit tests need jest's own runner for its fake timers and the paths of a bundler.
 */
const shared = { runner: 'jest-light-runner', setupFiles: ['<rootDir>/test/support/test-guards.ts'] };
const database = { ...shared, globalSetup: '<rootDir>/test/support/global-setup.mjs', globalTeardown: '<rootDir>/test/support/global-teardown.mjs' };

export default {
  // The memory of many started applications takes longer than half a second to give back.
  workerGracefulExitTimeout: 10_000,
  projects: [
    project('unit', ['<rootDir>/src/**/*.spec.ts', '<rootDir>/migrations/**/*.spec.ts', '<rootDir>/test/unit/**/*.spec.ts'], shared),
    project('web', ['<rootDir>/web/src/**/*.spec.ts']),
    project('e2e', ['<rootDir>/test/e2e/**/*.e2e.ts'], database),
    project('closing', ['<rootDir>/test/closing/**/*.e2e.ts'], database),
    project('browser', ['<rootDir>/test/browser/**/*.browser.ts'], {
      ...shared,
      globalSetup: '<rootDir>/test/support/browser-setup.mjs',
      globalTeardown: '<rootDir>/test/support/browser-teardown.mjs',
    }),
    project('hosting', ['<rootDir>/test/hosting/**/*.hosting.ts'], database),
    project('process', ['<rootDir>/test/process/**/*.process.ts'], shared),
  ],
};
