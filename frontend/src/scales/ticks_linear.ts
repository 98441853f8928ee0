// Round positions on a linear or logarithmic axis: steps of 1, 2 or 5 times a power of the base, the step
// chosen whose count comes nearest to the wish.

export interface Ticks { major: number[]; minor: number[] }

export interface AdaptiveOptions {
  base?: number
  mantissas?: readonly number[]
  min_interval?: number
  max_interval?: number | null
  num_minor_ticks?: number
}

/** A dense zoom or a broken step must not lock the page up. */
const MOST_TICKS = 2000
const EDGE = 1e-9

/** The step between ticks for about `desired` of them in `span`. */
export function nice_interval(span: number, desired: number, options: AdaptiveOptions = {}): number {
  const { base = 10, mantissas = [1, 2, 5], min_interval = 0, max_interval = null } = options
  const unit = min_interval > 0 ? min_interval : 1
  const magnitude = unit * base ** Math.floor(Math.log(span / desired / unit) / Math.log(base) + EDGE)
  const steps = [mantissas[mantissas.length - 1] / base, ...mantissas, mantissas[0] * base]
  let best = NaN
  for (const step of steps) {
    if (!(Math.abs(desired - span / (step * magnitude)) >= Math.abs(desired - span / (best * magnitude)))) best = step
  }
  return Math.min(Math.max(best * magnitude, min_interval), max_interval ?? Infinity)
}

/** Multiples of `interval` in [low, high], free of the noise that 3 * 0.1 has. */
export function multiples(low: number, high: number, interval: number): number[] {
  const first = Math.ceil(low / interval - EDGE)
  const last = Math.floor(high / interval + EDGE)
  if (!(interval > 0) || last - first > MOST_TICKS) return []
  const inverse = Math.round(1 / interval)
  const exact = interval < 1 && Math.abs(inverse * interval - 1) < 1e-12
  const found: number[] = []
  for (let i = first; i <= last; i++) found.push((exact ? i / inverse : i * interval) || 0)
  return found
}

/** Positions that divide each interval into `count`, those of the major ticks left out. */
export function minor_multiples(low: number, high: number, interval: number, count: number): number[] {
  if (!(count > 1)) return []
  const step = interval / count
  const first = Math.ceil(low / step - EDGE)
  const last = Math.floor(high / step + EDGE)
  if (!(step > 0) || last - first > MOST_TICKS) return []
  const found: number[] = []
  for (let i = first; i <= last; i++) if (i % count !== 0) found.push(i * step)
  return found
}

export function interval_ticks(low: number, high: number, interval: number, num_minor_ticks: number): Ticks {
  return { major: multiples(low, high, interval), minor: minor_multiples(low, high, interval, num_minor_ticks) }
}

export function adaptive_ticks(low: number, high: number, desired: number, options: AdaptiveOptions = {}): Ticks {
  return interval_ticks(low, high, nice_interval(high - low, desired, options), options.num_minor_ticks ?? 5)
}

/** Powers of the base times each mantissa in [low, high]. */
function powers(low: number, high: number, base: number, mantissas: readonly number[], stride = 1): number[] {
  const log = (v: number): number => Math.log(v) / Math.log(base)
  const found: number[] = []
  for (let e = Math.floor(log(low) + EDGE); e <= Math.ceil(log(high) - EDGE); e++) {
    if (e % stride !== 0) continue
    const power = e < 0 ? 1 / base ** -e : base ** e
    for (const m of mantissas) if (m * power >= low * (1 - EDGE) && m * power <= high * (1 + EDGE)) found.push(m * power)
  }
  return found
}

const whole_mantissas = (base: number): number[] => Array.from({ length: Math.max(1, Math.floor(base) - 1) }, (_, i) => i + 1)

/** Log ticks: powers when they are many enough, then powers with mantissas, then plain round numbers. */
export function log_ticks(low: number, high: number, desired: number, options: AdaptiveOptions = {}): Ticks {
  const { base = 10, mantissas = [1, 5], num_minor_ticks = 5 } = options
  const decades = Math.log(high / low) / Math.log(base)
  if (!(decades > 0)) return { major: [], minor: [] }
  if (decades < 1) return adaptive_ticks(low, high, desired, { ...options, mantissas: [1, 2, 5] })
  const stride = Math.max(1, Math.ceil(decades / (desired * 1.5)))
  const plain = powers(low, high, base, [1], stride)
  const dense = [[1, 2, 5], mantissas, [1]].map((list) => powers(low, high, base, list))
  const major = decades >= 3 - EDGE ? plain : dense.find((list) => list.length <= desired + 2) ?? plain
  const candidates = stride > 1 ? powers(low, high, base, [1]) : powers(low, high, base, whole_mantissas(base))
  const taken = new Set(major)
  return { major, minor: num_minor_ticks > 0 ? candidates.filter((v) => !taken.has(v)) : [] }
}
