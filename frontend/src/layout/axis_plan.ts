// Where everything on one axis goes: ticks, labels (turned or thinned until none overlap), group names, the
// axis label, and how much room that takes outside the frame. "Along" is the pixel on the axis, "across" is the
// distance outwards from the axis line.
import type { FactorGroup, FactorMap } from "../scales/factors"
import { stands_in, type Scale } from "../scales/scale"
import { factor_label } from "../scales/tick_labels"
import { format, type FormatterLike } from "../scales/tick_format"
import { desired_ticks, tick_factors, ticks, type TickerLike, type Ticks } from "../scales/ticks"
import { fit_text, turned, type Measure, type TextBlock, type TextStyle } from "./text"

export type Side = "above" | "below" | "left" | "right"
export type Orientation = "horizontal" | "vertical" | "parallel" | "normal" | number

export interface AxisSpec {
  readonly side: Side
  readonly ticker: TickerLike
  readonly formatter: FormatterLike
  /** Texts that replace labels, by tick value or factor. */
  readonly overrides: ReadonlyMap<string, string> | null
  readonly bounds: readonly [number, number] | null
  /** Pixels that the ticks reach outwards. */
  readonly tick_reach: number
  readonly standoff: number
  /** Null: no labels. */
  readonly labels: TextStyle | null
  /** "auto": level, and turned where names would overlap otherwise. */
  readonly orientation: Orientation | "auto"
  /** Least pixels between labels side by side. */
  readonly distance: number
  /** Names of outer groups, of middle groups. */
  readonly groups: readonly [TextStyle, TextStyle]
  readonly group_orientation: readonly [Orientation, Orientation]
  readonly title: { text: string; style: TextStyle; standoff: number; orientation: Orientation } | null
  /** Longer labels are cut, in pixels. */
  readonly longest: number
}

/** A block of text whose middle lies at (along, across), turned by `angle` (radians, anticlockwise). */
export interface PlacedText { readonly block: TextBlock; readonly along: number; readonly across: number; readonly angle: number }
/** A line between groups, from the axis outwards. */
export interface Separator { readonly along: number; readonly reach: number }

export interface AxisPlan {
  readonly ticks: Ticks
  readonly labels: readonly PlacedText[]
  readonly groups: readonly { readonly level: number; readonly text: PlacedText }[]
  readonly separators: readonly Separator[]
  readonly title: PlacedText | null
  /** Room outside the frame, and beyond the frame's corner at the axis' low and high pixel. */
  readonly depth: number
  readonly before: number
  readonly after: number
}

const UPRIGHT = Math.PI / 2
const SLANT = 0.7
const GROUP_GAP = 4
/** Part of a line's height that letters fill; slanted lines may come so near to each other. */
const INK = 0.8
const is_level = (side: Side): boolean => side === "above" || side === "below"

/** Upright texts above and on the left read upwards, those below and on the right downwards. */
export function angle_of(orientation: Orientation, side: Side): number {
  if (typeof orientation === "number") return orientation
  const level = orientation === "horizontal" || (orientation !== "vertical" && is_level(side) === (orientation === "parallel"))
  return level ? 0 : side === "above" || side === "left" ? UPRIGHT : -UPRIGHT
}

interface Candidate { along: number; block: TextBlock }

/** Slanted labels on a level axis end (below) or begin (above) at their tick, all others are centred on it. */
function place(label: Candidate, angle: number, spec: AxisSpec, offset: number): PlacedText {
  const depth = is_level(spec.side) ? turned(label.block, angle).height : turned(label.block, angle).width
  const slanted = is_level(spec.side) && Math.abs(Math.sin(2 * angle)) > 0.05
  const pull = slanted ? (label.block.width / 2) * Math.cos(angle) * Math.sign(Math.sin(angle)) : 0
  return { block: label.block, angle, along: label.along + (spec.side === "above" ? pull : -pull), across: offset + depth / 2 }
}

/** Least distance between the ticks of two neighbours. */
function separation(a: TextBlock, b: TextBlock, angle: number, side: Side, distance: number): number {
  if (!is_level(side)) return (turned(a, angle).height + turned(b, angle).height) / 2
  const level = (turned(a, angle).width + turned(b, angle).width) / 2 + distance
  const sin = Math.abs(Math.sin(angle))
  return sin < 0.05 ? level : Math.min(level, INK * Math.max(a.height, b.height) / sin + 1)
}

