// Written by `make generate`; do not edit.

/** What every model offers in the browser; implemented by `Model` in store/model.ts. */
export interface ModelBase {
  readonly id: string
  readonly type: string
  readonly properties: Record<string, PropertyHandle>
  readonly change: Signal
  on_change(listener: (field: string) => void): () => void
  on_change(field: string | string[], listener: (field: string) => void): () => void
  setv(values: Record<string, unknown>): void
  js_property_callbacks: Record<string, unknown[]>
  js_event_callbacks: Record<string, unknown[]>
  name: string | null
  tags: unknown[]
}
export interface Signal {
  emit(): void
  connect(listener: () => void): () => void
}
export interface PropertyHandle {
  readonly change: Signal
  get_value(): unknown
  set_value(value: unknown): void
}

/** A glyph's looks: one value for all, a column of the source, or an expression over it. */
export type Spec<T> =
  | { value: T; transform?: Transform; units?: string }
  | { field: string; transform?: Transform; units?: string }
  | { expr: Expression; transform?: Transform; units?: string }

export interface StyledElement extends ModelBase {
  html_attributes: Record<string, string>
  html_id: string | null
  css_classes: string[]
  css_variables: Record<string, string | ModelBase>
  styles: Record<string, string | null> | ModelBase
  stylesheets: (ModelBase | string | Record<string, Record<string, string | null> | ModelBase>)[]
}
export interface UIElement extends StyledElement {
  visible: boolean
  context_menu: ModelBase | "auto" | null
}
export interface Pane extends UIElement {
  elements: (UIElement | ModelBase)[]
}
export interface LayoutDOM extends Pane {
  disabled: boolean
  width: number | null
  height: number | null
  min_width: number | null
  min_height: number | null
  max_width: number | null
  max_height: number | null
  margin: number | [number, number] | [number, number, number, number] | null
  width_policy: "auto" | "fixed" | "fit" | "min" | "max"
  height_policy: "auto" | "fixed" | "fit" | "min" | "max"
  aspect_ratio: null | "auto" | number
  flow_mode: "block" | "inline"
  sizing_mode: "stretch_width" | "stretch_height" | "stretch_both" | "scale_width" | "scale_height" | "scale_both" | "fixed" | "inherit" | null
  align: "auto" | "start" | "center" | "end" | ["start" | "center" | "end", "start" | "center" | "end"]
  resizable: boolean | "width" | "height" | "both"
}
export interface Plot extends LayoutDOM {
  x_range: Range
  y_range: Range
  x_scale: Scale
  y_scale: Scale
  extra_x_ranges: Record<string, Range>
  extra_y_ranges: Record<string, Range>
  extra_x_scales: Record<string, Scale>
  extra_y_scales: Record<string, Scale>
  window_axis: "none" | "x" | "y"
  hidpi: boolean
  title: null | Title
  title_location: "above" | "below" | "left" | "right" | null
  outline_line_color: string | null
  outline_line_alpha: number
  outline_line_width: number
  outline_line_join: "miter" | "round" | "bevel"
  outline_line_cap: "butt" | "round" | "square"
  outline_line_dash: number[]
  outline_line_dash_offset: number
  renderers: Renderer[]
  toolbar: Toolbar
  toolbar_location: "above" | "below" | "left" | "right" | null
  toolbar_sticky: boolean
  toolbar_inner: boolean
  left: (Renderer | StyledElement)[]
  right: (Renderer | StyledElement)[]
  above: (Renderer | StyledElement)[]
  below: (Renderer | StyledElement)[]
  center: (Renderer | StyledElement)[]
  frame_width: number | null
  frame_height: number | null
  frame_align: boolean | Record<string, unknown>
  inner_width: number
  inner_height: number
  outer_width: number
  outer_height: number
  background_fill_color: string | null
  background_fill_alpha: number
  border_line_color: string | null
  border_line_alpha: number
  border_line_width: number
  border_line_join: "miter" | "round" | "bevel"
  border_line_cap: "butt" | "round" | "square"
  border_line_dash: number[]
  border_line_dash_offset: number
  border_fill_color: string | null
  border_fill_alpha: number
  min_border_top: number | null
  min_border_bottom: number | null
  min_border_left: number | null
  min_border_right: number | null
  min_border: number | null
  lod_factor: number
  lod_threshold: number | null
  lod_interval: number
  lod_timeout: number
  output_backend: "canvas" | "svg" | "webgl"
  match_aspect: boolean
  aspect_scale: number
  reset_policy: "standard" | "event_only"
  hold_render: boolean
  attribution: (ModelBase | string)[]
  context_menu: ModelBase | "auto" | null
  height: number | null
  width: number | null
}
export interface Figure extends Plot {
}
export interface Range extends ModelBase {
}
export interface NumericalRange extends Range {
  start: number | unknown
  end: number | unknown
}
export interface Range1d extends NumericalRange {
  reset_start: null | number | unknown
  reset_end: null | number | unknown
  bounds: [number | null, number | null] | "auto" | null | null
  min_interval: null | number | unknown
  max_interval: null | number | unknown
  end: number | unknown
  start: number | unknown
}
export interface DataRange extends NumericalRange {
  renderers: ModelBase[] | "auto"
  end: number | unknown
  start: number | unknown
}
export interface DataRange1d extends DataRange {
  range_padding: number | unknown
  range_padding_units: "percent" | "absolute"
  bounds: [number | null, number | null] | "auto" | null | null
  min_interval: null | number | unknown
  max_interval: null | number | unknown
  flipped: boolean
  follow: "start" | "end" | null
  follow_interval: number | unknown | null
  default_span: number | unknown
  only_visible: boolean
}
export interface FactorRange extends Range {
  factors: unknown[]
  factor_padding: number
  subgroup_padding: number
  group_padding: number
  range_padding: number
  range_padding_units: "percent" | "absolute"
  start: number
  end: number
  bounds: [number | null, number | null] | "auto" | null | null
  min_interval: number | null
  max_interval: number | null
}
export interface Transform extends ModelBase {
}
export interface Scale extends Transform {
}
export interface ContinuousScale extends Scale {
}
export interface LinearScale extends ContinuousScale {
}
export interface LogScale extends ContinuousScale {
}
export interface CategoricalScale extends Scale {
}
export interface Renderer extends StyledElement {
  level: "image" | "underlay" | "glyph" | "guide" | "annotation" | "overlay"
  visible: boolean
  coordinates: ModelBase | null
  x_range_name: string
  y_range_name: string
  group: ModelBase | null
  propagate_hover: boolean
  context_menu: ModelBase | null
}
export interface GuideRenderer extends Renderer {
  level: "image" | "underlay" | "glyph" | "guide" | "annotation" | "overlay"
}
export interface Axis extends GuideRenderer {
  dimension: "auto" | "0" | "1"
  face: "auto" | "front" | "back"
  bounds: "auto" | [number, number]
  ticker: Ticker
  formatter: TickFormatter
  axis_label: string | null
  axis_label_standoff: number
  axis_label_standoff_mode: "tick_labels" | "axis"
  axis_label_orientation: "horizontal" | "vertical" | "parallel" | "normal" | number
  axis_label_align: "start" | "center" | "end"
  axis_label_text_color: string | null
  axis_label_text_outline_color: string | null
  axis_label_text_outline_width: number
  axis_label_text_alpha: number
  axis_label_text_font: string
  axis_label_text_font_size: string
  axis_label_text_font_style: "normal" | "italic" | "bold" | "bold italic"
  axis_label_text_align: "left" | "right" | "center"
  axis_label_text_baseline: "top" | "middle" | "bottom" | "alphabetic" | "hanging" | "ideographic"
  axis_label_text_line_height: number
  major_label_standoff: number
  major_label_orientation: "horizontal" | "vertical" | "parallel" | "normal" | number
  major_label_overrides: Record<string, string>
  major_label_policy: LabelingPolicy
  major_label_text_color: string | null
  major_label_text_outline_color: string | null
  major_label_text_outline_width: number
  major_label_text_alpha: number
  major_label_text_font: string
  major_label_text_font_size: string
  major_label_text_font_style: "normal" | "italic" | "bold" | "bold italic"
  major_label_text_align: "left" | "right" | "center"
  major_label_text_baseline: "top" | "middle" | "bottom" | "alphabetic" | "hanging" | "ideographic"
  major_label_text_line_height: number
  axis_line_color: string | null
  axis_line_alpha: number
  axis_line_width: number
  axis_line_join: "miter" | "round" | "bevel"
  axis_line_cap: "butt" | "round" | "square"
  axis_line_dash: number[]
  axis_line_dash_offset: number
  major_tick_line_color: string | null
  major_tick_line_alpha: number
  major_tick_line_width: number
  major_tick_line_join: "miter" | "round" | "bevel"
  major_tick_line_cap: "butt" | "round" | "square"
  major_tick_line_dash: number[]
  major_tick_line_dash_offset: number
  major_tick_in: number
  major_tick_out: number
  minor_tick_line_color: string | null
  minor_tick_line_alpha: number
  minor_tick_line_width: number
  minor_tick_line_join: "miter" | "round" | "bevel"
  minor_tick_line_cap: "butt" | "round" | "square"
  minor_tick_line_dash: number[]
  minor_tick_line_dash_offset: number
  minor_tick_in: number
  minor_tick_out: number
  fixed_location: null | number | string | [string, string] | [string, string, string]
  background_fill_color: string | null
  background_fill_alpha: number
}
export interface ContinuousAxis extends Axis {
}
export interface LinearAxis extends ContinuousAxis {
  formatter: TickFormatter
  ticker: Ticker
}
export interface LogAxis extends ContinuousAxis {
  formatter: TickFormatter
  ticker: Ticker
}
export interface DatetimeAxis extends LinearAxis {
  formatter: TickFormatter
  ticker: Ticker
}
export interface CategoricalAxis extends Axis {
  separator_line_color: string | null
  separator_line_alpha: number
  separator_line_width: number
  separator_line_join: "miter" | "round" | "bevel"
  separator_line_cap: "butt" | "round" | "square"
  separator_line_dash: number[]
  separator_line_dash_offset: number
  group_text_color: string | null
  group_text_outline_color: string | null
  group_text_outline_width: number
  group_text_alpha: number
  group_text_font: string
  group_text_font_size: string
  group_text_font_style: "normal" | "italic" | "bold" | "bold italic"
  group_text_align: "left" | "right" | "center"
  group_text_baseline: "top" | "middle" | "bottom" | "alphabetic" | "hanging" | "ideographic"
  group_text_line_height: number
  group_label_orientation: "horizontal" | "vertical" | "parallel" | "normal" | number
  subgroup_text_color: string | null
  subgroup_text_outline_color: string | null
  subgroup_text_outline_width: number
  subgroup_text_alpha: number
  subgroup_text_font: string
  subgroup_text_font_size: string
  subgroup_text_font_style: "normal" | "italic" | "bold" | "bold italic"
  subgroup_text_align: "left" | "right" | "center"
  subgroup_text_baseline: "top" | "middle" | "bottom" | "alphabetic" | "hanging" | "ideographic"
  subgroup_text_line_height: number
  subgroup_label_orientation: "horizontal" | "vertical" | "parallel" | "normal" | number
  formatter: TickFormatter
  ticker: Ticker
}
export interface Ticker extends ModelBase {
}
export interface ContinuousTicker extends Ticker {
  num_minor_ticks: number
  desired_num_ticks: number
}
export interface AdaptiveTicker extends ContinuousTicker {
  base: number
  mantissas: number[]
  min_interval: number
  max_interval: number | null
}
export interface BasicTicker extends AdaptiveTicker {
}
export interface FixedTicker extends ContinuousTicker {
  ticks: number[]
  minor_ticks: number[]
}
export interface BaseSingleIntervalTicker extends ContinuousTicker {
}
export interface SingleIntervalTicker extends BaseSingleIntervalTicker {
  interval: number
}
export interface LogTicker extends AdaptiveTicker {
  mantissas: number[]
}
export interface CompositeTicker extends ContinuousTicker {
  tickers: Ticker[][]
}
export interface DatetimeTicker extends CompositeTicker {
  num_minor_ticks: number
  tickers: Ticker[][]
}
export interface CategoricalTicker extends Ticker {
}
export interface TickFormatter extends ModelBase {
}
export interface BasicTickFormatter extends TickFormatter {
  precision: "auto" | number
  use_scientific: boolean
  power_limit_high: number
  power_limit_low: number
}
export interface NumeralTickFormatter extends TickFormatter {
  format: string
  language: "be-nl" | "chs" | "cs" | "da-dk" | "de-ch" | "de" | "en" | "en-gb" | "es-ES" | "es" | "et" | "fi" | "fr-CA" | "fr-ch" | "fr" | "hu" | "it" | "ja" | "nl-nl" | "pl" | "pt-br" | "pt-pt" | "ru" | "ru-UA" | "sk" | "th" | "tr" | "uk-UA"
  rounding: "round" | "nearest" | "floor" | "rounddown" | "ceil" | "roundup"
}
export interface PrintfTickFormatter extends TickFormatter {
  format: string
}
export interface LogTickFormatter extends TickFormatter {
  ticker: Ticker | null
  min_exponent: number
}
export interface DatetimeTickFormatter extends TickFormatter {
  microseconds: string
  milliseconds: string
  seconds: string
  minsec: string
  minutes: string
  hourmin: string
  hours: string
  days: string
  months: string
  years: string
  strip_leading_zeros: boolean | ("microseconds" | "milliseconds" | "seconds" | "minsec" | "minutes" | "hourmin" | "hours" | "days" | "months" | "years")[]
  boundary_scaling: boolean
  hide_repeats: boolean
  context: string | DatetimeTickFormatter | null
  context_which: "start" | "center" | "end" | "all"
  context_location: "above" | "below" | "left" | "right"
}
export interface CategoricalTickFormatter extends TickFormatter {
}
export interface Grid extends GuideRenderer {
  dimension: number
  bounds: "auto" | [number, number]
  cross_bounds: "auto" | [number, number]
  axis: Axis | null
  ticker: Ticker | null
  grid_line_color: string | null
  grid_line_alpha: number
  grid_line_width: number
  grid_line_join: "miter" | "round" | "bevel"
  grid_line_cap: "butt" | "round" | "square"
  grid_line_dash: number[]
  grid_line_dash_offset: number
  minor_grid_line_color: string | null
  minor_grid_line_alpha: number
  minor_grid_line_width: number
  minor_grid_line_join: "miter" | "round" | "bevel"
  minor_grid_line_cap: "butt" | "round" | "square"
  minor_grid_line_dash: number[]
  minor_grid_line_dash_offset: number
  band_fill_color: string | null
  band_fill_alpha: number
  level: "image" | "underlay" | "glyph" | "guide" | "annotation" | "overlay"
}
export interface LabelingPolicy extends ModelBase {
}
export interface AllLabels extends LabelingPolicy {
}
export interface NoOverlap extends LabelingPolicy {
  min_distance: number
}
export interface CompositeRenderer extends Renderer {
  renderers: Renderer[]
  elements: (UIElement | ModelBase)[]
}
export interface Annotation extends CompositeRenderer {
  level: "image" | "underlay" | "glyph" | "guide" | "annotation" | "overlay"
}
export interface TextAnnotation extends Annotation {
  text: string
  padding: unknown
  border_radius: unknown
  text_color: string | null
  text_outline_color: string | null
  text_outline_width: number
  text_alpha: number
  text_font: string
  text_font_size: string
  text_font_style: "normal" | "italic" | "bold" | "bold italic"
  text_align: "left" | "right" | "center"
  text_baseline: "top" | "middle" | "bottom" | "alphabetic" | "hanging" | "ideographic"
  text_line_height: number
  background_fill_color: string | null
  background_fill_alpha: number
  border_line_color: string | null
  border_line_alpha: number
  border_line_width: number
  border_line_join: "miter" | "round" | "bevel"
  border_line_cap: "butt" | "round" | "square"
  border_line_dash: number[]
  border_line_dash_offset: number
}
export interface Title extends TextAnnotation {
  vertical_align: "top" | "middle" | "bottom"
  align: "left" | "right" | "center"
  offset: number
  standoff: number
  text_font_size: string
  text_font_style: "normal" | "italic" | "bold" | "bold italic"
  text_line_height: number
}
export interface Legend extends Annotation {
  location: "top_left" | "top_center" | "top_right" | "center_left" | "center_center" | "center_right" | "bottom_left" | "bottom_center" | "bottom_right" | "top" | "left" | "center" | "right" | "bottom" | [number, number]
  orientation: "horizontal" | "vertical"
  ncols: number | "auto"
  nrows: number | "auto"
  title: string | null
  title_text_color: string | null
  title_text_outline_color: string | null
  title_text_outline_width: number
  title_text_alpha: number
  title_text_font: string
  title_text_font_size: string
  title_text_font_style: "normal" | "italic" | "bold" | "bold italic"
  title_text_align: "left" | "right" | "center"
  title_text_baseline: "top" | "middle" | "bottom" | "alphabetic" | "hanging" | "ideographic"
  title_text_line_height: number
  title_location: "above" | "below" | "left" | "right"
  title_standoff: number
  border_line_color: string | null
  border_line_alpha: number
  border_line_width: number
  border_line_join: "miter" | "round" | "bevel"
  border_line_cap: "butt" | "round" | "square"
  border_line_dash: number[]
  border_line_dash_offset: number
  background_fill_color: string | null
  background_fill_alpha: number
  item_background_fill_color: string | null
  item_background_fill_alpha: number
  inactive_fill_color: string | null
  inactive_fill_alpha: number
  click_policy: "none" | "hide" | "mute"
  item_background_policy: "none" | "even" | "odd" | "every"
  label_text_color: string | null
  label_text_outline_color: string | null
  label_text_outline_width: number
  label_text_alpha: number
  label_text_font: string
  label_text_font_size: string
  label_text_font_style: "normal" | "italic" | "bold" | "bold italic"
  label_text_align: "left" | "right" | "center"
  label_text_baseline: "top" | "middle" | "bottom" | "alphabetic" | "hanging" | "ideographic"
  label_text_line_height: number
  label_standoff: number
  label_height: "auto" | number
  label_width: number
  glyph_height: number
  glyph_width: number
  margin: number
  padding: unknown
  border_radius: unknown
  spacing: number
  items: LegendItem[]
}
export interface LegendItem extends ModelBase {
  label: Spec<string | null>
  renderers: GlyphRenderer[]
  index: number | null
  visible: boolean
}
export interface Label extends TextAnnotation {
  anchor: unknown | "auto"
  x: number | string | [string, string] | [string, string, string] | ModelBase
  y: number | string | [string, string] | [string, string, string] | ModelBase
  x_units: "canvas" | "screen" | "data"
  y_units: "canvas" | "screen" | "data"
  x_offset: number
  y_offset: number
  angle: number
  angle_units: "deg" | "rad" | "grad" | "turn"
  direction: "clock" | "anticlock"
  editable: boolean
}
export interface Span extends Annotation {
  location: number | string | [string, string] | [string, string, string] | null
  location_units: "canvas" | "screen" | "data"
  dimension: "width" | "height"
  editable: boolean
  line_color: string | null
  line_alpha: number
  line_width: number
  line_join: "miter" | "round" | "bevel"
  line_cap: "butt" | "round" | "square"
  line_dash: number[]
  line_dash_offset: number
  hover_line_color: string | null
  hover_line_alpha: number
  hover_line_width: number
  hover_line_join: "miter" | "round" | "bevel"
  hover_line_cap: "butt" | "round" | "square"
  hover_line_dash: number[]
  hover_line_dash_offset: number
}
export interface BoxAnnotation extends Annotation {
  name: string | null
  tags: unknown[]
  line_color: string | null
  line_alpha: number
  line_width: number
  line_join: "miter" | "round" | "bevel"
  line_cap: "butt" | "round" | "square"
  line_dash: number[]
  line_dash_offset: number
  fill_color: string | null
  fill_alpha: number
  hover_line_color: string | null
  hover_line_alpha: number
  hover_line_width: number
  hover_line_join: "miter" | "round" | "bevel"
  hover_line_cap: "butt" | "round" | "square"
  hover_line_dash: number[]
  hover_line_dash_offset: number
  hover_fill_color: string | null
  hover_fill_alpha: number
  left: number | string | [string, string] | [string, string, string] | ModelBase
  right: number | string | [string, string] | [string, string, string] | ModelBase
  top: number | string | [string, string] | [string, string, string] | ModelBase
  bottom: number | string | [string, string] | [string, string, string] | ModelBase
  left_units: "canvas" | "screen" | "data"
  right_units: "canvas" | "screen" | "data"
  top_units: "canvas" | "screen" | "data"
  bottom_units: "canvas" | "screen" | "data"
  left_limit: number | string | [string, string] | [string, string, string] | ModelBase | null
  right_limit: number | string | [string, string] | [string, string, string] | ModelBase | null
  top_limit: number | string | [string, string] | [string, string, string] | ModelBase | null
  bottom_limit: number | string | [string, string] | [string, string, string] | ModelBase | null
  min_width: number
  min_height: number
  max_width: number
  max_height: number
  border_radius: unknown
  editable: boolean
  resizable: "none" | "left" | "right" | "top" | "bottom" | "x" | "y" | "all"
  movable: "none" | "x" | "y" | "both"
  symmetric: boolean
  use_handles: boolean
  handles: ModelBase
  inverted: boolean
}
export interface DataRenderer extends Renderer {
  level: "image" | "underlay" | "glyph" | "guide" | "annotation" | "overlay"
}
export interface GlyphRenderer extends DataRenderer {
  data_source: DataSource
  view: CDSView
  glyph: Glyph
  selection_glyph: "auto" | Glyph | null
  nonselection_glyph: "auto" | Glyph | null
  hover_glyph: Glyph | null
  muted_glyph: "auto" | Glyph | null
  muted: boolean
}
export interface DataSource extends ModelBase {
  selected: Selection
}
export interface ColumnarDataSource extends DataSource {
  default_values: Record<string, unknown>
  selection_policy: ModelBase
}
export interface ColumnDataSource extends ColumnarDataSource {
  data: Record<string, unknown>
}
export interface Selection extends ModelBase {
  indices: number[]
  line_indices: number[]
  multiline_indices: Record<string, number[]>
  image_indices: Record<string, unknown>[]
}
export interface CDSView extends ModelBase {
  filter: Filter
}
export interface Filter extends ModelBase {
}
export interface AllIndices extends Filter {
}
export interface IndexFilter extends Filter {
  indices: number[] | null
}
export interface BooleanFilter extends Filter {
  booleans: boolean[] | null
}
export interface GroupFilter extends Filter {
  column_name: string
  group: unknown
}
export interface Glyph extends ModelBase {
  decorations: ModelBase[]
}
export interface XYGlyph extends Glyph {
}
export interface ConnectedXYGlyph extends XYGlyph {
}
export interface Line extends ConnectedXYGlyph {
  x: Spec<number>
  y: Spec<number>
  line_color: string | null
  line_alpha: number
  line_width: number
  line_join: "miter" | "round" | "bevel"
  line_cap: "butt" | "round" | "square"
  line_dash: number[]
  line_dash_offset: number
}
export interface Marker extends XYGlyph {
  x: Spec<number>
  y: Spec<number>
  hit_dilation: number
  size: Spec<number>
  angle_units: "deg" | "rad" | "grad" | "turn"
  angle: Spec<number>
  line_color: Spec<string | null>
  line_alpha: Spec<number>
  line_width: Spec<number>
  line_join: Spec<string>
  line_cap: Spec<string>
  line_dash: Spec<number[]>
  line_dash_offset: Spec<number>
  fill_color: Spec<string | null>
  fill_alpha: Spec<number>
}
export interface Scatter extends Marker {
  marker: Spec<string>
  defs: Record<string, CustomJS>
}
export interface RadialGlyph extends XYGlyph {
}
export interface Circle extends RadialGlyph {
  x: Spec<number>
  y: Spec<number>
  radius_units: "screen" | "data"
  radius: Spec<number>
  radius_dimension: "x" | "y" | "max" | "min"
  hit_dilation: number
  line_color: Spec<string | null>
  line_alpha: Spec<number>
  line_width: Spec<number>
  line_join: Spec<string>
  line_cap: Spec<string>
  line_dash: Spec<number[]>
  line_dash_offset: Spec<number>
  fill_color: Spec<string | null>
  fill_alpha: Spec<number>
}
export interface LRTBGlyph extends Glyph {
  border_radius: unknown
}
export interface VBar extends LRTBGlyph {
  x: Spec<number>
  width_units: "screen" | "data"
  width: Spec<number>
  bottom: Spec<number>
  top: Spec<number>
  line_color: Spec<string | null>
  line_alpha: Spec<number>
  line_width: Spec<number>
  line_join: Spec<string>
  line_cap: Spec<string>
  line_dash: Spec<number[]>
  line_dash_offset: Spec<number>
  fill_color: Spec<string | null>
  fill_alpha: Spec<number>
}
export interface HBar extends LRTBGlyph {
  y: Spec<number>
  height_units: "screen" | "data"
  height: Spec<number>
  left: Spec<number>
  right: Spec<number>
  line_color: Spec<string | null>
  line_alpha: Spec<number>
  line_width: Spec<number>
  line_join: Spec<string>
  line_cap: Spec<string>
  line_dash: Spec<number[]>
  line_dash_offset: Spec<number>
  fill_color: Spec<string | null>
  fill_alpha: Spec<number>
}
export interface Rect extends XYGlyph {
  x: Spec<number>
  y: Spec<number>
  width_units: "screen" | "data"
  width: Spec<number>
  height_units: "screen" | "data"
  height: Spec<number>
  angle_units: "deg" | "rad" | "grad" | "turn"
  angle: Spec<number>
  border_radius: unknown
  dilate: boolean
  line_color: Spec<string | null>
  line_alpha: Spec<number>
  line_width: Spec<number>
  line_join: Spec<string>
  line_cap: Spec<string>
  line_dash: Spec<number[]>
  line_dash_offset: Spec<number>
  fill_color: Spec<string | null>
  fill_alpha: Spec<number>
}
export interface Quad extends LRTBGlyph {
  left: Spec<number>
  right: Spec<number>
  bottom: Spec<number>
  top: Spec<number>
  line_color: Spec<string | null>
  line_alpha: Spec<number>
  line_width: Spec<number>
  line_join: Spec<string>
  line_cap: Spec<string>
  line_dash: Spec<number[]>
  line_dash_offset: Spec<number>
  fill_color: Spec<string | null>
  fill_alpha: Spec<number>
}
export interface Segment extends Glyph {
  x0: Spec<number>
  y0: Spec<number>
  x1: Spec<number>
  y1: Spec<number>
  line_color: Spec<string | null>
  line_alpha: Spec<number>
  line_width: Spec<number>
  line_join: Spec<string>
  line_cap: Spec<string>
  line_dash: Spec<number[]>
  line_dash_offset: Spec<number>
}
export interface Text extends XYGlyph {
  x: Spec<number>
  y: Spec<number>
  text: Spec<string>
  angle_units: "deg" | "rad" | "grad" | "turn"
  angle: Spec<number>
  x_offset: Spec<number>
  y_offset: Spec<number>
  anchor: Spec<unknown>
  padding: unknown
  border_radius: unknown
  outline_shape: Spec<unknown>
  text_color: Spec<string | null>
  text_outline_color: Spec<string | null>
  text_outline_width: Spec<number>
  text_alpha: Spec<number>
  text_font: Spec<string>
  text_font_size: Spec<string>
  text_font_style: Spec<string>
  text_align: Spec<string>
  text_baseline: Spec<string>
  text_line_height: Spec<number>
  background_fill_color: Spec<string | null>
  background_fill_alpha: Spec<number>
  border_line_color: Spec<string | null>
  border_line_alpha: Spec<number>
  border_line_width: Spec<number>
  border_line_join: Spec<string>
  border_line_cap: Spec<string>
  border_line_dash: Spec<number[]>
  border_line_dash_offset: Spec<number>
}
export interface Patch extends ConnectedXYGlyph {
  x: Spec<number>
  y: Spec<number>
  line_color: string | null
  line_alpha: number
  line_width: number
  line_join: "miter" | "round" | "bevel"
  line_cap: "butt" | "round" | "square"
  line_dash: number[]
  line_dash_offset: number
  fill_color: string | null
  fill_alpha: number
}
export interface ImageBase extends XYGlyph {
  x: Spec<number>
  y: Spec<number>
  dw_units: "screen" | "data"
  dw: Spec<number>
  dh_units: "screen" | "data"
  dh: Spec<number>
  global_alpha: Spec<number>
  dilate: boolean
  origin: "bottom_left" | "top_left" | "bottom_right" | "top_right"
  anchor: unknown
}
export interface Image extends ImageBase {
  image: Spec<number>
  color_mapper: ColorMapper
}
export interface Mapper extends Transform {
}
export interface ColorMapper extends Mapper {
  palette: string[]
  nan_color: string
}
export interface ContinuousColorMapper extends ColorMapper {
  domain: ([GlyphRenderer, string | string[]])[]
  low: number | null
  high: number | null
  low_color: string | null
  high_color: string | null
}
export interface LinearColorMapper extends ContinuousColorMapper {
}
export interface LogColorMapper extends ContinuousColorMapper {
}
export interface CategoricalMapper extends Mapper {
  factors: unknown[]
  start: number
  end: number | null
}
export interface CategoricalColorMapper extends CategoricalMapper {
  name: string | null
  tags: unknown[]
  palette: string[]
  nan_color: string
}
export interface CategoricalMarkerMapper extends CategoricalMapper {
  markers: string[]
  default_value: string
}
export interface Dodge extends Transform {
  value: number
  range: Range | null
}
export interface Jitter extends Transform {
  mean: number
  width: number
  distribution: "uniform" | "normal"
  range: Range | null
}
export interface Expression extends ModelBase {
}
export interface CumSum extends Expression {
  field: string
  include_zero: boolean
}
export interface Stack extends Expression {
  fields: string[]
}
export interface Tool extends ModelBase {
  icon: unknown | null
  description: string | null
  visible: boolean
  group: string | boolean
}
export interface GestureTool extends Tool {
}
export interface Drag extends GestureTool {
}
export interface PanTool extends Drag {
  dimensions: "width" | "height" | "both"
}
export interface Scroll extends GestureTool {
}
export interface WheelZoomTool extends Scroll {
  dimensions: "width" | "height" | "both"
  renderers: "auto" | DataRenderer[]
  level: number
  hit_test: boolean
  hit_test_mode: "point" | "hline" | "vline"
  hit_test_behavior: ModelBase | "only_hit"
  maintain_focus: boolean
  zoom_on_axis: boolean
  zoom_together: "none" | "cross" | "all"
  speed: number
  modifiers: Record<string, unknown>
}
export interface BoxZoomTool extends Drag {
  dimensions: "width" | "height" | "both" | "auto"
  overlay: BoxAnnotation
  match_aspect: boolean
  origin: "corner" | "center"
}
export interface BoxSelectTool extends Drag {
  name: string | null
  tags: unknown[]
  icon: unknown | null
  description: string | null
  visible: boolean
  group: string | boolean
  renderers: "auto" | DataRenderer[]
  mode: "replace" | "append" | "intersect" | "subtract" | "xor"
  continuous: boolean
  select_every_mousemove: unknown
  persistent: boolean
  greedy: boolean
  dimensions: "width" | "height" | "both"
  overlay: BoxAnnotation
  origin: "corner" | "center"
}
export interface ActionTool extends Tool {
}
export interface PlotActionTool extends ActionTool {
}
export interface ResetTool extends PlotActionTool {
}
export interface SaveTool extends ActionTool {
  filename: string | null
}
export interface InspectTool extends GestureTool {
  toggleable: unknown
}
export interface HoverTool extends InspectTool {
  renderers: "auto" | DataRenderer[]
  callback: Callback | null
  tooltips: null | ModelBase | string | [string, string][]
  formatters: Record<string, "numeral" | "datetime" | "printf" | ModelBase>
  filters: Record<string, CustomJS | CustomJS[]>
  sort_by: string | (string | [string, "ascending" | "descending" | "1" | "-1"])[] | null
  limit: number | null
  mode: "mouse" | "hline" | "vline"
  muted_policy: "show" | "ignore"
  point_policy: "snap_to_data" | "follow_mouse" | "none"
  line_policy: "prev" | "next" | "nearest" | "interp" | "none"
  anchor: "top_left" | "top_center" | "top_right" | "center_left" | "center_center" | "center_right" | "bottom_left" | "bottom_center" | "bottom_right" | "top" | "left" | "center" | "right" | "bottom"
  attachment: "horizontal" | "vertical" | "left" | "right" | "above" | "below"
  show_arrow: boolean
}
export interface Tap extends GestureTool {
}
export interface TapTool extends Tap {
  name: string | null
  tags: unknown[]
  icon: unknown | null
  description: string | null
  visible: boolean
  group: string | boolean
  renderers: "auto" | DataRenderer[]
  mode: "replace" | "append" | "intersect" | "subtract" | "xor" | "toggle"
  behavior: "select" | "inspect"
  gesture: "tap" | "doubletap"
  modifiers: Record<string, unknown>
  callback: Callback | null
}
export interface CrosshairTool extends InspectTool {
  overlay: "auto" | Span | [Span, Span]
  dimensions: "width" | "height" | "both"
  line_color: string
  line_alpha: number
  line_width: number
}
export interface HelpTool extends ActionTool {
  redirect: string
  description: string | null
}
export interface ZoomBaseTool extends PlotActionTool {
  renderers: "auto" | DataRenderer[]
  dimensions: "width" | "height" | "both"
  factor: number
  level: number
}
export interface ZoomInTool extends ZoomBaseTool {
}
export interface ZoomOutTool extends ZoomBaseTool {
  maintain_focus: boolean
}
export interface Toolbar extends UIElement {
  tools: (Tool | ModelBase)[]
  logo: "normal" | "grey" | null
  autohide: boolean
  group: boolean
  group_types: string[]
  active_drag: null | "auto" | Drag | ModelBase
  active_inspect: null | "auto" | InspectTool | ModelBase | InspectTool[]
  active_scroll: null | "auto" | Scroll | ModelBase
  active_tap: null | "auto" | Tap | ModelBase
  active_multi: null | "auto" | GestureTool | ModelBase
}
export interface FlexBox extends LayoutDOM {
  children: UIElement[]
  spacing: number
}
export interface Row extends FlexBox {
}
export interface Column extends FlexBox {
}
export interface Spacer extends LayoutDOM {
}
export interface Widget extends LayoutDOM {
  margin: number | [number, number] | [number, number, number, number] | null
}
export interface AbstractButton extends Widget {
  button_type: "default" | "primary" | "success" | "warning" | "danger" | "light"
  label: ModelBase | string
  icon: ModelBase | null
}
export interface Button extends AbstractButton {
  label: ModelBase | string
}
export interface Toggle extends AbstractButton {
  active: boolean
  label: ModelBase | string
}
export interface AbstractSlider extends Widget {
  orientation: "horizontal" | "vertical"
  title: string | null
  show_value: boolean
  direction: "ltr" | "rtl"
  tooltips: boolean
  bar_color: string
  width: number | null
}
export interface NumericalSlider extends AbstractSlider {
  format: string | TickFormatter
}
export interface Slider extends NumericalSlider {
  start: number
  end: number
  value: number
  value_throttled: number
  step: number
  format: string | TickFormatter
}
export interface InputWidget extends Widget {
  title: string | ModelBase
  description: string | ModelBase | null
}
export interface Select extends InputWidget {
  options: (string | [unknown, string])[] | Record<string, (string | [unknown, string])[]>
  value: unknown
}
export interface TextLikeInput extends InputWidget {
  value: string
  value_input: string
  placeholder: string
  max_length: number | null
}
export interface TextInput extends TextLikeInput {
  prefix: string | null
  suffix: string | null
}
export interface AbstractGroup extends Widget {
  labels: string[]
}
export interface ToggleInputGroup extends AbstractGroup {
  inline: boolean
}
export interface CheckboxGroup extends ToggleInputGroup {
  active: number[]
}
export interface ToggleButtonGroup extends AbstractGroup {
  button_type: "default" | "primary" | "success" | "warning" | "danger" | "light"
  orientation: "horizontal" | "vertical"
}
export interface RadioButtonGroup extends ToggleButtonGroup {
  active: number | null
}
export interface Markup extends Widget {
  text: string
  disable_math: boolean
}
export interface Div extends Markup {
  render_as_text: boolean
}
export interface Callback extends ModelBase {
}
export interface CustomCode extends Callback {
}
export interface CustomJS extends CustomCode {
  args: Record<string, unknown>
  code: string
  module: "auto" | boolean
}
export interface ModelByKind {
  Figure: Figure
  Range1d: Range1d
  DataRange1d: DataRange1d
  FactorRange: FactorRange
  LinearScale: LinearScale
  LogScale: LogScale
  CategoricalScale: CategoricalScale
  LinearAxis: LinearAxis
  LogAxis: LogAxis
  DatetimeAxis: DatetimeAxis
  CategoricalAxis: CategoricalAxis
  AdaptiveTicker: AdaptiveTicker
  BasicTicker: BasicTicker
  FixedTicker: FixedTicker
  SingleIntervalTicker: SingleIntervalTicker
  LogTicker: LogTicker
  DatetimeTicker: DatetimeTicker
  CategoricalTicker: CategoricalTicker
  BasicTickFormatter: BasicTickFormatter
  NumeralTickFormatter: NumeralTickFormatter
  PrintfTickFormatter: PrintfTickFormatter
  LogTickFormatter: LogTickFormatter
  DatetimeTickFormatter: DatetimeTickFormatter
  CategoricalTickFormatter: CategoricalTickFormatter
  Grid: Grid
  AllLabels: AllLabels
  NoOverlap: NoOverlap
  Title: Title
  Legend: Legend
  LegendItem: LegendItem
  Label: Label
  Span: Span
  BoxAnnotation: BoxAnnotation
  GlyphRenderer: GlyphRenderer
  ColumnDataSource: ColumnDataSource
  Selection: Selection
  CDSView: CDSView
  AllIndices: AllIndices
  IndexFilter: IndexFilter
  BooleanFilter: BooleanFilter
  GroupFilter: GroupFilter
  Line: Line
  Scatter: Scatter
  Circle: Circle
  VBar: VBar
  HBar: HBar
  Rect: Rect
  Quad: Quad
  Segment: Segment
  Text: Text
  Patch: Patch
  Image: Image
  LinearColorMapper: LinearColorMapper
  LogColorMapper: LogColorMapper
  CategoricalColorMapper: CategoricalColorMapper
  CategoricalMarkerMapper: CategoricalMarkerMapper
  Dodge: Dodge
  Jitter: Jitter
  CumSum: CumSum
  Stack: Stack
  PanTool: PanTool
  WheelZoomTool: WheelZoomTool
  BoxZoomTool: BoxZoomTool
  BoxSelectTool: BoxSelectTool
  ResetTool: ResetTool
  SaveTool: SaveTool
  HoverTool: HoverTool
  TapTool: TapTool
  CrosshairTool: CrosshairTool
  HelpTool: HelpTool
  ZoomInTool: ZoomInTool
  ZoomOutTool: ZoomOutTool
  Toolbar: Toolbar
  Row: Row
  Column: Column
  Spacer: Spacer
  Button: Button
  Toggle: Toggle
  Slider: Slider
  Select: Select
  TextInput: TextInput
  CheckboxGroup: CheckboxGroup
  RadioButtonGroup: RadioButtonGroup
  Div: Div
  CustomJS: CustomJS
}
export type ModelKind = keyof ModelByKind
export type StyledElementKind = "Figure" | "LinearAxis" | "LogAxis" | "DatetimeAxis" | "CategoricalAxis" | "Grid" | "Title" | "Legend" | "Label" | "Span" | "BoxAnnotation" | "GlyphRenderer" | "Toolbar" | "Row" | "Column" | "Spacer" | "Button" | "Toggle" | "Slider" | "Select" | "TextInput" | "CheckboxGroup" | "RadioButtonGroup" | "Div"
export type UIElementKind = "Figure" | "Toolbar" | "Row" | "Column" | "Spacer" | "Button" | "Toggle" | "Slider" | "Select" | "TextInput" | "CheckboxGroup" | "RadioButtonGroup" | "Div"
export type PaneKind = "Figure" | "Row" | "Column" | "Spacer" | "Button" | "Toggle" | "Slider" | "Select" | "TextInput" | "CheckboxGroup" | "RadioButtonGroup" | "Div"
export type LayoutDOMKind = "Figure" | "Row" | "Column" | "Spacer" | "Button" | "Toggle" | "Slider" | "Select" | "TextInput" | "CheckboxGroup" | "RadioButtonGroup" | "Div"
export type RangeKind = "Range1d" | "DataRange1d" | "FactorRange"
export type NumericalRangeKind = "Range1d" | "DataRange1d"
export type DataRangeKind = "DataRange1d"
export type TransformKind = "LinearScale" | "LogScale" | "CategoricalScale" | "LinearColorMapper" | "LogColorMapper" | "CategoricalColorMapper" | "CategoricalMarkerMapper" | "Dodge" | "Jitter"
export type ScaleKind = "LinearScale" | "LogScale" | "CategoricalScale"
export type ContinuousScaleKind = "LinearScale" | "LogScale"
export type RendererKind = "LinearAxis" | "LogAxis" | "DatetimeAxis" | "CategoricalAxis" | "Grid" | "Title" | "Legend" | "Label" | "Span" | "BoxAnnotation" | "GlyphRenderer"
export type GuideRendererKind = "LinearAxis" | "LogAxis" | "DatetimeAxis" | "CategoricalAxis" | "Grid"
export type AxisKind = "LinearAxis" | "LogAxis" | "DatetimeAxis" | "CategoricalAxis"
export type ContinuousAxisKind = "LinearAxis" | "LogAxis" | "DatetimeAxis"
export type LinearAxisKind = "DatetimeAxis"
export type TickerKind = "AdaptiveTicker" | "BasicTicker" | "FixedTicker" | "SingleIntervalTicker" | "LogTicker" | "DatetimeTicker" | "CategoricalTicker"
export type ContinuousTickerKind = "AdaptiveTicker" | "BasicTicker" | "FixedTicker" | "SingleIntervalTicker" | "LogTicker" | "DatetimeTicker"
export type AdaptiveTickerKind = "BasicTicker" | "LogTicker"
export type BaseSingleIntervalTickerKind = "SingleIntervalTicker"
export type CompositeTickerKind = "DatetimeTicker"
export type TickFormatterKind = "BasicTickFormatter" | "NumeralTickFormatter" | "PrintfTickFormatter" | "LogTickFormatter" | "DatetimeTickFormatter" | "CategoricalTickFormatter"
export type LabelingPolicyKind = "AllLabels" | "NoOverlap"
export type CompositeRendererKind = "Title" | "Legend" | "Label" | "Span" | "BoxAnnotation"
export type AnnotationKind = "Title" | "Legend" | "Label" | "Span" | "BoxAnnotation"
export type TextAnnotationKind = "Title" | "Label"
export type DataRendererKind = "GlyphRenderer"
export type DataSourceKind = "ColumnDataSource"
export type ColumnarDataSourceKind = "ColumnDataSource"
export type FilterKind = "AllIndices" | "IndexFilter" | "BooleanFilter" | "GroupFilter"
export type GlyphKind = "Line" | "Scatter" | "Circle" | "VBar" | "HBar" | "Rect" | "Quad" | "Segment" | "Text" | "Patch" | "Image"
export type XYGlyphKind = "Line" | "Scatter" | "Circle" | "Rect" | "Text" | "Patch" | "Image"
export type ConnectedXYGlyphKind = "Line" | "Patch"
export type MarkerKind = "Scatter"
export type RadialGlyphKind = "Circle"
export type LRTBGlyphKind = "VBar" | "HBar" | "Quad"
export type ImageBaseKind = "Image"
export type MapperKind = "LinearColorMapper" | "LogColorMapper" | "CategoricalColorMapper" | "CategoricalMarkerMapper"
export type ColorMapperKind = "LinearColorMapper" | "LogColorMapper" | "CategoricalColorMapper"
export type ContinuousColorMapperKind = "LinearColorMapper" | "LogColorMapper"
export type CategoricalMapperKind = "CategoricalColorMapper" | "CategoricalMarkerMapper"
export type ExpressionKind = "CumSum" | "Stack"
export type ToolKind = "PanTool" | "WheelZoomTool" | "BoxZoomTool" | "BoxSelectTool" | "ResetTool" | "SaveTool" | "HoverTool" | "TapTool" | "CrosshairTool" | "HelpTool" | "ZoomInTool" | "ZoomOutTool"
export type GestureToolKind = "PanTool" | "WheelZoomTool" | "BoxZoomTool" | "BoxSelectTool" | "HoverTool" | "TapTool" | "CrosshairTool"
export type DragKind = "PanTool" | "BoxZoomTool" | "BoxSelectTool"
export type ScrollKind = "WheelZoomTool"
export type ActionToolKind = "ResetTool" | "SaveTool" | "HelpTool" | "ZoomInTool" | "ZoomOutTool"
export type PlotActionToolKind = "ResetTool" | "ZoomInTool" | "ZoomOutTool"
export type InspectToolKind = "HoverTool" | "CrosshairTool"
export type TapKind = "TapTool"
export type ZoomBaseToolKind = "ZoomInTool" | "ZoomOutTool"
export type FlexBoxKind = "Row" | "Column"
export type WidgetKind = "Button" | "Toggle" | "Slider" | "Select" | "TextInput" | "CheckboxGroup" | "RadioButtonGroup" | "Div"
export type AbstractButtonKind = "Button" | "Toggle"
export type AbstractSliderKind = "Slider"
export type NumericalSliderKind = "Slider"
export type InputWidgetKind = "Select" | "TextInput"
export type TextLikeInputKind = "TextInput"
export type AbstractGroupKind = "CheckboxGroup" | "RadioButtonGroup"
export type ToggleInputGroupKind = "CheckboxGroup"
export type ToggleButtonGroupKind = "RadioButtonGroup"
export type MarkupKind = "Div"
export type CallbackKind = "CustomJS"
export type CustomCodeKind = "CustomJS"

