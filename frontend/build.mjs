// Bundles src/main.ts into hashed files in src/asgiplots/static/ and writes manifest.json (plain name -> hashed name).
// `--watch` rebuilds on each change, unminified and with source maps; `--out DIR` writes elsewhere.
import { context } from "esbuild"
import { createHash } from "node:crypto"
import { copyFileSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { basename, dirname, join, relative, resolve } from "node:path"
import { fileURLToPath } from "node:url"

const here = dirname(fileURLToPath(import.meta.url))
const watch = process.argv.includes("--watch")
const out_flag = process.argv.indexOf("--out")
const out = out_flag > 0 ? resolve(process.argv[out_flag + 1]) : join(here, "../src/asgiplots/static")

/** Every file whose bytes decide the result; hatch_build.py computes the same stamp to skip a fresh build. */
function sources(folder = join(here, "src")) {
  const inside = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)])
  return folder === join(here, "src") ? [...inside, ...["asgiplots.d.ts", "build.mjs", "package-lock.json"].map((name) => join(here, name))] : inside
}

function stamp() {
  const hash = createHash("sha256")
  const named = sources().map((path) => [relative(here, path).replaceAll("\\", "/"), path])
  for (const [name, path] of named.sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(name).update("\0").update(readFileSync(path)).update("\0")
  }
  return hash.digest("hex")
}

/** The entry and the chunks it imports statically: what a browser fetches before the first picture. */
function first_load(outputs, entry) {
  const found = new Set([entry])
  for (const path of found) {
    for (const edge of outputs[path].imports) if (edge.kind === "import-statement") found.add(edge.path)
  }
  return [...found]
}

/** What a part brings beyond the core. */
function files_of(part, core) {
  const entry = Object.keys(built.main).find((path) => built.main[path].entryPoint?.endsWith(`/${part}_part.ts`))
  return first_load(built.main, entry).filter((path) => path !== core).map((path) => basename(path))
}

function write_json(name, value) {
  writeFileSync(join(out, `${name}.new`), JSON.stringify(value, null, 1) + "\n")
  renameSync(join(out, `${name}.new`), join(out, name))
}

/** Outputs of the last build of each bundle. */
const built = {}
/** main.js loads its chunks as it needs them, single.js is all of it in one file, for pages that stand alone. */
const BUNDLES = ["main", "single"]

/** manifest.json for the server (plain name -> hashed name), build.json for the tools (sources' stamp, first load). */
function write_manifest() {
  const entry_of = (name) => Object.keys(built[name]).find((path) => basename(path).startsWith(`${name}-`) && path.endsWith(".js"))
  const [main, single] = BUNDLES.map(entry_of)
  const style = built.main[main].cssBundle
  const [core] = first_load(built.main, main).slice(1)
  const parts = Object.entries(JSON.parse(readFileSync(join(here, "src/store/part_kinds.json"), "utf8")))
    .map(([part, kinds]) => ({ kinds, files: files_of(part, core) }))
  const manifest = { parts, "main.js": basename(core ?? main), "main.css": basename(style), "single.js": basename(single) }
  const first = [...first_load(built.main, main).slice(core === undefined ? 0 : 1), style].map((path) => basename(path))
  copyFileSync(join(here, "asgiplots.d.ts"), join(out, "asgiplots.d.ts"))
  write_json("build.json", { stamp: watch ? "" : stamp(), first })
  write_json("manifest.json", manifest)
  const written = [...Object.keys(built.main), single, `${single}.map`].map((path) => basename(path))
  const kept = new Set(["manifest.json", "build.json", "asgiplots.d.ts", ...written])
  for (const file of readdirSync(out)) if (!kept.has(file)) rmSync(join(out, file), { recursive: true })
}

const publish = (name) => ({
  name: "publish",
  setup(build) {
    build.onEnd(({ errors, metafile }) => {
      if (errors.length > 0) return
      built[name] = metafile.outputs
      if (BUNDLES.every((one) => one in built)) write_manifest()
    })
  },
})

/**
 * Parts that come later ask for all of the core, so that what they share with it lies in one file and not in a file for
 * each set of parts: a page fetches the core first, in one request.
 */
const one_core = {
  name: "one core",
  setup(build) {
    build.onLoad({ filter: /(_part|tools[/\\]index)\.ts$/ }, ({ path }) => ({
      contents: `${readFileSync(path, "utf8")}\nimport "${relative(dirname(path), join(here, "src/start")).replaceAll("\\", "/")}"\n`,
      loader: "ts",
    }))
  },
}

mkdirSync(out, { recursive: true })
const bundles = await Promise.all(BUNDLES.map((name) => context({
  absWorkingDir: here,
  entryPoints: { [name]: "src/main.ts" },
  outdir: out,
  bundle: true,
  format: "esm",
  splitting: name === "main",
  target: ["es2022"],
  minify: !watch,
  sourcemap: watch,
  entryNames: "[name]-[hash]",
  chunkNames: "chunk-[hash]",
  assetNames: "[name]-[hash]",
  metafile: true,
  legalComments: "none",
  logLevel: "info",
  plugins: [publish(name), ...(name === "main" ? [one_core] : [])],
})))
for (const bundle of bundles) {
  if (watch) await bundle.watch()
  else {
    await bundle.rebuild()
    await bundle.dispose()
  }
}
