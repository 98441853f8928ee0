// What a figure consists of, sorted by where it is drawn; read anew when one of its guides or lists changes.
import type { Annotation, Axis, Figure, GlyphRenderer, Grid, Legend, ModelBase, Renderer, Title } from "../generated/models"
import type { Side } from "../layout/axis_plan"
import type { RangeLike } from "../scales/make"
import { is_a, Model } from "../store/model"
import type { Axes } from "./data"
import { RendererView } from "./renderer"

export interface Structure {
  /** In the order of painting. */
  readonly renderers: readonly RendererView[]
  readonly grids: readonly Grid[]
  /** Axes, titles and legends beside the frame, the one nearest to it first. */
  readonly sides: Readonly<Record<Side, readonly Renderer[]>>
  readonly legends: readonly Legend[]
  /** Annotations below and above the data. */
  readonly under: readonly Annotation[]
  readonly over: readonly Annotation[]
  /** Every model but data and ranges whose change means to read and draw again. */
  readonly guides: ReadonlySet<ModelBase>
}

export const SIDES: readonly Side[] = ["above", "below", "left", "right"]
const LEVELS = ["image", "underlay", "glyph", "guide", "annotation", "overlay"]
const by_level = (a: Renderer, b: Renderer): number => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level)

const is_axis = (model: ModelBase): model is Axis => is_a(model, "Axis")
export const kinds = {
  is_axis,
  is_title: (model: ModelBase): model is Title => model.type === "Title",
  is_legend: (model: ModelBase): model is Legend => model.type === "Legend",
  is_grid: (model: ModelBase): model is Grid => model.type === "Grid",
}

function side_panels(figure: Figure): Record<Side, Renderer[]> {
  const sides = Object.fromEntries(SIDES.map((side) => [side, [...figure[side]]])) as Record<Side, Renderer[]>
  if (figure.title !== null && figure.title_location !== null) sides[figure.title_location].push(figure.title)
  return sides
}

/** The models in a field's value: itself, or those in a list. */
function models_of(value: unknown): Model[] {
  if (value instanceof Model) return [value]
  return Array.isArray(value) ? value.filter((one) => one instanceof Model) : []
}

/** A guide and everything it refers to, data aside. */
function collect(model: Model, found: Set<ModelBase>): void {
  const { chain } = model.facts
  if (found.has(model) || chain.includes("GlyphRenderer") || chain.includes("Range")) return
  found.add(model)
  for (const field of model.set_field_names()) for (const inner of models_of(model.get(field))) collect(inner, found)
}

const same_axes = (a: Axes, b: Axes): boolean =>
  a.x.range === b.x.range && a.y.range === b.y.range && a.x.log === b.x.log && a.y.log === b.y.log

/** Views of renderers, kept as long as the ranges and scales stay the same models. */
export class RendererViews {
  private views = new Map<GlyphRenderer, RendererView>()
  private axes: Axes | null = null

  read(figure: Figure): RendererView[] {
    const axes = axes_of(figure)
    if (this.axes === null || !same_axes(axes, this.axes)) {
      this.axes = axes
      this.views.clear()
    }
    const models = figure.renderers.filter((one): one is GlyphRenderer => is_a(one, "GlyphRenderer")).sort(by_level)
    this.views = new Map(models.map((model) => [model, this.views.get(model) ?? new RendererView(model, axes)]))
    return [...this.views.values()]
  }

  get(renderer: GlyphRenderer): RendererView | undefined {
    return this.views.get(renderer)
  }
}

const axes_of = (figure: Figure): Axes => ({
  x: { range: figure.x_range as unknown as RangeLike, log: figure.x_scale.type === "LogScale" },
  y: { range: figure.y_range as unknown as RangeLike, log: figure.y_scale.type === "LogScale" },
})

export function read_structure(figure: Figure, views: RendererViews): Structure {
  const sides = side_panels(figure)
  const renderers = views.read(figure)
  const others = [...figure.center, ...figure.renderers.filter((one) => !is_a(one, "GlyphRenderer"))]
  const annotations = others.filter((one) => is_a(one, "Annotation") && !kinds.is_legend(one)).sort(by_level) as Annotation[]
  const guides = new Set<ModelBase>([figure, figure.x_scale, figure.y_scale])
  for (const model of [...SIDES.flatMap((side) => sides[side]), ...others]) collect(model as unknown as Model, guides)
  const below = (one: Annotation): boolean => one.level === "image" || one.level === "underlay"
  return {
    renderers, sides, guides,
    grids: others.filter(kinds.is_grid),
    legends: others.filter(kinds.is_legend),
    under: annotations.filter(below),
    over: annotations.filter((one) => !below(one)),
  }
}
