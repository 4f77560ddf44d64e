import tseslint from 'typescript-eslint';
import { config as hubspot } from '@hubspot/eslint-config-ui-extensions';

const clocksAndDice = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The domain has no clock: take `now` as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The domain has no clock: take `now` as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'The domain has no dice: take a seeded generator.',
  },
];

export default tseslint.config(
  {
    ignores: [
      'build/',
      'out/',
      'coverage/',
      'reports/',
      '.stryker-tmp/',
      '**/*.cjs',
      'jest.config.js',
      'eslint.config.js',
      'stryker.config.mjs',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 200 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read the environment in environment.ts only.' },
      ],
      eqeqeq: 'error',
    },
  },
  { files: ['**/environment.ts', 'test/**'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['src/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clocksAndDice] },
  },
  {
    files: ['src/usecases/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clocksAndDice] },
  },
  ...hubspot
    .filter((part) => part.rules)
    .map(({ plugins, rules }) => ({
      files: ['src/app/extensions/**/*.{ts,tsx}'],
      ignores: ['**/*.test.tsx'],
      plugins,
      rules,
    })),
  {
    files: ['**/*.test.{ts,tsx}', 'test/**'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
);
