/**
 * Who may import whom: docs/architecture, "Who may import whom". `npm test` also plants a forbidden import and expects
 * it to be found (tests/architecture).
 */
/** Parts of the contract that carry no zod. */
const runtimeContract = '^src-shared/contract/(client|json-bytes|lectern-error)\\.ts$'

const builtIn = { dependencyTypes: ['core'] }

/** `from` may import nothing of ours but `may`. */
const only = (name, from, may, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^src-', pathNot: may },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolves',
      comment: 'mdast and hast are types alone (@types/…), which tsc checks.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(mdast|hast)$' },
    },
    only('shared-is-the-bottom', '^src-shared/', ['^src-shared/'], 'Everything else stands on src-shared.'),
    {
      name: 'shared-needs-zod-only',
      severity: 'error',
      from: { path: '^src-shared/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^src-shared/', 'node_modules/zod/'] },
    },
    only('core-stands-on-shared', '^src-main/core/', ['^src-shared/', '^src-main/core/'], 'The core knows no host.'),
    {
      name: 'core-has-no-host',
      comment:
        'The core imports no Electron and no http, so that it opens in a plain test. One file asks the web on request, one a ' +
        "model server: only Node's own client lets them check the address that is connected to.",
      severity: 'error',
      from: {
        path: '^src-main/(core|backend|workers)/',
        pathNot: [
          '\\.test\\.ts$',
          '^src-main/core/imports/fetching/web-request\\.ts$',
          '^src-main/core/ask/model/server-door\\.ts$',
        ],
      },
      to: { path: ['^electron$', 'node_modules/electron/', '^(node:)?(http|https|http2|net)$'] },
    },
    {
      name: 'features-are-apart',
      comment:
        "A feature of the core uses its own files; another's only through its store, and only exports, search and ask do.",
      severity: 'error',
      from: { path: '^src-main/core/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^src-main/core/[^/]+/',
        pathNot: [
          '^src-main/core/$1/',
          '^src-main/core/(database|files|text)/',
          '^src-main/core/[^/]+/[^/]+-store\\.ts$',
          // How the search index numbers its rows; asking reads it.
          '^src-main/core/search/row-ids\\.ts$',
        ],
      },
    },
    {
      name: 'stores-of-others',
      severity: 'error',
      from: { path: '^src-main/core/(?!exports/|search/|ask/)([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src-main/core/[^/]+/[^/]+-store\\.ts$', pathNot: '^src-main/core/$1/' },
    },
    only(
      'workers-read',
      '^src-main/workers/',
      ['^src-shared/', '^src-main/workers/', '^src-main/core/(imports|text|archives|backups|checks|database|files)/'],
      '',
    ),
    only('backend', '^src-main/backend/', ['^src-shared/', '^src-main/(backend|core|workers)/'], ''),
    only(
      'hosts-know-no-core',
      '^src-main/hosts/',
      [
        '^src-shared/',
        '^src-main/hosts/',
        '^src-main/backend/(wire|supervisor|log-file|backend)\\.ts$',
        '^src-main/core/files/',
      ],
      'A host reaches the library through the backend process alone.',
    ),
    {
      name: 'hosts-are-apart',
      severity: 'error',
      from: { path: '^src-main/hosts/(electron|web)/' },
      to: { path: '^src-main/hosts/(electron|web)/', pathNot: '^src-main/hosts/$1/' },
    },
    only('preload-is-alone', '^src-preload/', ['^src-shared/'], ''),
    {
      name: 'electron-in-its-place',
      severity: 'error',
      from: { pathNot: ['^src-main/hosts/electron/', '^src-preload/', '^tests/electron/'] },
      to: { path: ['^electron$', 'node_modules/electron/'] },
    },
    only('renderer-stands-on-shared', '^src-renderer/', ['^src-shared/', '^src-renderer/'], ''),
    {
      name: 'renderer-has-no-zod',
      comment: 'The contract reaches the renderer as types; zod stays out of its bundle.',
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: ['node_modules/zod/', '^src-shared/contract/'],
        pathNot: runtimeContract,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: '\\.test\\.tsx?$' },
      to: builtIn,
    },
    {
      name: 'features-of-the-renderer-are-apart',
      comment: 'The one edge: the reader shows the annotations beside the page.',
      severity: 'error',
      from: { path: '^src-renderer/features/(?!reader/)([^/]+)/' },
      to: { path: '^src-renderer/features/[^/]+/', pathNot: '^src-renderer/features/$1/' },
    },
    {
      name: 'reader-shows-annotations',
      severity: 'error',
      from: { path: '^src-renderer/features/reader/' },
      to: { path: '^src-renderer/features/[^/]+/', pathNot: '^src-renderer/features/(reader|annotations)/' },
    },
    {
      name: 'renderer-layers',
      comment: 'What features stand on does not know them.',
      severity: 'error',
      from: { path: '^src-renderer/(client|anchoring|editor|ui)/' },
      to: { path: '^src-renderer/(features|app)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.css$', '\\?'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      conditionNames: ['types', 'import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
}
