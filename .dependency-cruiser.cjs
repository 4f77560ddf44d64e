// The floor plan as data: arrows point inward, and src/ and portal/ meet only in build/ and over HTTP.
const test = '\\.test\\.tsx?$';
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: test },
  to: { pathNot: [from, ...allowed] },
});
module.exports = {
  forbidden: [
    only('domain-imports-nothing', '^src/domain/', [], 'The domain is pure.'),
    only(
      'contract',
      '^src/contract/',
      ['^src/domain/', 'node_modules/zod/'],
      'Messages know the domain and zod.',
    ),
    only(
      'usecases',
      '^src/usecases/',
      ['^src/domain/', '^src/contract/'],
      'Verbs know the domain, the messages and the port.',
    ),
    only(
      'crm',
      '^src/crm/',
      [
        '^src/domain/',
        '^src/contract/',
        '^src/usecases/crm(\\.ts$|/)',
        'node_modules/zod/',
        'node_modules/@hubspot/api-client/',
        '^node:',
        '^(zlib|https?)$',
      ],
      'The only room that knows the API.',
    ),
    only(
      'functions',
      '^src/app/app\\.functions/',
      ['^src/contract/', '^src/usecases/', '^src/crm/', 'node_modules/zod/', '^node:', '^v8$'],
      'Thin edges.',
    ),
    only(
      'extensions',
      '^src/app/extensions/',
      ['^src/domain/', '^src/contract/', 'node_modules/(react|@types/react|@hubspot/ui-extensions)/'],
      'Views know the domain and the message types.',
    ),
    {
      name: 'extensions-types-only',
      comment: 'Views import the contract for types: zod stays out of the bundle.',
      severity: 'error',
      from: { path: '^src/app/extensions/', pathNot: test },
      to: { path: '^src/contract/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'zod-mini',
      comment:
        'Functions load zod/mini (docs/decisions/0013). Tests too: zod sets its words for the whole process, and would hide that a function has none.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'node_modules/zod/', pathNot: 'node_modules/zod/(mini|locales)/' },
    },
    {
      name: 'portal-knows-nothing-of-us',
      severity: 'error',
      from: { path: '^portal/', pathNot: test },
      to: { path: '^(src|scripts|test)/' },
    },
    { name: 'src-knows-no-portal', severity: 'error', from: { path: '^src/' }, to: { path: '^portal/' } },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: [test, '^test/'] },
      to: { path: `${test}|^test/` },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.json'],
    },
  },
};
