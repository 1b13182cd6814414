import globals from 'globals';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

const SET_DATE = 'Write the date down, or use SetClock: this test must pass on any day.';

const SET_ZONE = 'Name the zone: this test must pass on a machine in any zone.';
/** SQL that asks the database for the time of its machine. */
const READS_TIME = '/\\b(now\\(\\)|clock_timestamp\\(\\)|current_(date|time|timestamp)\\b)/i';

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
    files: ['**/*.spec.{ts,tsx}', 'test/e2e/**/*.ts', 'test/closing/**/*.ts', 'test/support/**/*.ts'],
    // The health test sets its clock to the time of the database, because Daymark reports how far the two are apart.
    ignores: ['test/support/system-clock.ts', 'test/support/property.ts', 'test/e2e/health-worker.e2e.ts', 'test/e2e/queue-outage-worker.e2e.ts'],
    rules: {
      // A test that reads the date or the zone of the machine fails on some day to come, or on another machine. Browser and process tests may read
      // the date, because they drive programs that do.
      'no-restricted-imports': [
        'error',
        {
          paths: [FAST_CHECK],
          patterns: [{ group: ['**/system-clock.js'], message: 'Use SetClock and set dates: this test must pass on any day.' }],
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: `${SET_DATE} Durations: performance.now().` },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: SET_DATE },
        { selector: "CallExpression[callee.name='Date']", message: SET_DATE },
        { selector: "NewExpression[callee.name='Clock']", message: SET_DATE },
        { selector: "MemberExpression[object.object.name='Temporal'][object.property.name='Now']", message: SET_DATE },
        { selector: `Literal[value=${READS_TIME}]`, message: SET_DATE },
        { selector: `TemplateElement[value.raw=${READS_TIME}]`, message: SET_DATE },
        { selector: "NewExpression[callee.name='Date'][arguments.length>1]", message: SET_ZONE },
        { selector: 'CallExpression[callee.property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)$/]', message: SET_ZONE },
        { selector: "CallExpression[callee.property.name='resolvedOptions']", message: SET_ZONE },
      ],
    },
  },
  {
    files: ['scripts/**/*.mjs', '*.js', '*.cjs', 'bench/**/*.ts', 'src/**/*.cli.ts', 'test/**/*.mjs'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['web/**/*.tsx'],
    ignores: ['web/src/ui/dialog.tsx', 'web/src/ui/side-sheet.tsx', '**/*.spec.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            FAST_CHECK,
            { name: '@mantine/core', importNames: ['Modal', 'Drawer'], message: 'Use Dialog or SideSheet of web/src/ui: they return the focus in every case.' },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "JSXAttribute[name.name='maxLength']", message: 'It counts UTF-16 units. Use textLimit or firstCharacters of web/src/ui/text-limit.' },
      ],
    },
  },
  { files: ['web/**/*.{ts,tsx}'], plugins: { 'react-hooks': hooks }, languageOptions: { globals: globals.browser }, rules: hooks.configs.recommended.rules },
);
