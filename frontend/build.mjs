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

function write_json(name, value) {
  writeFileSync(join(out, `${name}.new`), JSON.stringify(value, null, 1) + "\n")
  renameSync(join(out, `${name}.new`), join(out, name))
}

/** manifest.json for the server (plain name -> hashed name), build.json for the tools (sources' stamp, first load). */
function write_manifest({ outputs }) {
  const manifest = {}
  let first = []
  for (const [path, output] of Object.entries(outputs)) {
    if (output.entryPoint === undefined) continue
    const name = basename(output.entryPoint, ".ts")
    manifest[`${name}.js`] = basename(path)
    first = first_load(outputs, path)
    if (output.cssBundle === undefined) continue
    manifest[`${name}.css`] = basename(output.cssBundle)
    first.push(output.cssBundle)
  }
  copyFileSync(join(here, "asgiplots.d.ts"), join(out, "asgiplots.d.ts"))
  write_json("build.json", { stamp: watch ? "" : stamp(), first: first.map((path) => basename(path)) })
  write_json("manifest.json", manifest)
  const kept = new Set(["manifest.json", "build.json", "asgiplots.d.ts", ...Object.keys(outputs).map((path) => basename(path))])
  for (const file of readdirSync(out)) if (!kept.has(file)) rmSync(join(out, file), { recursive: true })
}

const publish = {
  name: "publish",
  setup(build) {
    build.onEnd((result) => {
      if (result.errors.length === 0) write_manifest(result.metafile)
    })
  },
}

mkdirSync(out, { recursive: true })
const bundle = await context({
  absWorkingDir: here,
  entryPoints: ["src/main.ts"],
  outdir: out,
  bundle: true,
  format: "esm",
  splitting: true,
  target: ["es2022"],
  minify: !watch,
  sourcemap: watch,
  entryNames: "[name]-[hash]",
  chunkNames: "chunk-[hash]",
  assetNames: "[name]-[hash]",
  metafile: true,
  legalComments: "none",
  logLevel: "info",
  plugins: [publish],
})
if (watch) {
  await bundle.watch()
} else {
  await bundle.rebuild()
  await bundle.dispose()
}
