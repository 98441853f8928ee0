// Prints what a browser fetches before the first picture, compressed as the server sends it, and fails beyond the budget.
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"

const BUDGET = 90 * 1024
const built = join(dirname(fileURLToPath(import.meta.url)), "../src/asgiplots/static")
const { first } = JSON.parse(readFileSync(join(built, "build.json"), "utf8"))
const sizes = first.map((name) => [name, gzipSync(readFileSync(join(built, name)), { level: 9 }).length])
const total = sizes.reduce((sum, [, size]) => sum + size, 0)
for (const [name, size] of sizes) console.log(`${String(size).padStart(8)}  ${name}`)
console.log(`${String(total).padStart(8)}  first load, gzip; the budget is ${BUDGET}`)
process.exitCode = total <= BUDGET ? 0 : 1