function collide(labels: readonly Candidate[], angle: number, side: Side, distance: number): boolean {
  return labels.some((label, i) => {
    const next = labels[i + 1]
    return next !== undefined && Math.abs(next.along - label.along) < separation(label.block, next.block, angle, side, distance)
  })
}

/** Every second label, every third, … until none overlap. */
function thinned(labels: readonly Candidate[], angle: number, side: Side, distance: number): readonly Candidate[] {
  for (let every = 1; every < labels.length; every++) {
    const kept = labels.filter((_, i) => i % every === 0)
    if (!collide(kept, angle, side, distance)) return kept
  }
  return labels.slice(0, 1)
}

function label_texts(spec: AxisSpec, scale: Scale, major: readonly number[]): string[] {
  const factors = spec.ticker.type === "CategoricalTicker" && scale.factors !== null ? tick_factors(scale.factors, major) : null
  const texts = factors === null ? format(spec.formatter, major) : factors.map(factor_label)
  if (spec.overrides === null) return texts
  return texts.map((text, i) => spec.overrides!.get(String(factors?.[i] ?? major[i])) ?? text)
}

/** Labels no longer than `longest`; those along a level axis take no depth from the frame and may be as long as they fit. */
function candidates(spec: AxisSpec, scale: Scale, major: readonly number[], measure: Measure, longest = spec.longest): Candidate[] {
  const { labels } = spec
  if (labels === null) return []
  return label_texts(spec, scale, major)
    .map((text, i) => ({ along: scale.to_screen(major[i]), block: fit_text(text, labels, longest, measure) }))
    .filter((label) => label.block.width > 0)
}

interface Chosen { ticks: Ticks; labels: readonly Candidate[]; angle: number }

/** Fewer ticks where their labels would overlap; where the ticks are given, fewer labels. */
function choose_numeric(spec: AxisSpec, scale: Scale, length: number, measure: Measure): Chosen {
  const angle = spec.orientation === "auto" ? 0 : angle_of(spec.orientation, spec.side)
  const longest = is_level(spec.side) && angle === 0 ? length / 2 : spec.longest
  if (spec.ticker.type === "DatetimeTicker" && stands_in(scale.domain)) return { ticks: { major: [], minor: [] }, labels: [], angle }
  const { count, is_fixed } = desired_ticks(spec.ticker, length, is_level(spec.side) ? "level" : "upright")
  let desired = count
  let chosen: Chosen
  do {
    const found = ticks(spec.ticker, scale, desired, spec.bounds)
    chosen = { ticks: found, labels: candidates(spec, scale, found.major, measure, longest), angle }
    desired *= 0.75
  } while (!is_fixed && desired >= 1 && collide(chosen.labels, angle, spec.side, spec.distance))
  return { ...chosen, labels: thinned(chosen.labels, angle, spec.side, spec.distance) }
}

/** Names that do not fit side by side are slanted, then set upright, then thinned out. */
function choose_factors(spec: AxisSpec, scale: Scale, length: number, measure: Measure): Chosen {
  const found = ticks(spec.ticker, scale, Infinity, spec.bounds)
  const free = spec.orientation === "auto" && is_level(spec.side)
  const whole = free ? candidates(spec, scale, found.major, measure, length) : []
  if (free && !collide(whole, 0, spec.side, spec.distance)) return { ticks: found, labels: whole, angle: 0 }
  const labels = candidates(spec, scale, found.major, measure)
  const angles = free ? [0, SLANT, UPRIGHT] : [spec.orientation === "auto" ? 0 : angle_of(spec.orientation, spec.side)]
  const { distance } = spec
  const angle = angles.find((one) => !collide(labels, one, spec.side, distance)) ?? angles[angles.length - 1]
  return { ticks: found, labels: thinned(labels, angle, spec.side, distance), angle }
}

const reach_of = (texts: readonly PlacedText[], side: Side): number =>
  texts.reduce((most, { block, angle, across }) => {
    const extent = turned(block, angle)
    return Math.max(most, across + (is_level(side) ? extent.height : extent.width) / 2)
  }, 0)

/** Visible part of a group in pixels, low end first; null outside the view. */
function visible_span(group: FactorGroup, scale: Scale): [number, number] | null {
  const [a, b] = [scale.to_screen(group.start), scale.to_screen(group.end)].sort((p, q) => p - q)
  const [low, high] = [...scale.range].sort((p, q) => p - q)
  return b <= low || a >= high ? null : [Math.max(a, low), Math.min(b, high)]
}

