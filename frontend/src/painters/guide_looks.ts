// How titles, axes, grids and legends look. A field that the app set is taken as it is; one that nobody set comes
// from the table of the current scheme, so that a plain figure looks composed on a light and on a dark page.
import type { ModelBase } from "../generated/models"
import { font_pixels, type TextStyle } from "../layout/text"
import type { Model } from "../store/model"
import { rgba } from "./color"
import { dash_of, type FillLook, type LineLook } from "./visuals"

export type Scheme = "light" | "dark"
type Fields = Readonly<Record<string, unknown>>

export const FONT = '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, system-ui, sans-serif'
const SEMIBOLD = 600

interface Palette {
  readonly surface: string
  readonly strong: string
  readonly text: string
  readonly muted: string
  readonly line: string
  readonly grid: string
  readonly highlight: string
}

type Theme = Palette & { readonly font: string }

const PALETTES: Record<Scheme, Palette> = {
  light: { surface: "#ffffff", strong: "#1c212b", text: "#3d4554", muted: "#5f6878", line: "#c3c9d4", grid: "#e9ecf1", highlight: "#ffe88a" },
  dark: { surface: "#0f1218", strong: "#eef1f6", text: "#c6cdd9", muted: "#98a2b3", line: "#4a5261", grid: "#272c36", highlight: "#8a7a2b" },
}

