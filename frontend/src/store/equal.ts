/** Whether two field values are the same: by identity for models and typed arrays, by content for the rest. */
export function same_value(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => same_value(item, b[i]))
  if ((a instanceof Set && b instanceof Set) || (a instanceof Map && b instanceof Map)) return same_value([...a], [...b])
  if (!is_plain(a) || !is_plain(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same_value(a[key], b[key]))
}

/** True for objects written as literals or decoded from JSON. */
export function is_plain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false
  const prototype = Object.getPrototypeOf(value) as unknown
  return prototype === Object.prototype || prototype === null
}

/** A copy that may be changed without changing the original; models and typed arrays are shared. */
export function copy_value(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy_value)
  if (value instanceof Set) return new Set(value)
  if (value instanceof Map) return new Map(value)
  if (is_plain(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy_value(inner)]))
  return value
}