/** Pixels that the name of a group may take: to the middle between it and its neighbours. */
function room_of(groups: readonly FactorGroup[], i: number, span: readonly [number, number], scale: Scale): number {
  const gap = (a: FactorGroup | undefined, b: FactorGroup | undefined): number =>
    a === undefined || b === undefined ? Infinity : Math.abs(scale.to_screen(b.start) - scale.to_screen(a.end))
  const nearest = Math.min(gap(groups[i - 1], groups[i]), gap(groups[i], groups[i + 1]))
  return span[1] - span[0] + (Number.isFinite(nearest) ? nearest - GROUP_GAP : 0)
}

function tier(spec: AxisSpec, scale: Scale, groups: readonly FactorGroup[], level: number, offset: number, measure: Measure): PlacedText[] {
  const angle = angle_of(spec.group_orientation[level], spec.side)
  const parallel = Math.abs(Math.sin(angle)) < 0.5 === is_level(spec.side)
  return groups.flatMap((group, i) => {
    const span = visible_span(group, scale)
    if (span === null) return []
    const room = parallel ? room_of(groups, i, span, scale) : spec.longest
    const block = fit_text(group.names[group.names.length - 1], spec.groups[level], room, measure)
    return [place({ along: (span[0] + span[1]) / 2, block }, angle, spec, offset)]
  })
}

function separators_of(groups: readonly FactorGroup[], scale: Scale, reach: number): Separator[] {
  const [low, high] = [...scale.range].sort((p, q) => p - q)
  return groups.slice(1)
    .map((group, i) => ({ along: scale.to_screen((groups[i].end + group.start) / 2), reach }))
    .filter(({ along }) => along > low && along < high)
}

interface Tiers { groups: { level: number; text: PlacedText }[]; separators: Separator[]; reach: number }

function plan_tiers(spec: AxisSpec, scale: Scale, map: FactorMap | null, from: number, measure: Measure): Tiers {
  const done: Tiers = { groups: [], separators: [], reach: from }
  if (map === null || map.levels < 2) return done
  for (const level of map.levels === 3 ? [1, 0] : [0]) {
    const members = level === 0 ? map.groups : map.subgroups
    const texts = tier(spec, scale, members, level, done.reach + GROUP_GAP, measure)
    done.groups.push(...texts.map((text) => ({ level, text })))
    done.reach = Math.max(done.reach, reach_of(texts, spec.side))
    done.separators.push(...separators_of(members, scale, done.reach))
  }
  return done
}

function place_title(spec: AxisSpec, scale: Scale, from: number, measure: Measure): PlacedText | null {
  if (spec.title === null || spec.title.text === "") return null
  const [a, b] = scale.range
  const angle = angle_of(spec.title.orientation, spec.side)
  const block = fit_text(spec.title.text, spec.title.style, Math.max(Math.abs(b - a) * 1.1, 60), measure)
  const extent = turned(block, angle)
  const depth = is_level(spec.side) ? extent.height : extent.width
  return { block, angle, along: (a + b) / 2, across: from + spec.title.standoff + depth / 2 }
}

/** How far texts stick out beyond the ends of the axis. */
function overhang(texts: readonly PlacedText[], scale: Scale, side: Side): [number, number] {
  const [low, high] = [...scale.range].sort((p, q) => p - q)
  let [before, after] = [0, 0]
  for (const { block, angle, along } of texts) {
    const extent = turned(block, angle)
    const half = (is_level(side) ? extent.width : extent.height) / 2
    before = Math.max(before, low - along + half)
    after = Math.max(after, along + half - high)
  }
  return [before, after]
}

/** Plans an axis on `scale`, whose range lies on the axis line. */
export function plan_axis(spec: AxisSpec, scale: Scale, measure: Measure): AxisPlan {
  const length = Math.abs(scale.range[1] - scale.range[0])
  const map = spec.ticker.type === "CategoricalTicker" ? scale.factors : null
  const chosen = (map === null ? choose_numeric : choose_factors)(spec, scale, length, measure)
  const labels = chosen.labels.map((label) => place(label, chosen.angle, spec, spec.tick_reach + spec.standoff))
  const tiers = plan_tiers(spec, scale, map, Math.max(spec.tick_reach, reach_of(labels, spec.side)), measure)
  const title = place_title(spec, scale, tiers.reach, measure)
  const [before, after] = overhang(labels, scale, spec.side)
  return {
    ticks: chosen.ticks, labels, groups: tiers.groups, separators: tiers.separators, title, before, after,
    depth: title === null ? tiers.reach : reach_of([title], spec.side),
  }
}

