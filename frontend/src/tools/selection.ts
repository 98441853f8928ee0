/** How a new hit combines with the rows that are selected already. Rows are kept sorted and unique. */

export type Mode = "replace" | "append" | "intersect" | "subtract" | "xor" | "toggle"

const sorted = (rows: Iterable<number>): number[] => [...new Set(rows)].sort((a, b) => a - b)

const without = (rows: readonly number[], others: Set<number>): number[] => rows.filter((row) => !others.has(row))

/** `toggle` selects what was hit alone, and lets go of it when it was selected already. */
export function combine(old: readonly number[], hit: readonly number[], mode: Mode): number[] {
  const hits = new Set(hit)
  const olds = new Set(old)
  switch (mode) {
    case "replace": return sorted(hits)
    case "append": return sorted([...old, ...hit])
    case "intersect": return sorted(old.filter((row) => hits.has(row)))
    case "subtract": return sorted(without(old, hits))
    case "xor": return sorted([...without(old, hits), ...without(hit, olds)])
    case "toggle": return sorted(without(hit, olds))
  }
}

/** The mode that held keys ask for, else the tool's own: shift adds, ctrl intersects, both together take away. */
export function mode_of(keys: { shift: boolean; ctrl: boolean }, own: Mode): Mode {
  if (keys.shift && keys.ctrl) return "subtract"
  if (keys.shift) return "append"
  return keys.ctrl ? "intersect" : own
}

export function same_rows(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((row, i) => row === b[i])
}
