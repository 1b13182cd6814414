/**
 * Loaded into every process of the tests (scripts/suites.mjs). What a package says it will take away fails the test that still uses it.
 * Warnings of Node itself carry a code (DEP0040 and the like): they come from packages on newer versions of Node, and are not ours to fail on.
 */
process.on('warning', (warning) => {
  if (warning.name === 'DeprecationWarning' && !warning.code) throw warning;
});
