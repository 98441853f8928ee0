// How large an element of a layout is: the model's sizing fields as CSS. Containers are flex boxes, so the same
// fields mean another style in a row than in a column.

export interface Sizable {
  readonly width: number | null
  readonly height: number | null
  readonly min_width: number | null
  readonly min_height: number | null
  readonly max_width: number | null
  readonly max_height: number | null
  readonly margin: number | readonly [number, number] | readonly [number, number, number, number] | null
  readonly width_policy: "auto" | "fixed" | "fit" | "min" | "max"
  readonly height_policy: "auto" | "fixed" | "fit" | "min" | "max"
  readonly aspect_ratio: null | "auto" | number
  readonly sizing_mode: SizingMode | null
  readonly align: "auto" | Align | readonly [Align, Align]
}

export type Align = "start" | "center" | "end"
export type SizingMode = "stretch_width" | "stretch_height" | "stretch_both" | "scale_width" | "scale_height" | "scale_both" | "fixed" | "inherit"
/** The flex direction of the container; "root" for an element that stands in the page itself. */
export type Parent = "row" | "column" | "root"
export type Style = Record<string, string>

type Policy = "fixed" | "fit" | "min" | "max"

const MODES: Record<Exclude<SizingMode, "inherit">, [Policy, Policy]> = {
  fixed: ["fixed", "fixed"], stretch_width: ["max", "fixed"], stretch_height: ["fixed", "max"], stretch_both: ["max", "max"],
  scale_width: ["max", "min"], scale_height: ["min", "max"], scale_both: ["max", "max"],
}

/** What width and height do: the mode's part where there is one, the policy fields, else the sizes given. */
function policies(model: Sizable): [Policy, Policy] {
  const of_size = (size: number | null): Policy => (size === null ? "fit" : "fixed")
  const mode = model.sizing_mode === null || model.sizing_mode === "inherit" ? null : MODES[model.sizing_mode]
  const stretch_of = (policy: Policy, size: number | null): Policy => (policy === "fixed" ? of_size(size) : policy)
  return [
    model.width_policy !== "auto" ? model.width_policy : mode !== null ? stretch_of(mode[0], model.width) : of_size(model.width),
    model.height_policy !== "auto" ? model.height_policy : mode !== null ? stretch_of(mode[1], model.height) : of_size(model.height),
  ]
}

/** Width over height, null where the two are independent. */
function aspect(model: Sizable): number | null {
  const scaled = model.sizing_mode?.startsWith("scale_") ?? false
  if (typeof model.aspect_ratio === "number") return model.aspect_ratio
  if (model.aspect_ratio !== "auto" && !scaled) return null
  return model.width !== null && model.height !== null && model.height > 0 ? model.width / model.height : scaled ? 1 : null
}

const px = (value: number): string => `${value}px`
const limit = (value: number | null): string => (value === null ? "" : px(value))

/** `size` is "auto" where the element grows, whatever its kind's usual size, and empty where that usual size holds. */
interface Side { size: string; flex: string; stretch: boolean }

/** Along the container's direction an element grows by flex; across it, it is stretched (margins stay outside). */
function side(policy: Policy, size: number | null, along: boolean): Side {
  if (policy === "max") return { size: "auto", flex: "1 1 0px", stretch: !along }
  const given = policy !== "min" && size !== null
  return { size: given ? px(size) : "", flex: "0 0 auto", stretch: false }
}

const SELF: Record<Align, string> = { start: "flex-start", center: "center", end: "flex-end" }

function self_alignment(model: Sizable, parent: Parent): string {
  const [horizontal, vertical] = typeof model.align === "string" ? [model.align, model.align] : model.align
  const wanted = parent === "row" ? vertical : horizontal
  return wanted === "auto" ? "flex-start" : SELF[wanted]
}

function margin(value: Sizable["margin"]): string {
  if (value === null) return ""
  return typeof value === "number" ? px(value) : value.map(px).join(" ")
}

/** A side that follows from the other one by the aspect ratio takes whatever comes of it. */
function by_aspect(model: Sizable, [width, height]: [Policy, Policy], ratio: number | null): { width: boolean; height: boolean } {
  if (ratio === null) return { width: false, height: false }
  if (model.sizing_mode === "scale_height") return { width: true, height: false }
  if (model.sizing_mode === "scale_width" || width === "max") return { width: false, height: true }
  return { width: height === "max" || model.width === null, height: model.width !== null }
}

/** CSS of the element of `model` inside a container; an empty string takes a property away. */
export function sizing(model: Sizable, parent: Parent): Style {
  const [width_policy, height_policy] = policies(model)
  const ratio = aspect(model)
  const follows = by_aspect(model, [width_policy, height_policy], ratio)
  const width = side(follows.width ? "min" : width_policy, model.width, parent === "row")
  const height = side(follows.height ? "min" : height_policy, model.height, parent === "column")
  const [along, across] = parent === "row" ? [width, height] : [height, width]
  return {
    width: width.size,
    height: parent === "root" && height.stretch ? "100%" : height.size,
    flex: parent === "root" ? "" : along.flex,
    "align-self": parent === "root" ? "" : across.stretch ? "stretch" : self_alignment(model, parent),
    "min-width": limit(model.min_width), "min-height": limit(model.min_height),
    "max-width": limit(model.max_width), "max-height": limit(model.max_height),
    "aspect-ratio": ratio === null ? "" : String(ratio),
    margin: margin(model.margin),
  }
}
