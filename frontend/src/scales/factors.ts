// Categories on a number line. Each factor of a flat range takes one unit, its centre at 0.5, 1.5, …; nested
// factors are laid out group by group with padding between them:
//
//   ["A","x"] ["A","y"]    ["B","x"]       factor_padding between siblings, group_padding between A and B,
//     0.5       1.5          3.9           subgroup_padding between the middle groups of three levels.

export type Factor = string | readonly string[]
/** A factor, or a factor with a trailing offset in units: `["A", "x", 0.25]`. */
export type FactorValue = Factor | number | readonly (string | number)[]

export interface FactorOptions {
  factors: readonly Factor[]
  factor_padding?: number
  subgroup_padding?: number
  group_padding?: number
  range_padding?: number
  range_padding_units?: "percent" | "absolute"
}

/** One group of siblings: its name(s), and the span from its first to its last factor's outer edge. */
export interface FactorGroup {
  readonly names: readonly string[]
  readonly start: number
  readonly end: number
}

export interface FactorMap {
  /** 1, 2 or 3; 0 when there are no factors. */
  readonly levels: number
  readonly factors: readonly Factor[]
  /** Centre of each factor, in the order of `factors`. */
  readonly centers: Float64Array
  /** Outermost groups (two or three levels), in order of appearance. */
  readonly groups: readonly FactorGroup[]
  /** Middle groups (three levels only). */
  readonly subgroups: readonly FactorGroup[]
  /** Natural ends of the range, padding included. */
  readonly start: number
  readonly end: number
  /** Position of a factor, of a group (its middle), or of either with an offset; NaN when unknown. Numbers pass through. */
  position(value: unknown): number
  positions(values: ArrayLike<unknown>): Float64Array
  /** The factor whose centre is nearest to a position; undefined when there are none. */
  nearest(position: number): Factor | undefined
}

const SEPARATOR = "\u0000"
const names_of = (factor: Factor): readonly string[] => (typeof factor === "string" ? [factor] : factor)

class Placer {
  readonly centers = new Map<string, number>()
  readonly tiers: FactorGroup[][] = [[], []]
  private readonly gaps: number[]

  constructor(options: FactorOptions, private readonly levels: number) {
    const { factor_padding = 0, subgroup_padding = 0.8, group_padding = 1.4 } = options
    this.gaps = levels === 3 ? [group_padding, subgroup_padding, factor_padding] : levels === 2 ? [group_padding, factor_padding] : [factor_padding]
  }

  /** Places rows that share their first `depth` names from `offset` on; returns the end of what it placed. */
  place(rows: readonly (readonly string[])[], depth: number, offset: number): number {
    const gap = this.gaps[depth]
    let at = offset
    let first = true
    for (const [path, members] of siblings(rows, depth)) {
      if (!first) at += gap
      first = false
      at = depth === this.levels - 1 ? this.leaf(path, at) : this.group(path, members, depth, at)
    }
    return at
  }

  private leaf(path: readonly string[], at: number): number {
    this.centers.set(path.join(SEPARATOR), at + 0.5)
    return at + 1
  }

  private group(path: readonly string[], members: readonly (readonly string[])[], depth: number, at: number): number {
    const end = this.place(members, depth + 1, at)
    this.tiers[depth].push({ names: path, start: at, end })
    this.centers.set(path.join(SEPARATOR), (at + end) / 2)
    return end
  }
}

/** Rows grouped by their name at `depth`, in order of first appearance. */
function siblings(rows: readonly (readonly string[])[], depth: number): [readonly string[], (readonly string[])[]][] {
  const groups = new Map<string, [readonly string[], (readonly string[])[]]>()
  for (const row of rows) {
    const known = groups.get(row[depth])
    if (known === undefined) groups.set(row[depth], [row.slice(0, depth + 1), [row]])
    else known[1].push(row)
  }
  return [...groups.values()]
}

function padded(end: number, padding: number, units: "percent" | "absolute"): [number, number] {
  const each = units === "percent" ? (end * padding) / 2 : padding
  return [0 - each, end + each]
}

function lookup(centers: ReadonlyMap<string, number>, value: unknown): number {
  if (typeof value === "number") return value
  if (typeof value === "string") return centers.get(value) ?? NaN
  if (!Array.isArray(value)) return NaN
  const last: unknown = value[value.length - 1]
  if (typeof last !== "number") return centers.get(value.join(SEPARATOR)) ?? NaN
  return (centers.get(value.slice(0, -1).join(SEPARATOR)) ?? NaN) + last
}

function nearest_index(centers: Float64Array, position: number): number {
  let best = -1
  for (let i = 0; i < centers.length; i++) {
    if (best < 0 || Math.abs(centers[i] - position) < Math.abs(centers[best] - position)) best = i
  }
  return best
}

export function factor_map(options: FactorOptions): FactorMap {
  const { factors, range_padding = 0, range_padding_units = "percent" } = options
  const rows = factors.map(names_of)
  const levels = rows.length === 0 ? 0 : rows[0].length
  const placer = new Placer(options, levels)
  const natural_end = levels === 0 ? 0 : placer.place(rows, 0, 0)
  const [start, end] = padded(natural_end, range_padding, range_padding_units)
  const centers = Float64Array.from(rows, (row) => placer.centers.get(row.join(SEPARATOR)) ?? NaN)
  return {
    levels, factors, centers, start, end,
    groups: levels > 1 ? placer.tiers[0] : [],
    subgroups: levels > 2 ? placer.tiers[1] : [],
    position: (value) => lookup(placer.centers, value),
    positions: (values) => Float64Array.from(values, (value) => lookup(placer.centers, value)),
    nearest: (position) => factors[nearest_index(centers, position)],
  }
}