/** Facts by kind: own defaults and fields a browser may write; follow `base` for the inherited ones. */
export const KINDS: Record<string, { base: string | null; defaults: Record<string, unknown>; writable?: string[] }> = {
  StyledElement: {"base": null, "defaults": {"html_attributes": {}, "html_id": null, "css_classes": [], "css_variables": {}, "styles": {}, "stylesheets": []}},
  UIElement: {"base": "StyledElement", "defaults": {"visible": true, "context_menu": null}},
  Pane: {"base": "UIElement", "defaults": {"elements": []}},
  LayoutDOM: {"base": "Pane", "defaults": {"disabled": false, "width": null, "height": null, "min_width": null, "min_height": null, "max_width": null, "max_height": null, "margin": null, "width_policy": "auto", "height_policy": "auto", "aspect_ratio": null, "flow_mode": "block", "sizing_mode": null, "align": "auto", "resizable": false}},
  Plot: {"base": "LayoutDOM", "defaults": {"x_range": {"$new": "DataRange1d"}, "y_range": {"$new": "DataRange1d"}, "x_scale": {"$new": "LinearScale"}, "y_scale": {"$new": "LinearScale"}, "extra_x_ranges": {}, "extra_y_ranges": {}, "extra_x_scales": {}, "extra_y_scales": {}, "window_axis": "none", "hidpi": true, "title": {"$new": "Title"}, "title_location": "above", "outline_line_color": "#e5e5e5", "outline_line_alpha": 1.0, "outline_line_width": 1, "outline_line_join": "bevel", "outline_line_cap": "butt", "outline_line_dash": [], "outline_line_dash_offset": 0, "renderers": [], "toolbar": {"$new": "Toolbar"}, "toolbar_location": "right", "toolbar_sticky": true, "toolbar_inner": false, "left": [], "right": [], "above": [], "below": [], "center": [], "frame_width": null, "frame_height": null, "frame_align": true, "background_fill_color": "#ffffff", "background_fill_alpha": 1.0, "border_line_color": null, "border_line_alpha": 1.0, "border_line_width": 1, "border_line_join": "bevel", "border_line_cap": "butt", "border_line_dash": [], "border_line_dash_offset": 0, "border_fill_color": "#ffffff", "border_fill_alpha": 1.0, "min_border_top": null, "min_border_bottom": null, "min_border_left": null, "min_border_right": null, "min_border": 5, "lod_factor": 10, "lod_threshold": 2000, "lod_interval": 300, "lod_timeout": 500, "output_backend": "canvas", "match_aspect": false, "aspect_scale": 1, "reset_policy": "standard", "hold_render": false, "attribution": [], "context_menu": "auto", "height": 600, "width": 600}, "writable": ["inner_width", "inner_height", "outer_width", "outer_height"]},
  Figure: {"base": "Plot", "defaults": {}},
  Range: {"base": null, "defaults": {}},
  NumericalRange: {"base": "Range", "defaults": {}},
  Range1d: {"base": "NumericalRange", "defaults": {"reset_start": null, "reset_end": null, "bounds": null, "min_interval": null, "max_interval": null, "end": 1, "start": 0}, "writable": ["start", "end", "reset_start", "reset_end"]},
  DataRange: {"base": "NumericalRange", "defaults": {"renderers": [], "end": null, "start": null}},
  DataRange1d: {"base": "DataRange", "defaults": {"range_padding": 0.1, "range_padding_units": "percent", "bounds": null, "min_interval": null, "max_interval": null, "flipped": false, "follow": null, "follow_interval": null, "default_span": 2.0, "only_visible": false}, "writable": ["start", "end"]},
  FactorRange: {"base": "Range", "defaults": {"factors": [], "factor_padding": 0.0, "subgroup_padding": 0.8, "group_padding": 1.4, "range_padding": 0, "range_padding_units": "percent", "start": 0, "end": 0, "bounds": null, "min_interval": null, "max_interval": null}, "writable": ["start", "end"]},
  Transform: {"base": null, "defaults": {}},
  Scale: {"base": "Transform", "defaults": {}},
  ContinuousScale: {"base": "Scale", "defaults": {}},
  LinearScale: {"base": "ContinuousScale", "defaults": {}},
  LogScale: {"base": "ContinuousScale", "defaults": {}},
  CategoricalScale: {"base": "Scale", "defaults": {}},
  Renderer: {"base": "StyledElement", "defaults": {"level": "image", "visible": true, "coordinates": null, "x_range_name": "default", "y_range_name": "default", "group": null, "propagate_hover": false, "context_menu": null}},
  GuideRenderer: {"base": "Renderer", "defaults": {"level": "guide"}},
  Axis: {"base": "GuideRenderer", "defaults": {"dimension": "auto", "face": "auto", "bounds": "auto", "axis_label": null, "axis_label_standoff": 5, "axis_label_standoff_mode": "tick_labels", "axis_label_orientation": "parallel", "axis_label_align": "center", "axis_label_text_color": "#444444", "axis_label_text_outline_color": null, "axis_label_text_outline_width": 1, "axis_label_text_alpha": 1.0, "axis_label_text_font": "helvetica", "axis_label_text_font_size": "13px", "axis_label_text_font_style": "italic", "axis_label_text_align": "left", "axis_label_text_baseline": "bottom", "axis_label_text_line_height": 1.2, "major_label_standoff": 5, "major_label_orientation": "horizontal", "major_label_overrides": {}, "major_label_policy": {"$new": "AllLabels"}, "major_label_text_color": "#444444", "major_label_text_outline_color": null, "major_label_text_outline_width": 1, "major_label_text_alpha": 1.0, "major_label_text_font": "helvetica", "major_label_text_font_size": "11px", "major_label_text_font_style": "normal", "major_label_text_align": "center", "major_label_text_baseline": "alphabetic", "major_label_text_line_height": 1.2, "axis_line_color": "black", "axis_line_alpha": 1.0, "axis_line_width": 1, "axis_line_join": "bevel", "axis_line_cap": "butt", "axis_line_dash": [], "axis_line_dash_offset": 0, "major_tick_line_color": "black", "major_tick_line_alpha": 1.0, "major_tick_line_width": 1, "major_tick_line_join": "bevel", "major_tick_line_cap": "butt", "major_tick_line_dash": [], "major_tick_line_dash_offset": 0, "major_tick_in": 2, "major_tick_out": 6, "minor_tick_line_color": "black", "minor_tick_line_alpha": 1.0, "minor_tick_line_width": 1, "minor_tick_line_join": "bevel", "minor_tick_line_cap": "butt", "minor_tick_line_dash": [], "minor_tick_line_dash_offset": 0, "minor_tick_in": 0, "minor_tick_out": 4, "fixed_location": null, "background_fill_color": null, "background_fill_alpha": 1.0}},
  ContinuousAxis: {"base": "Axis", "defaults": {}},
  LinearAxis: {"base": "ContinuousAxis", "defaults": {"formatter": {"$new": "BasicTickFormatter"}, "ticker": {"$new": "BasicTicker"}}},
  LogAxis: {"base": "ContinuousAxis", "defaults": {"formatter": {"$new": "LogTickFormatter"}, "ticker": {"$new": "LogTicker"}}},
  DatetimeAxis: {"base": "LinearAxis", "defaults": {"formatter": {"$new": "DatetimeTickFormatter"}, "ticker": {"$new": "DatetimeTicker"}}},
  CategoricalAxis: {"base": "Axis", "defaults": {"separator_line_color": "lightgrey", "separator_line_alpha": 1.0, "separator_line_width": 2, "separator_line_join": "bevel", "separator_line_cap": "butt", "separator_line_dash": [], "separator_line_dash_offset": 0, "group_text_color": "grey", "group_text_outline_color": null, "group_text_outline_width": 1, "group_text_alpha": 1.0, "group_text_font": "helvetica", "group_text_font_size": "11px", "group_text_font_style": "bold", "group_text_align": "left", "group_text_baseline": "bottom", "group_text_line_height": 1.2, "group_label_orientation": "parallel", "subgroup_text_color": "#444444", "subgroup_text_outline_color": null, "subgroup_text_outline_width": 1, "subgroup_text_alpha": 1.0, "subgroup_text_font": "helvetica", "subgroup_text_font_size": "11px", "subgroup_text_font_style": "bold", "subgroup_text_align": "left", "subgroup_text_baseline": "bottom", "subgroup_text_line_height": 1.2, "subgroup_label_orientation": "parallel", "formatter": {"$new": "CategoricalTickFormatter"}, "ticker": {"$new": "CategoricalTicker"}}},
  Ticker: {"base": null, "defaults": {}},
  ContinuousTicker: {"base": "Ticker", "defaults": {"num_minor_ticks": 5, "desired_num_ticks": 6}},
  AdaptiveTicker: {"base": "ContinuousTicker", "defaults": {"base": 10.0, "mantissas": [1, 2, 5], "min_interval": 0.0, "max_interval": null}},
  BasicTicker: {"base": "AdaptiveTicker", "defaults": {}},
  FixedTicker: {"base": "ContinuousTicker", "defaults": {"ticks": [], "minor_ticks": []}},
  BaseSingleIntervalTicker: {"base": "ContinuousTicker", "defaults": {}},
  SingleIntervalTicker: {"base": "BaseSingleIntervalTicker", "defaults": {}},
  LogTicker: {"base": "AdaptiveTicker", "defaults": {"mantissas": [1, 5]}},
  CompositeTicker: {"base": "ContinuousTicker", "defaults": {}},
  DatetimeTicker: {"base": "CompositeTicker", "defaults": {"num_minor_ticks": 0, "tickers": ["<new AdaptiveTicker(num_minor_ticks=0, max_interval=500.0)>", "<new AdaptiveTicker(num_minor_ticks=0, base=60, mantissas=[1, 2, 5, 10, 15, 20, 30], min_interval=1000.0, max_interval=1800000.0)>", "<new AdaptiveTicker(num_minor_ticks=0, base=24, mantissas=[1, 2, 4, 6, 8, 12], min_interval=3600000.0, max_interval=43200000.0)>", "<new DaysTicker(days=[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31])>", "<new DaysTicker(days=[1, 4, 7, 10, 13, 16, 19, 22, 25, 28])>", "<new DaysTicker(days=[1, 8, 15, 22])>", "<new DaysTicker(days=[1, 15])>", "<new MonthsTicker(months=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])>", "<new MonthsTicker(months=[0, 2, 4, 6, 8, 10])>", "<new MonthsTicker(months=[0, 4, 8])>", "<new MonthsTicker(months=[0, 6])>", "<new YearsTicker()>"]}},
  CategoricalTicker: {"base": "Ticker", "defaults": {}},
  TickFormatter: {"base": null, "defaults": {}},
  BasicTickFormatter: {"base": "TickFormatter", "defaults": {"precision": "auto", "use_scientific": true, "power_limit_high": 5, "power_limit_low": -3}},
  NumeralTickFormatter: {"base": "TickFormatter", "defaults": {"format": "0,0", "language": "en", "rounding": "round"}},
  PrintfTickFormatter: {"base": "TickFormatter", "defaults": {"format": "%s"}},
  LogTickFormatter: {"base": "TickFormatter", "defaults": {"ticker": null, "min_exponent": 0}},
  DatetimeTickFormatter: {"base": "TickFormatter", "defaults": {"microseconds": "%fus", "milliseconds": "%3Nms", "seconds": "%Ss", "minsec": ":%M:%S", "minutes": ":%M", "hourmin": "%H:%M", "hours": "%Hh", "days": "%m/%d", "months": "%m/%Y", "years": "%Y", "strip_leading_zeros": false, "boundary_scaling": true, "hide_repeats": false, "context": null, "context_which": "start", "context_location": "below"}},
  CategoricalTickFormatter: {"base": "TickFormatter", "defaults": {}},
  Grid: {"base": "GuideRenderer", "defaults": {"dimension": 0, "bounds": "auto", "cross_bounds": "auto", "axis": null, "ticker": null, "grid_line_color": "#e5e5e5", "grid_line_alpha": 1.0, "grid_line_width": 1, "grid_line_join": "bevel", "grid_line_cap": "butt", "grid_line_dash": [], "grid_line_dash_offset": 0, "minor_grid_line_color": null, "minor_grid_line_alpha": 1.0, "minor_grid_line_width": 1, "minor_grid_line_join": "bevel", "minor_grid_line_cap": "butt", "minor_grid_line_dash": [], "minor_grid_line_dash_offset": 0, "band_fill_color": null, "band_fill_alpha": 0, "level": "underlay"}},
  LabelingPolicy: {"base": null, "defaults": {}},
  AllLabels: {"base": "LabelingPolicy", "defaults": {}},
  NoOverlap: {"base": "LabelingPolicy", "defaults": {"min_distance": 5}},
  CompositeRenderer: {"base": "Renderer", "defaults": {"renderers": [], "elements": []}},
  Annotation: {"base": "CompositeRenderer", "defaults": {"level": "annotation"}},
  TextAnnotation: {"base": "Annotation", "defaults": {"text": "", "padding": 0, "border_radius": 0, "text_color": "#444444", "text_outline_color": null, "text_outline_width": 1, "text_alpha": 1.0, "text_font": "helvetica", "text_font_size": "16px", "text_font_style": "normal", "text_align": "left", "text_baseline": "bottom", "text_line_height": 1.2, "background_fill_color": null, "background_fill_alpha": 1.0, "border_line_color": null, "border_line_alpha": 1.0, "border_line_width": 1, "border_line_join": "bevel", "border_line_cap": "butt", "border_line_dash": [], "border_line_dash_offset": 0}},
  Title: {"base": "TextAnnotation", "defaults": {"vertical_align": "bottom", "align": "left", "offset": 0, "standoff": 10, "text_font_size": "13px", "text_font_style": "bold", "text_line_height": 1.0}},
  Legend: {"base": "Annotation", "defaults": {"location": "top_right", "orientation": "vertical", "ncols": "auto", "nrows": "auto", "title": null, "title_text_color": "#444444", "title_text_outline_color": null, "title_text_outline_width": 1, "title_text_alpha": 1.0, "title_text_font": "helvetica", "title_text_font_size": "13px", "title_text_font_style": "italic", "title_text_align": "left", "title_text_baseline": "bottom", "title_text_line_height": 1.2, "title_location": "above", "title_standoff": 5, "border_line_color": "#e5e5e5", "border_line_alpha": 0.5, "border_line_width": 1, "border_line_join": "bevel", "border_line_cap": "butt", "border_line_dash": [], "border_line_dash_offset": 0, "background_fill_color": "#ffffff", "background_fill_alpha": 0.95, "item_background_fill_color": "#f1f1f1", "item_background_fill_alpha": 0.8, "inactive_fill_color": "white", "inactive_fill_alpha": 0.7, "click_policy": "none", "item_background_policy": "none", "label_text_color": "#444444", "label_text_outline_color": null, "label_text_outline_width": 1, "label_text_alpha": 1.0, "label_text_font": "helvetica", "label_text_font_size": "13px", "label_text_font_style": "normal", "label_text_align": "left", "label_text_baseline": "middle", "label_text_line_height": 1.2, "label_standoff": 5, "label_height": "auto", "label_width": 20, "glyph_height": 20, "glyph_width": 20, "margin": 10, "padding": 10, "border_radius": 0, "spacing": 3, "items": []}},
  LegendItem: {"base": null, "defaults": {"label": {"value": null}, "renderers": [], "index": null, "visible": true}},
  Label: {"base": "TextAnnotation", "defaults": {"anchor": "auto", "x_units": "data", "y_units": "data", "x_offset": 0, "y_offset": 0, "angle": 0, "angle_units": "rad", "direction": "anticlock", "editable": false}},
  Span: {"base": "Annotation", "defaults": {"location": null, "location_units": "data", "dimension": "width", "editable": false, "line_color": "black", "line_alpha": 1.0, "line_width": 1, "line_join": "bevel", "line_cap": "butt", "line_dash": [], "line_dash_offset": 0, "hover_line_color": null, "hover_line_alpha": 0.3, "hover_line_width": 1, "hover_line_join": "bevel", "hover_line_cap": "butt", "hover_line_dash": [], "hover_line_dash_offset": 0}},
  BoxAnnotation: {"base": "Annotation", "defaults": {"name": null, "tags": [], "line_color": "#cccccc", "line_alpha": 0.3, "line_width": 1, "line_join": "bevel", "line_cap": "butt", "line_dash": [], "line_dash_offset": 0, "fill_color": "#fff9ba", "fill_alpha": 0.4, "hover_line_color": null, "hover_line_alpha": 0.3, "hover_line_width": 1, "hover_line_join": "bevel", "hover_line_cap": "butt", "hover_line_dash": [], "hover_line_dash_offset": 0, "hover_fill_color": null, "hover_fill_alpha": 0.4, "left": null, "right": null, "top": null, "bottom": null, "left_units": "data", "right_units": "data", "top_units": "data", "bottom_units": "data", "left_limit": null, "right_limit": null, "top_limit": null, "bottom_limit": null, "min_width": 0, "min_height": 0, "max_width": null, "max_height": null, "border_radius": 0, "editable": false, "resizable": "all", "movable": "both", "symmetric": false, "use_handles": false, "handles": null, "inverted": false}},
  DataRenderer: {"base": "Renderer", "defaults": {"level": "glyph"}},
  GlyphRenderer: {"base": "DataRenderer", "defaults": {"view": {"$new": "CDSView"}, "selection_glyph": "auto", "nonselection_glyph": "auto", "hover_glyph": null, "muted_glyph": "auto", "muted": false}, "writable": ["visible", "muted"]},
  DataSource: {"base": null, "defaults": {"selected": {"$new": "Selection"}}},
  ColumnarDataSource: {"base": "DataSource", "defaults": {"default_values": {}, "selection_policy": null}},
  ColumnDataSource: {"base": "ColumnarDataSource", "defaults": {"data": {}}},
  Selection: {"base": null, "defaults": {"indices": [], "line_indices": [], "multiline_indices": {}, "image_indices": []}, "writable": ["indices"]},
  CDSView: {"base": null, "defaults": {"filter": {"$new": "AllIndices"}}},
  Filter: {"base": null, "defaults": {}},
  AllIndices: {"base": "Filter", "defaults": {}},
  IndexFilter: {"base": "Filter", "defaults": {"indices": null}},
  BooleanFilter: {"base": "Filter", "defaults": {"booleans": null}},
  GroupFilter: {"base": "Filter", "defaults": {}},
  Glyph: {"base": null, "defaults": {"decorations": []}},
  XYGlyph: {"base": "Glyph", "defaults": {}},
  ConnectedXYGlyph: {"base": "XYGlyph", "defaults": {}},
  Line: {"base": "ConnectedXYGlyph", "defaults": {"x": {"field": "x"}, "y": {"field": "y"}, "line_color": "black", "line_alpha": 1.0, "line_width": 1, "line_join": "bevel", "line_cap": "butt", "line_dash": [], "line_dash_offset": 0}},
  Marker: {"base": "XYGlyph", "defaults": {"x": {"field": "x"}, "y": {"field": "y"}, "hit_dilation": 1.0, "size": {"value": 4}, "angle_units": "rad", "angle": {"value": 0.0}, "line_color": {"value": "black"}, "line_alpha": {"value": 1.0}, "line_width": {"value": 1}, "line_join": {"value": "bevel"}, "line_cap": {"value": "butt"}, "line_dash": {"value": []}, "line_dash_offset": {"value": 0}, "fill_color": {"value": "gray"}, "fill_alpha": {"value": 1.0}}},
  Scatter: {"base": "Marker", "defaults": {"marker": {"value": "circle"}, "defs": {}}},
  RadialGlyph: {"base": "XYGlyph", "defaults": {}},
  Circle: {"base": "RadialGlyph", "defaults": {"x": {"field": "x"}, "y": {"field": "y"}, "radius_units": "data", "radius_dimension": "x", "hit_dilation": 1.0, "line_color": {"value": "black"}, "line_alpha": {"value": 1.0}, "line_width": {"value": 1}, "line_join": {"value": "bevel"}, "line_cap": {"value": "butt"}, "line_dash": {"value": []}, "line_dash_offset": {"value": 0}, "fill_color": {"value": "gray"}, "fill_alpha": {"value": 1.0}}},
  LRTBGlyph: {"base": "Glyph", "defaults": {"border_radius": 0}},
  VBar: {"base": "LRTBGlyph", "defaults": {"x": {"field": "x"}, "width_units": "data", "width": {"value": 1}, "bottom": {"value": 0}, "top": {"field": "top"}, "line_color": {"value": "black"}, "line_alpha": {"value": 1.0}, "line_width": {"value": 1}, "line_join": {"value": "bevel"}, "line_cap": {"value": "butt"}, "line_dash": {"value": []}, "line_dash_offset": {"value": 0}, "fill_color": {"value": "gray"}, "fill_alpha": {"value": 1.0}}},
  HBar: {"base": "LRTBGlyph", "defaults": {"y": {"field": "y"}, "height_units": "data", "height": {"value": 1}, "left": {"value": 0}, "right": {"field": "right"}, "line_color": {"value": "black"}, "line_alpha": {"value": 1.0}, "line_width": {"value": 1}, "line_join": {"value": "bevel"}, "line_cap": {"value": "butt"}, "line_dash": {"value": []}, "line_dash_offset": {"value": 0}, "fill_color": {"value": "gray"}, "fill_alpha": {"value": 1.0}}},
  Rect: {"base": "XYGlyph", "defaults": {"x": {"field": "x"}, "y": {"field": "y"}, "width_units": "data", "width": {"field": "width"}, "height_units": "data", "height": {"field": "height"}, "angle_units": "rad", "angle": {"value": 0.0}, "border_radius": 0, "dilate": false, "line_color": {"value": "black"}, "line_alpha": {"value": 1.0}, "line_width": {"value": 1}, "line_join": {"value": "bevel"}, "line_cap": {"value": "butt"}, "line_dash": {"value": []}, "line_dash_offset": {"value": 0}, "fill_color": {"value": "gray"}, "fill_alpha": {"value": 1.0}}},
  Quad: {"base": "LRTBGlyph", "defaults": {"left": {"field": "left"}, "right": {"field": "right"}, "bottom": {"field": "bottom"}, "top": {"field": "top"}, "line_color": {"value": "black"}, "line_alpha": {"value": 1.0}, "line_width": {"value": 1}, "line_join": {"value": "bevel"}, "line_cap": {"value": "butt"}, "line_dash": {"value": []}, "line_dash_offset": {"value": 0}, "fill_color": {"value": "gray"}, "fill_alpha": {"value": 1.0}}},
  Segment: {"base": "Glyph", "defaults": {"x0": {"field": "x0"}, "y0": {"field": "y0"}, "x1": {"field": "x1"}, "y1": {"field": "y1"}, "line_color": {"value": "black"}, "line_alpha": {"value": 1.0}, "line_width": {"value": 1}, "line_join": {"value": "bevel"}, "line_cap": {"value": "butt"}, "line_dash": {"value": []}, "line_dash_offset": {"value": 0}}},
  Text: {"base": "XYGlyph", "defaults": {"x": {"field": "x"}, "y": {"field": "y"}, "text": {"field": "text"}, "angle_units": "rad", "angle": {"value": 0}, "x_offset": {"value": 0}, "y_offset": {"value": 0}, "anchor": {"value": "auto"}, "padding": 0, "border_radius": 0, "outline_shape": "box", "text_color": {"value": "#444444"}, "text_outline_color": {"value": null}, "text_outline_width": {"value": 1}, "text_alpha": {"value": 1.0}, "text_font": {"value": "helvetica"}, "text_font_size": {"value": "16px"}, "text_font_style": {"value": "normal"}, "text_align": {"value": "left"}, "text_baseline": {"value": "bottom"}, "text_line_height": {"value": 1.2}, "background_fill_color": {"value": null}, "background_fill_alpha": {"value": 1.0}, "border_line_color": {"value": null}, "border_line_alpha": {"value": 1.0}, "border_line_width": {"value": 1}, "border_line_join": {"value": "bevel"}, "border_line_cap": {"value": "butt"}, "border_line_dash": {"value": []}, "border_line_dash_offset": {"value": 0}}},
  Patch: {"base": "ConnectedXYGlyph", "defaults": {"x": {"field": "x"}, "y": {"field": "y"}, "line_color": "black", "line_alpha": 1.0, "line_width": 1, "line_join": "bevel", "line_cap": "butt", "line_dash": [], "line_dash_offset": 0, "fill_color": "gray", "fill_alpha": 1.0}},
  ImageBase: {"base": "XYGlyph", "defaults": {"x": {"field": "x"}, "y": {"field": "y"}, "dw_units": "data", "dw": {"field": "dw"}, "dh_units": "data", "dh": {"field": "dh"}, "global_alpha": {"value": 1.0}, "dilate": false, "origin": "bottom_left", "anchor": "bottom_left"}},
  Image: {"base": "ImageBase", "defaults": {"image": {"field": "image"}, "color_mapper": {"$new": "LinearColorMapper"}}},
  Mapper: {"base": "Transform", "defaults": {}},
  ColorMapper: {"base": "Mapper", "defaults": {"nan_color": "gray"}},
  ContinuousColorMapper: {"base": "ColorMapper", "defaults": {"domain": [], "low": null, "high": null, "low_color": null, "high_color": null}},
  LinearColorMapper: {"base": "ContinuousColorMapper", "defaults": {}},
  LogColorMapper: {"base": "ContinuousColorMapper", "defaults": {}},
  CategoricalMapper: {"base": "Mapper", "defaults": {"start": 0, "end": null}},
  CategoricalColorMapper: {"base": "CategoricalMapper", "defaults": {"name": null, "tags": [], "nan_color": "gray"}},
  CategoricalMarkerMapper: {"base": "CategoricalMapper", "defaults": {"default_value": "circle"}},
  Dodge: {"base": "Transform", "defaults": {"value": 0, "range": null}},
  Jitter: {"base": "Transform", "defaults": {"mean": 0, "width": 1, "distribution": "uniform", "range": null}},
  Expression: {"base": null, "defaults": {}},
  CumSum: {"base": "Expression", "defaults": {"include_zero": false}},
  Stack: {"base": "Expression", "defaults": {"fields": []}},
  Tool: {"base": null, "defaults": {"icon": null, "description": null, "visible": true, "group": true}},
  GestureTool: {"base": "Tool", "defaults": {}},
  Drag: {"base": "GestureTool", "defaults": {}},
  PanTool: {"base": "Drag", "defaults": {"dimensions": "both"}},
  Scroll: {"base": "GestureTool", "defaults": {}},
  WheelZoomTool: {"base": "Scroll", "defaults": {"dimensions": "both", "renderers": "auto", "level": 0, "hit_test": false, "hit_test_mode": "point", "hit_test_behavior": "only_hit", "maintain_focus": true, "zoom_on_axis": true, "zoom_together": "all", "speed": 0.0016666666666666668, "modifiers": {}}},
  BoxZoomTool: {"base": "Drag", "defaults": {"dimensions": "auto", "overlay": {"$new": "BoxAnnotation"}, "match_aspect": false, "origin": "corner"}},
  BoxSelectTool: {"base": "Drag", "defaults": {"name": null, "tags": [], "icon": null, "description": null, "visible": true, "group": true, "renderers": "auto", "mode": "replace", "continuous": false, "persistent": false, "greedy": false, "dimensions": "both", "overlay": {"$new": "BoxAnnotation"}, "origin": "corner"}},
  ActionTool: {"base": "Tool", "defaults": {}},
  PlotActionTool: {"base": "ActionTool", "defaults": {}},
  ResetTool: {"base": "PlotActionTool", "defaults": {}},
  SaveTool: {"base": "ActionTool", "defaults": {"filename": null}},
  InspectTool: {"base": "GestureTool", "defaults": {}},
  HoverTool: {"base": "InspectTool", "defaults": {"renderers": "auto", "callback": null, "tooltips": [["index", "$index"], ["data (x, y)", "($x, $y)"], ["screen (x, y)", "($sx, $sy)"]], "formatters": {}, "filters": {}, "sort_by": null, "limit": null, "mode": "mouse", "muted_policy": "show", "point_policy": "snap_to_data", "line_policy": "nearest", "anchor": "center", "attachment": "horizontal", "show_arrow": true}},
  Tap: {"base": "GestureTool", "defaults": {}},
  TapTool: {"base": "Tap", "defaults": {"name": null, "tags": [], "icon": null, "description": null, "visible": true, "group": true, "renderers": "auto", "mode": "toggle", "behavior": "select", "gesture": "tap", "modifiers": {}, "callback": null}},
  CrosshairTool: {"base": "InspectTool", "defaults": {"overlay": "auto", "dimensions": "both", "line_color": "black", "line_alpha": 1.0, "line_width": 1}},
  HelpTool: {"base": "ActionTool", "defaults": {"redirect": "https://docs.bokeh.org/en/latest/docs/user_guide/interaction/tools.html", "description": "Click the question mark to learn more about Bokeh plot tools."}},
  ZoomBaseTool: {"base": "PlotActionTool", "defaults": {"renderers": "auto", "dimensions": "both", "factor": 0.1, "level": 0}},
  ZoomInTool: {"base": "ZoomBaseTool", "defaults": {}},
  ZoomOutTool: {"base": "ZoomBaseTool", "defaults": {"maintain_focus": true}},
  Toolbar: {"base": "UIElement", "defaults": {"tools": [], "logo": "normal", "autohide": false, "group": true, "group_types": ["hover"], "active_drag": "auto", "active_inspect": "auto", "active_scroll": "auto", "active_tap": "auto", "active_multi": "auto"}, "writable": ["active_drag", "active_inspect", "active_scroll", "active_tap"]},
  FlexBox: {"base": "LayoutDOM", "defaults": {"children": [], "spacing": 0}},
  Row: {"base": "FlexBox", "defaults": {}},
  Column: {"base": "FlexBox", "defaults": {}},
  Spacer: {"base": "LayoutDOM", "defaults": {}},
  Widget: {"base": "LayoutDOM", "defaults": {"margin": 5}},
  AbstractButton: {"base": "Widget", "defaults": {"button_type": "default", "label": "Button", "icon": null}},
  Button: {"base": "AbstractButton", "defaults": {"label": "Button"}},
  Toggle: {"base": "AbstractButton", "defaults": {"active": false, "label": "Toggle"}, "writable": ["active"]},
  AbstractSlider: {"base": "Widget", "defaults": {"orientation": "horizontal", "title": "", "show_value": true, "direction": "ltr", "tooltips": true, "bar_color": "#e6e6e6", "width": 300}},
  NumericalSlider: {"base": "AbstractSlider", "defaults": {"format": ""}},
  Slider: {"base": "NumericalSlider", "defaults": {"step": 1, "format": "0[.]00"}, "writable": ["value", "value_throttled"]},
  InputWidget: {"base": "Widget", "defaults": {"title": "", "description": null}},
  Select: {"base": "InputWidget", "defaults": {"options": [], "value": ""}, "writable": ["value"]},
  TextLikeInput: {"base": "InputWidget", "defaults": {"value": "", "value_input": "", "placeholder": "", "max_length": null}},
  TextInput: {"base": "TextLikeInput", "defaults": {"prefix": null, "suffix": null}, "writable": ["value", "value_input"]},
  AbstractGroup: {"base": "Widget", "defaults": {"labels": []}},
  ToggleInputGroup: {"base": "AbstractGroup", "defaults": {"inline": false}},
  CheckboxGroup: {"base": "ToggleInputGroup", "defaults": {"active": []}, "writable": ["active"]},
  ToggleButtonGroup: {"base": "AbstractGroup", "defaults": {"button_type": "default", "orientation": "horizontal"}},
  RadioButtonGroup: {"base": "ToggleButtonGroup", "defaults": {"active": null}, "writable": ["active"]},
  Markup: {"base": "Widget", "defaults": {"text": "", "disable_math": false}},
  Div: {"base": "Markup", "defaults": {"render_as_text": false}},
  Callback: {"base": null, "defaults": {}},
  CustomCode: {"base": "Callback", "defaults": {}},
  CustomJS: {"base": "CustomCode", "defaults": {"args": {}, "module": "auto"}},
}
