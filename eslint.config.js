import globals from 'globals';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

const SET_DATE = 'Write the date down, or use SetClock: this test must pass on any day.';

/** The seed of a property is fixed, and chosen at random by `npm run test:fuzz` alone. */
const FAST_CHECK = { name: 'fast-check', importNames: ['assert', 'check'], message: 'Use assertProperty of test/support/property.' };

export default ts.config(
  { ignores: ['node_modules/', 'dist/', '.daymark/'] },
  ...ts.configs.recommended,
  {
    rules: {
      // A name that starts with _ says: this must stand here and is not used.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      'no-console': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/platform/time/clock.ts', '**/*.spec.ts'],
    rules: {
      // Nobody reads the time but Clock (design.md): ask it, or take the time as an argument.
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Ask Clock for the time.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Ask Clock for the time.' },
        { selector: "MemberExpression[object.object.name='Temporal'][object.property.name='Now']", message: 'Ask Clock for the time.' },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['test/support/property.ts'],
    rules: {
      // The seed of a property is fixed, and chosen at random by `npm run test:fuzz` alone.
      'no-restricted-properties': [
        'error',
        ...['assert', 'check'].map((property) => ({ object: 'fc', property, message: 'Use assertProperty of test/support/property.' })),
      ],
      'no-restricted-imports': ['error', { paths: [FAST_CHECK] }],
    },
  },
  {
    files: ['**/*.spec.{ts,tsx}', 'test/e2e/**/*.ts', 'test/closing/**/*.ts'],
    rules: {
      // A test that reads the date of the machine fails on some day to come. Browser and process tests may, for they drive programs that do.
      'no-restricted-imports': [
        'error',
        {
          paths: [FAST_CHECK],
          patterns: [{ group: ['**/system-clock.js'], message: 'Use SetClock and set dates: this test must pass on any day.' }],
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: `${SET_DATE} Durations: performance.now().` },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: SET_DATE },
        { selector: "MemberExpression[object.object.name='Temporal'][object.property.name='Now']", message: SET_DATE },
      ],
    },
  },
  {
    files: ['scripts/**/*.mjs', '*.js', '*.cjs', 'bench/**/*.ts', 'src/**/*.cli.ts', 'test/**/*.mjs'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['web/**/*.{ts,tsx}'], plugins: { 'react-hooks': hooks }, languageOptions: { globals: globals.browser }, rules: hooks.configs.recommended.rules },
);