const prefixed = (prefix: string, fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${prefix}_text_${name}`, value]))

function axes({ text, muted, line, grid, font }: Theme): Record<string, Fields> {
  return {
    Axis: {
      axis_line_color: line, major_tick_line_color: line, minor_tick_line_color: null,
      major_tick_in: 0, major_tick_out: 4, minor_tick_out: 3, axis_label_standoff: 8,
      ...prefixed("major_label", { color: muted, font }),
      ...prefixed("axis_label", { color: text, font, font_size: "12px", font_style: "normal" }),
    },
    LogAxis: { minor_tick_line_color: line },
    CategoricalAxis: {
      separator_line_color: line, separator_line_width: 1, major_tick_line_color: null, major_tick_out: 0, major_label_standoff: 7,
      ...prefixed("major_label", { color: text }),
      ...prefixed("group", { color: text, font }),
      ...prefixed("subgroup", { color: muted, font, font_style: "normal" }),
    },
    Grid: { grid_line_color: grid },
  }
}

function annotations({ surface, strong, text, muted, line, grid, highlight, font }: Theme): Record<string, Fields> {
  return {
    TextAnnotation: { text_color: text, text_font: font },
    Title: { text_color: strong, text_font_size: "14px", text_line_height: 1.25 },
    Label: { text_font_size: "13px", text_line_height: 1.25 },
    Legend: {
      background_fill_color: surface, background_fill_alpha: 0.9, border_line_color: grid, border_line_alpha: 1, border_radius: 6,
      inactive_fill_color: surface, padding: 8, glyph_height: 18, label_standoff: 7,
      ...prefixed("label", { color: text, font, font_size: "12px" }),
      ...prefixed("title", { color: text, font, font_size: "12px", font_style: "bold" }),
    },
    Span: { line_color: muted },
    BoxAnnotation: { fill_color: highlight, line_color: line },
  }
}

/** By kind (or base of kinds), then field. */
const table = (theme: Theme): Record<string, Fields> => ({
  Plot: { background_fill_color: null, border_fill_color: theme.surface, outline_line_color: null, min_border: 10 },
  ...axes(theme), ...annotations(theme),
})


/** A text in its colour, and how it is aligned to its place. */
export interface TextLook {
  readonly style: TextStyle
  readonly color: string | null
  readonly alpha: number
  readonly outline: { readonly color: string; readonly width: number } | null
  readonly align: "left" | "center" | "right"
  readonly baseline: string
}

const joined = (prefix: string, name: string): string => (prefix === "" ? name : `${prefix}_${name}`)

/** The scheme whose text reads well on a colour; null where the colour lets the page shine through. */
export function scheme_on(color: string | null): Scheme | null {
  if (color === null) return null
  const [red, green, blue, alpha] = rgba(color)
  if (alpha < 128) return null
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? "light" : "dark"
}

export interface PageLook { readonly surface: string | null; readonly font: string | null }

/** The background that the app gave to a model. */
const own_fill = (model: ModelBase): string | null =>
  (model as unknown as Model).has("background_fill_color") ? ((model as unknown as Model).get("background_fill_color") as string | null) : null

/** What was read of models, by a name, until the model changes: figures that stream ask for the same in every frame. */
class Remembered<T> {
  private readonly models = new WeakMap<ModelBase, { version: number; found: Map<string, T> }>()

  of(model: ModelBase, name: string, read: () => T): T {
    const { version } = model as unknown as Model
    let known = this.models.get(model)
    if (known?.version !== version) this.models.set(model, (known = { version, found: new Map() }))
    let value = known.found.get(name)
    if (value === undefined) known.found.set(name, (value = read()))
    return value
  }
}

/** Reads the looks of guides in one scheme. */
export class GuideLooks {
  private readonly defaults: Record<string, Fields>
  private readonly fields = new Remembered<unknown>()
  private readonly lines = new Remembered<LineLook | null>()
  private readonly fills = new Remembered<FillLook | null>()
  private readonly texts = new Remembered<TextLook>()
  private readonly fitting = new Map<string, GuideLooks>()

  /** `page`: the page's own colour below figures and its font, where it has them. */
  constructor(readonly scheme: Scheme, readonly page: PageLook = { surface: null, font: null }) {
    this.defaults = table({ ...PALETTES[scheme], surface: page.surface ?? PALETTES[scheme].surface, font: page.font ?? FONT })
  }

  /** Looks for what lies on a fill that the app chose: an unset text on it is dark or light as the fill needs it. */
  on(color: string | null): GuideLooks {
    if (color === null) return this
    let looks = this.fitting.get(color)
    if (looks === undefined) {
      const scheme = scheme_on(color)
      looks = scheme === null ? this : new GuideLooks(scheme, { ...this.page, surface: color })
      this.fitting.set(color, looks)
    }
    return looks
  }

  /** Looks for a panel whose text colour the app chose, but not its fill: the surface is one that the text reads on. */
  under(model: ModelBase, text_field: string): GuideLooks {
    const own = model as unknown as Model
    if (!own.has(text_field) || own.has("background_fill_color")) return this
    const text = scheme_on(own.get(text_field) as string | null)
    return text === null || text !== this.scheme ? this : new GuideLooks(text === "light" ? "dark" : "light", { ...this.page, surface: null })
  }

  /** The colour of a glyph's text that nobody coloured, where its own default would not read: on a dark ground. */
  get ink(): string | null {
    return this.scheme === "dark" ? PALETTES.dark.text : null
  }

  /** The value of a field: the model's where it was set, else the scheme's, else the kind's default. */
  get<T>(model: ModelBase, field: string): T {
    return this.fields.of(model, field, () => this.read(model, field)) as T
  }

  private read(model: ModelBase, field: string): unknown {
    const own = model as unknown as Model
    if (!own.has(field)) {
      for (const kind of own.facts.chain) {
        const found = this.defaults[kind]
        if (found !== undefined && field in found) return found[field]
      }
    }
    return own.get(field)
  }

  /** Null where nothing is to be stroked. */
  line(model: ModelBase, prefix = ""): LineLook | null {
    return this.lines.of(model, prefix, () => this.read_line(model, prefix))
  }

  private read_line(model: ModelBase, prefix: string): LineLook | null {
    const read = <T>(name: string): T => this.get<T>(model, joined(prefix, `line_${name}`))
    const color = read<string | null | undefined>("color") ?? null
    const [alpha, width] = [read<number>("alpha"), read<number>("width")]
    if (color === null || alpha === 0 || width === 0) return null
    return {
      color, alpha, width, join: read("join") ?? "bevel", cap: read("cap") ?? "butt",
      dash: dash_of(read("dash")), dash_offset: read("dash_offset") ?? 0,
    }
  }

  /** Null where nothing is to be filled. */
  fill(model: ModelBase, prefix = ""): FillLook | null {
    return this.fills.of(model, prefix, () => this.read_fill(model, prefix))
  }

  private read_fill(model: ModelBase, prefix: string): FillLook | null {
    const color = this.get<string | null | undefined>(model, joined(prefix, "fill_color")) ?? null
    const alpha = this.get<number>(model, joined(prefix, "fill_alpha"))
    return color === null || alpha === 0 ? null : { color, alpha }
  }

  text(model: ModelBase, prefix = ""): TextLook {
    return this.texts.of(model, prefix, () => this.read_text(model, prefix))
  }

  private read_text(model: ModelBase, prefix: string): TextLook {
    const looks = own_fill(model) === null ? this : this.on(own_fill(model))
    const read = <T>(name: string): T => looks.get<T>(model, joined(prefix, `text_${name}`))
    const outline = read<string | null | undefined>("outline_color") ?? null
    return {
      style: {
        family: read("font"), size: font_pixels(read("font_size")), style: read("font_style"), weight: SEMIBOLD,
        line_height: read("line_height"),
      },
      color: read("color"), alpha: read("alpha"), align: read("align"), baseline: read("baseline"),
      outline: outline === null ? null : { color: outline, width: read<number>("outline_width") ?? 1 },
    }
  }
}
