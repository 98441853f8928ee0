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
  name: string | null
  tags: unknown[]
  js_property_callbacks: Record<string, ModelBase[]>
  js_event_callbacks: Record<string, ModelBase[]>
  subscribed_events: Set<string>
  open_fields: Set<string>
  syncable: boolean
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

export type Align = "start" | "center" | "end"
export type Anchor = "top_left" | "top_center" | "top_right" | "center_left" | "center_center" | "center_right" | "bottom_left" | "bottom_center" | "bottom_right" | "top" | "left" | "center" | "right" | "bottom"
export type AngleUnits = "deg" | "rad" | "grad" | "turn"
export type Auto = "auto"
export type AxisLabelStandoffMode = "tick_labels" | "axis"
export type ButtonType = "default" | "primary" | "success" | "warning" | "danger" | "light"
export type ContextWhich = "start" | "center" | "end" | "all"
export type CoordinateUnits = "canvas" | "screen" | "data"
export type DashName = "solid" | "dashed" | "dotted" | "dotdash" | "dashdot"
export type DatetimeUnits = "microseconds" | "milliseconds" | "seconds" | "minsec" | "minutes" | "hourmin" | "hours" | "days" | "months" | "years"
export type Dimension = "width" | "height"
export type Dimensions = "width" | "height" | "both"
export type Direction = "clock" | "anticlock"
export type FlowMode = "block" | "inline"
export type FontStyle = "normal" | "italic" | "bold" | "bold italic"
export type HAlign = "left" | "center" | "right"
export type HoldPolicy = "combine" | "collect"
export type HorizontalLocation = "left" | "right"
export type ImageOrigin = "bottom_left" | "top_left" | "bottom_right" | "top_right"
export type JitterRandomDistribution = "uniform" | "normal"
export type LabelOrientation = "horizontal" | "vertical" | "parallel" | "normal"
export type LegendClickPolicy = "none" | "hide" | "mute"
export type LegendLocation = "top_left" | "top_center" | "top_right" | "center_left" | "center_center" | "center_right" | "bottom_left" | "bottom_center" | "bottom_right" | "top" | "left" | "center" | "right" | "bottom"
export type LineCap = "butt" | "round" | "square"
export type LineJoin = "miter" | "round" | "bevel"
export type Location = "above" | "below" | "left" | "right"
export type MarkerType = "asterisk" | "circle" | "circle_cross" | "circle_dot" | "circle_x" | "circle_y" | "cross" | "dash" | "diamond" | "diamond_cross" | "diamond_dot" | "dot" | "hex" | "hex_dot" | "inverted_triangle" | "plus" | "square" | "square_cross" | "square_dot" | "square_pin" | "square_x" | "star" | "star_dot" | "triangle" | "triangle_dot" | "triangle_pin" | "x" | "y"
export type Movable = "none" | "x" | "y" | "both"
export type Orientation = "horizontal" | "vertical"
export type OutputBackend = "canvas" | "svg" | "webgl"
export type PaddingUnits = "percent" | "absolute"
export type Place = "above" | "below" | "left" | "right" | "center"
export type RadiusDimension = "x" | "y" | "max" | "min"
export type RegionSelectionMode = "replace" | "append" | "intersect" | "subtract" | "xor"
export type RenderLevel = "image" | "underlay" | "glyph" | "guide" | "annotation" | "overlay"
export type ResetPolicy = "standard" | "event_only"
export type ResolutionType = "microseconds" | "milliseconds" | "seconds" | "minsec" | "minutes" | "hourmin" | "hours" | "days" | "months" | "years"
export type RoundingFunction = "round" | "nearest" | "floor" | "rounddown" | "ceil" | "roundup"
export type SelectionMode = "replace" | "append" | "intersect" | "subtract" | "xor" | "toggle"
export type SizingMode = "stretch_width" | "stretch_height" | "stretch_both" | "scale_width" | "scale_height" | "scale_both" | "fixed" | "inherit"
export type SizingPolicy = "fixed" | "fit" | "min" | "max"
export type SortDirection = "ascending" | "descending"
export type SpatialUnits = "screen" | "data"
export type StartEnd = "start" | "end"
export type StepMode = "before" | "after" | "center"
export type TextAlign = "left" | "right" | "center"
export type TextBaseline = "top" | "middle" | "bottom" | "alphabetic" | "hanging" | "ideographic"
export type TooltipAttachment = "horizontal" | "vertical" | "left" | "right" | "above" | "below"
export type TooltipFieldFormatter = "numeral" | "datetime" | "printf"
export type VAlign = "top" | "center" | "bottom"
export type VerticalAlign = "top" | "middle" | "bottom"
export type VerticalLocation = "above" | "below"
export type WindowAxis = "none" | "x" | "y"

export interface AxisLabelTextProps extends ModelBase {
  axis_label_text_color: null | string
  axis_label_text_outline_color: null | string
  axis_label_text_outline_width: number
  axis_label_text_alpha: number
  axis_label_text_font: string
  axis_label_text_font_size: string
  axis_label_text_font_style: "normal" | "italic" | "bold" | "bold italic"
  axis_label_text_align: "left" | "right" | "center"
  axis_label_text_baseline: "top" | "middle" | "bottom" | "alphabetic" | "hanging" | "ideographic"
  axis_label_text_line_height: number
}
export interface MajorLabelTextProps extends ModelBase {
  major_label_text_color: null | string
  major_label_text_outline_color: null | string
  major_label_text_outline_width: number
  major_label_text_alpha: number
  major_label_text_font: string
  major_label_text_font_size: string
  major_label_text_font_style: "normal" | "italic" | "bold" | "bold italic"
  major_label_text_align: "left" | "right" | "center"
  major_label_text_baseline: "top" | "middle" | "bottom" | "alphabetic" | "hanging" | "ideographic"
  major_label_text_line_height: number
}
export interface AxisLineProps extends ModelBase {
  axis_line_color: null | string
  axis_line_alpha: number
  axis_line_width: number
  axis_line_join: "miter" | "round" | "bevel"
  axis_line_cap: "butt" | "round" | "square"
  axis_line_dash: number[]
  axis_line_dash_offset: number
}
export interface MajorTickLineProps extends ModelBase {
  major_tick_line_color: null | string
  major_tick_line_alpha: number
  major_tick_line_width: number
  major_tick_line_join: "miter" | "round" | "bevel"
  major_tick_line_cap: "butt" | "round" | "square"
  major_tick_line_dash: number[]
  major_tick_line_dash_offset: number
}
export interface MinorTickLineProps extends ModelBase {
  minor_tick_line_color: null | string
  minor_tick_line_alpha: number
  minor_tick_line_width: number
  minor_tick_line_join: "miter" | "round" | "bevel"
  minor_tick_line_cap: "butt" | "round" | "square"
  minor_tick_line_dash: number[]
  minor_tick_line_dash_offset: number
}
export interface SeparatorLineProps extends ModelBase {
  separator_line_color: null | string
  separator_line_alpha: number
  separator_line_width: number
  separator_line_join: "miter" | "round" | "bevel"
  separator_line_cap: "butt" | "round" | "square"
  separator_line_dash: number[]
  separator_line_dash_offset: number
}
export interface GroupTextProps extends ModelBase {
  group_text_color: null | string
  group_text_outline_color: null | string
  group_text_outline_width: number
  group_text_alpha: number
  group_text_font: string
  group_text_font_size: string
  group_text_font_style: "normal" | "italic" | "bold" | "bold italic"
  group_text_align: "left" | "right" | "center"
  group_text_baseline: "top" | "middle" | "bottom" | "alphabetic" | "hanging" | "ideographic"
  group_text_line_height: number
}
export interface SubgroupTextProps extends ModelBase {
  subgroup_text_color: null | string
  subgroup_text_outline_color: null | string
  subgroup_text_outline_width: number
  subgroup_text_alpha: number
  subgroup_text_font: string
  subgroup_text_font_size: string
  subgroup_text_font_style: "normal" | "italic" | "bold" | "bold italic"
  subgroup_text_align: "left" | "right" | "center"
  subgroup_text_baseline: "top" | "middle" | "bottom" | "alphabetic" | "hanging" | "ideographic"
  subgroup_text_line_height: number
}
export interface GridLineProps extends ModelBase {
  grid_line_color: null | string
  grid_line_alpha: number
  grid_line_width: number
  grid_line_join: "miter" | "round" | "bevel"
  grid_line_cap: "butt" | "round" | "square"
  grid_line_dash: number[]
  grid_line_dash_offset: number
}
export interface MinorGridLineProps extends ModelBase {
  minor_grid_line_color: null | string
  minor_grid_line_alpha: number
  minor_grid_line_width: number
  minor_grid_line_join: "miter" | "round" | "bevel"
  minor_grid_line_cap: "butt" | "round" | "square"
  minor_grid_line_dash: number[]
  minor_grid_line_dash_offset: number
}
export interface BandFillProps extends ModelBase {
  band_fill_color: null | string
  band_fill_alpha: number
}
export interface TitleTextProps extends ModelBase {
  title_text_color: null | string
  title_text_outline_color: null | string
  title_text_outline_width: number
  title_text_alpha: number
  title_text_font: string
  title_text_font_size: string
  title_text_font_style: "normal" | "italic" | "bold" | "bold italic"
  title_text_align: "left" | "right" | "center"
  title_text_baseline: "top" | "middle" | "bottom" | "alphabetic" | "hanging" | "ideographic"
  title_text_line_height: number
}
export interface LabelTextProps extends ModelBase {
  label_text_color: null | string
  label_text_outline_color: null | string
  label_text_outline_width: number
  label_text_alpha: number
  label_text_font: string
  label_text_font_size: string
  label_text_font_style: "normal" | "italic" | "bold" | "bold italic"
  label_text_align: "left" | "right" | "center"
  label_text_baseline: "top" | "middle" | "bottom" | "alphabetic" | "hanging" | "ideographic"
  label_text_line_height: number
}
export interface InactiveFillProps extends ModelBase {
  inactive_fill_color: null | string
  inactive_fill_alpha: number
}
export interface OutlineLineProps extends ModelBase {
  outline_line_color: null | string
  outline_line_alpha: number
  outline_line_width: number
  outline_line_join: "miter" | "round" | "bevel"
  outline_line_cap: "butt" | "round" | "square"
  outline_line_dash: number[]
  outline_line_dash_offset: number
}
export interface BackgroundFillProps extends ModelBase {
  background_fill_color: null | string
  background_fill_alpha: number
}
export interface BorderFillProps extends ModelBase {
  border_fill_color: null | string
  border_fill_alpha: number
}
export interface BorderLineProps extends ModelBase {
  border_line_color: null | string
  border_line_alpha: number
  border_line_width: number
  border_line_join: "miter" | "round" | "bevel"
  border_line_cap: "butt" | "round" | "square"
  border_line_dash: number[]
  border_line_dash_offset: number
}
export interface Renderer extends ModelBase {
  level: "image" | "underlay" | "glyph" | "guide" | "annotation" | "overlay"
  visible: boolean
}
export interface GuideRenderer extends Renderer {
  level: "image" | "underlay" | "glyph" | "guide" | "annotation" | "overlay"
}
export interface DataRenderer extends Renderer {
  level: "image" | "underlay" | "glyph" | "guide" | "annotation" | "overlay"
}
export interface Range extends ModelBase {
}
export interface NumericalRange extends Range {
  start: number
  end: number
}
export interface Range1d extends NumericalRange {
  start: number
  end: number
  reset_start: number | null
  reset_end: number | null
  bounds: "auto" | [number | null, number | null] | null
  min_interval: number | null
  max_interval: number | null
}
export interface DataRange extends NumericalRange {
  start: number
  end: number
  renderers: Renderer[] | "auto"
}
export interface DataRange1d extends DataRange {
  range_padding: number
  range_padding_units: "percent" | "absolute"
  bounds: "auto" | [number | null, number | null] | null
  min_interval: number | null
  max_interval: number | null
  flipped: boolean
  follow: "start" | "end" | null
  follow_interval: number | null
  default_span: number
  only_visible: boolean
  computed: [number, number] | null
}
export interface FactorRange extends Range {
  factors: (string | [string, string] | [string, string, string])[]
  factor_padding: number
  subgroup_padding: number
  group_padding: number
  range_padding: number
  range_padding_units: "percent" | "absolute"
  start: number
  end: number
  bounds: "auto" | [number | null, number | null] | null
  min_interval: number | null
  max_interval: number | null
}
export interface Transform extends ModelBase {
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
export interface Mapper extends Transform {
}
export interface ColorMapper extends Mapper {
  palette: string[]
  nan_color: string
}
export interface ContinuousColorMapper extends ColorMapper {
  domain: ([DataRenderer, string | string[]])[]
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
  factors: (string | [string, string] | [string, string, string])[]
  start: number
  end: number | null
}
export interface CategoricalColorMapper extends CategoricalMapper, ColorMapper {
}
export interface CategoricalMarkerMapper extends CategoricalMapper {
  markers: ("asterisk" | "circle" | "circle_cross" | "circle_dot" | "circle_x" | "circle_y" | "cross" | "dash" | "diamond" | "diamond_cross" | "diamond_dot" | "dot" | "hex" | "hex_dot" | "inverted_triangle" | "plus" | "square" | "square_cross" | "square_dot" | "square_pin" | "square_x" | "star" | "star_dot" | "triangle" | "triangle_dot" | "triangle_pin" | "x" | "y")[]
  default_value: "asterisk" | "circle" | "circle_cross" | "circle_dot" | "circle_x" | "circle_y" | "cross" | "dash" | "diamond" | "diamond_cross" | "diamond_dot" | "dot" | "hex" | "hex_dot" | "inverted_triangle" | "plus" | "square" | "square_cross" | "square_dot" | "square_pin" | "square_x" | "star" | "star_dot" | "triangle" | "triangle_dot" | "triangle_pin" | "x" | "y"
}
export interface LineProps extends ModelBase {
  line_color: Spec<null | string>
  line_alpha: Spec<number>
  line_width: Spec<number>
  line_join: Spec<"miter" | "round" | "bevel">
  line_cap: Spec<"butt" | "round" | "square">
  line_dash: Spec<number[]>
  line_dash_offset: Spec<number>
}
export interface FillProps extends ModelBase {
  fill_color: Spec<null | string>
  fill_alpha: Spec<number>
}
export interface TextProps extends ModelBase {
  text_color: Spec<null | string>
  text_outline_color: Spec<null | string>
  text_outline_width: Spec<number>
  text_alpha: Spec<number>
  text_font: Spec<null | string>
  text_font_size: Spec<string>
  text_font_style: Spec<"normal" | "italic" | "bold" | "bold italic">
  text_align: Spec<"left" | "right" | "center">
  text_baseline: Spec<"top" | "middle" | "bottom" | "alphabetic" | "hanging" | "ideographic">
  text_line_height: Spec<number | string | [string, string] | [string, string, string]>
}
export interface ImageProps extends ModelBase {
  global_alpha: Spec<number>
}
export interface ScalarLineProps extends ModelBase {
  line_color: null | string
  line_alpha: number
  line_width: number
  line_join: "miter" | "round" | "bevel"
  line_cap: "butt" | "round" | "square"
  line_dash: number[]
  line_dash_offset: number
}
export interface ScalarFillProps extends ModelBase {
  fill_color: null | string
  fill_alpha: number
}
export interface ScalarTextProps extends ModelBase {
  text_color: null | string
  text_outline_color: null | string
  text_outline_width: number
  text_alpha: number
  text_font: string
  text_font_size: string
  text_font_style: "normal" | "italic" | "bold" | "bold italic"
  text_align: "left" | "right" | "center"
  text_baseline: "top" | "middle" | "bottom" | "alphabetic" | "hanging" | "ideographic"
  text_line_height: number
}
export interface Glyph extends ModelBase {
}
export interface XYGlyph extends Glyph {
  x: Spec<number | string | [string, string] | [string, string, string]>
  y: Spec<number | string | [string, string] | [string, string, string]>
}
export interface ConnectedXYGlyph extends XYGlyph {
}
export interface Line extends ConnectedXYGlyph, ScalarLineProps {
}
export interface Patch extends ConnectedXYGlyph, ScalarLineProps, ScalarFillProps {
}
export interface Step extends ConnectedXYGlyph, ScalarLineProps {
  mode: "before" | "after" | "center"
  pad_before: number
  pad_after: number
}
export interface VerticalArea extends Glyph, ScalarFillProps {
  x: Spec<number | string | [string, string] | [string, string, string]>
  y1: Spec<number | string | [string, string] | [string, string, string]>
  y2: Spec<number | string | [string, string] | [string, string, string]>
}
export interface HorizontalArea extends Glyph, ScalarFillProps {
  x1: Spec<number | string | [string, string] | [string, string, string]>
  x2: Spec<number | string | [string, string] | [string, string, string]>
  y: Spec<number | string | [string, string] | [string, string, string]>
}
export interface VArea extends VerticalArea {
}
export interface HArea extends HorizontalArea {
}
export interface VAreaStep extends VerticalArea {
  step_mode: "before" | "after" | "center"
}
export interface HAreaStep extends HorizontalArea {
  step_mode: "before" | "after" | "center"
}
export interface MultiLine extends Glyph, LineProps {
  xs: Spec<number | string | [string, string] | [string, string, string]>
  ys: Spec<number | string | [string, string] | [string, string, string]>
}
export interface Patches extends Glyph, LineProps, FillProps {
  xs: Spec<number | string | [string, string] | [string, string, string]>
  ys: Spec<number | string | [string, string] | [string, string, string]>
}
export interface Marker extends XYGlyph, LineProps, FillProps {
  hit_dilation: number
  size: Spec<number>
  angle: Spec<number>
  angle_units: "deg" | "rad" | "grad" | "turn"
}
export interface Scatter extends Marker {
  marker: Spec<"asterisk" | "circle" | "circle_cross" | "circle_dot" | "circle_x" | "circle_y" | "cross" | "dash" | "diamond" | "diamond_cross" | "diamond_dot" | "dot" | "hex" | "hex_dot" | "inverted_triangle" | "plus" | "square" | "square_cross" | "square_dot" | "square_pin" | "square_x" | "star" | "star_dot" | "triangle" | "triangle_dot" | "triangle_pin" | "x" | "y">
}
export interface Circle extends XYGlyph, LineProps, FillProps {
  radius: Spec<number | string | [string, string] | [string, string, string]>
  radius_units: "screen" | "data"
  radius_dimension: "x" | "y" | "max" | "min"
  hit_dilation: number
}
export interface LRTBGlyph extends Glyph, LineProps, FillProps {
  border_radius: number | [number, number, number, number] | Map<"top_left" | "top_right" | "bottom_right" | "bottom_left", number>
}
export interface VBar extends LRTBGlyph {
  x: Spec<number | string | [string, string] | [string, string, string]>
  width: Spec<number | string | [string, string] | [string, string, string]>
  width_units: "screen" | "data"
  bottom: Spec<number | string | [string, string] | [string, string, string]>
  top: Spec<number | string | [string, string] | [string, string, string]>
}
export interface HBar extends LRTBGlyph {
  y: Spec<number | string | [string, string] | [string, string, string]>
  height: Spec<number | string | [string, string] | [string, string, string]>
  height_units: "screen" | "data"
  left: Spec<number | string | [string, string] | [string, string, string]>
  right: Spec<number | string | [string, string] | [string, string, string]>
}
export interface Quad extends LRTBGlyph {
  left: Spec<number | string | [string, string] | [string, string, string]>
  right: Spec<number | string | [string, string] | [string, string, string]>
  bottom: Spec<number | string | [string, string] | [string, string, string]>
  top: Spec<number | string | [string, string] | [string, string, string]>
}
export interface Rect extends XYGlyph, LineProps, FillProps {
  width: Spec<number | string | [string, string] | [string, string, string]>
  width_units: "screen" | "data"
  height: Spec<number | string | [string, string] | [string, string, string]>
  height_units: "screen" | "data"
  angle: Spec<number>
  angle_units: "deg" | "rad" | "grad" | "turn"
  border_radius: number | [number, number, number, number] | Map<"top_left" | "top_right" | "bottom_right" | "bottom_left", number>
  dilate: boolean
}
export interface Segment extends Glyph, LineProps {
  x0: Spec<number | string | [string, string] | [string, string, string]>
  y0: Spec<number | string | [string, string] | [string, string, string]>
  x1: Spec<number | string | [string, string] | [string, string, string]>
  y1: Spec<number | string | [string, string] | [string, string, string]>
}
export interface Text extends XYGlyph, TextProps {
  text: Spec<null | string>
  angle: Spec<number>
  angle_units: "deg" | "rad" | "grad" | "turn"
  x_offset: Spec<number>
  y_offset: Spec<number>
}
export interface Image extends XYGlyph, ImageProps {
  image: Spec<number | string | [string, string] | [string, string, string]>
  dw: Spec<number | string | [string, string] | [string, string, string]>
  dw_units: "screen" | "data"
  dh: Spec<number | string | [string, string] | [string, string, string]>
  dh_units: "screen" | "data"
  dilate: boolean
  origin: "bottom_left" | "top_left" | "bottom_right" | "top_right"
  anchor: "top_left" | "top_center" | "top_right" | "center_left" | "center_center" | "center_right" | "bottom_left" | "bottom_center" | "bottom_right" | "top" | "left" | "center" | "right" | "bottom"
  color_mapper: ColorMapper
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
export interface Selection extends ModelBase {
  indices: number[]
  line_indices: number[]
}
export interface DataSource extends ModelBase {
  selected: Selection
}
export interface CDSView extends ModelBase {
  filter: Filter
}
export interface ColumnarDataSource extends DataSource {
}
export interface ColumnDataSource extends ColumnarDataSource {
  data: Record<string, ArrayLike<unknown>>
}
export interface GlyphRenderer extends DataRenderer {
  visible: boolean
  data_source: DataSource
  view: CDSView
  glyph: Glyph
  selection_glyph: Glyph | "auto" | null
  nonselection_glyph: Glyph | "auto" | null
  hover_glyph: Glyph | null
  muted_glyph: Glyph | "auto" | null
  muted: boolean
}
export interface Annotation extends Renderer {
  level: "image" | "underlay" | "glyph" | "guide" | "annotation" | "overlay"
}
export interface TextAnnotation extends Annotation, ScalarTextProps, BackgroundFillProps, BorderLineProps {
  text: string
  padding: number | [number, number] | [number, number, number, number] | Map<"left" | "right" | "top" | "bottom", number>
  border_radius: number | [number, number, number, number] | Map<"top_left" | "top_right" | "bottom_right" | "bottom_left", number>
  background_fill_color: null | string
}
export interface Title extends TextAnnotation {
  text_font_size: string
  text_font_style: "normal" | "italic" | "bold" | "bold italic"
  text_line_height: number
  vertical_align: "top" | "middle" | "bottom"
  align: "left" | "right" | "center"
  offset: number
  standoff: number
}
export interface Label extends TextAnnotation {
  x: number | string | [string, string] | [string, string, string]
  y: number | string | [string, string] | [string, string, string]
  x_units: "canvas" | "screen" | "data"
  y_units: "canvas" | "screen" | "data"
  x_offset: number
  y_offset: number
  angle: number
  angle_units: "deg" | "rad" | "grad" | "turn"
  direction: "clock" | "anticlock"
}
export interface Span extends Annotation, ScalarLineProps {
  location: number | string | [string, string] | [string, string, string] | null
  location_units: "canvas" | "screen" | "data"
  dimension: "width" | "height"
}
export interface BoxAnnotation extends Annotation, ScalarLineProps, ScalarFillProps {
  left: number | string | [string, string] | [string, string, string] | null
  right: number | string | [string, string] | [string, string, string] | null
  top: number | string | [string, string] | [string, string, string] | null
  bottom: number | string | [string, string] | [string, string, string] | null
  left_units: "canvas" | "screen" | "data"
  right_units: "canvas" | "screen" | "data"
  top_units: "canvas" | "screen" | "data"
  bottom_units: "canvas" | "screen" | "data"
  border_radius: number | [number, number, number, number] | Map<"top_left" | "top_right" | "bottom_right" | "bottom_left", number>
  line_color: null | string
  line_alpha: number
  fill_color: null | string
  fill_alpha: number
}
export interface LegendItem extends ModelBase {
  label: Spec<null | string>
  renderers: GlyphRenderer[]
  index: number | null
  visible: boolean
}
export interface Legend extends Annotation, TitleTextProps, LabelTextProps, InactiveFillProps, BackgroundFillProps, BorderLineProps {
  location: "top_left" | "top_center" | "top_right" | "center_left" | "center_center" | "center_right" | "bottom_left" | "bottom_center" | "bottom_right" | "top" | "left" | "center" | "right" | "bottom" | [number, number]
  orientation: "horizontal" | "vertical"
  ncols: number | "auto"
  nrows: number | "auto"
  title: string | null
  title_standoff: number
  click_policy: "none" | "hide" | "mute"
  label_standoff: number
  label_height: "auto" | number
  label_width: number
  glyph_height: number
  glyph_width: number
  margin: number
  padding: number | [number, number] | [number, number, number, number] | Map<"left" | "right" | "top" | "bottom", number>
  border_radius: number | [number, number, number, number] | Map<"top_left" | "top_right" | "bottom_right" | "bottom_left", number>
  spacing: number
  items: LegendItem[]
  border_line_color: null | string
  border_line_alpha: number
  background_fill_alpha: number
}
export interface Ticker extends ModelBase {
}
export interface ContinuousTicker extends Ticker {
  num_minor_ticks: number
  desired_num_ticks: number
}
export interface FixedTicker extends ContinuousTicker {
  ticks: number[]
  minor_ticks: number[]
}
export interface AdaptiveTicker extends ContinuousTicker {
  base: number
  mantissas: number[]
  min_interval: number
  max_interval: number | null
}
export interface BasicTicker extends AdaptiveTicker {
}
export interface LogTicker extends AdaptiveTicker {
  mantissas: number[]
}
export interface SingleIntervalTicker extends ContinuousTicker {
  interval: number
}
export interface DatetimeTicker extends ContinuousTicker {
  num_minor_ticks: number
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
export interface LabelingPolicy extends ModelBase {
}
export interface AllLabels extends LabelingPolicy {
}
export interface NoOverlap extends LabelingPolicy {
  min_distance: number
}
export interface Axis extends GuideRenderer, AxisLabelTextProps, MajorLabelTextProps, AxisLineProps, MajorTickLineProps, MinorTickLineProps {
  bounds: "auto" | [number, number]
  ticker: Ticker
  formatter: TickFormatter
  axis_label: string | null
  axis_label_standoff: number
  axis_label_orientation: "horizontal" | "vertical" | "parallel" | "normal" | number
  axis_label_align: "start" | "center" | "end"
  major_label_standoff: number
  major_label_orientation: "horizontal" | "vertical" | "parallel" | "normal" | number
  major_label_overrides: Map<number | string, string>
  major_label_policy: LabelingPolicy
  major_tick_in: number
  major_tick_out: number
  minor_tick_in: number
  minor_tick_out: number
  fixed_location: number | string | [string, string] | [string, string, string] | null
}
export interface ContinuousAxis extends Axis {
}
export interface LinearAxis extends ContinuousAxis {
  ticker: Ticker
  formatter: TickFormatter
}
export interface LogAxis extends ContinuousAxis {
  ticker: Ticker
  formatter: TickFormatter
}
export interface DatetimeAxis extends LinearAxis {
  ticker: Ticker
  formatter: TickFormatter
}
export interface CategoricalAxis extends Axis, SeparatorLineProps, GroupTextProps, SubgroupTextProps {
  ticker: Ticker
  formatter: TickFormatter
  group_label_orientation: "horizontal" | "vertical" | "parallel" | "normal" | number
  subgroup_label_orientation: "horizontal" | "vertical" | "parallel" | "normal" | number
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
export interface Expression extends ModelBase {
}
export interface CumSum extends Expression {
  field: string
  include_zero: boolean
}
export interface Stack extends Expression {
  fields: string[]
}
export interface Grid extends GuideRenderer, GridLineProps, MinorGridLineProps, BandFillProps {
  level: "image" | "underlay" | "glyph" | "guide" | "annotation" | "overlay"
  dimension: 0 | 1
  bounds: "auto" | [number, number]
  cross_bounds: "auto" | [number, number]
  axis: Axis | null
  ticker: Ticker | null
}
export interface StyledElement extends ModelBase {
  html_attributes: Record<string, string>
  html_id: string | null
  css_classes: string[]
  styles: Record<string, string | null>
  stylesheets: string[]
}
export interface UIElement extends StyledElement {
  visible: boolean
}
export interface LayoutDOM extends UIElement {
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
  aspect_ratio: "auto" | number | null
  sizing_mode: "stretch_width" | "stretch_height" | "stretch_both" | "scale_width" | "scale_height" | "scale_both" | "fixed" | "inherit" | null
  align: "auto" | "start" | "center" | "end" | ["start" | "center" | "end", "start" | "center" | "end"]
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
export interface Tool extends ModelBase {
  description: string | null
  visible: boolean
}
export interface ActionTool extends Tool {
}
export interface PlotActionTool extends ActionTool {
}
export interface GestureTool extends Tool {
}
export interface Drag extends GestureTool {
}
export interface Scroll extends GestureTool {
}
export interface Tap extends GestureTool {
}
export interface InspectTool extends GestureTool {
}
export interface SelectTool extends GestureTool {
  renderers: "auto" | DataRenderer[]
}
export interface RegionSelectTool extends SelectTool {
  mode: "replace" | "append" | "intersect" | "subtract" | "xor"
  continuous: boolean
  persistent: boolean
  greedy: boolean
}
export interface PanTool extends Drag {
  dimensions: "width" | "height" | "both"
}
export interface WheelZoomTool extends Scroll {
  dimensions: "width" | "height" | "both"
  maintain_focus: boolean
  zoom_on_axis: boolean
  speed: number
}
export interface BoxZoomTool extends Drag {
  dimensions: "width" | "height" | "both" | "auto"
  match_aspect: boolean
  origin: "corner" | "center"
}
export interface BoxSelectTool extends Drag, RegionSelectTool {
  dimensions: "width" | "height" | "both"
  origin: "corner" | "center"
}
export interface TapTool extends Tap, SelectTool {
  mode: "replace" | "append" | "intersect" | "subtract" | "xor" | "toggle"
  behavior: "select" | "inspect"
  gesture: "tap" | "doubletap"
  callback: Callback | null
}
export interface HoverTool extends InspectTool {
  renderers: "auto" | DataRenderer[]
  callback: Callback | null
  tooltips: null | string | [string, string][]
  formatters: Record<string, "numeral" | "datetime" | "printf">
  limit: number | null
  mode: "mouse" | "hline" | "vline"
  muted_policy: "show" | "ignore"
  point_policy: "snap_to_data" | "follow_mouse" | "none"
  line_policy: "prev" | "next" | "nearest" | "interp" | "none"
  anchor: "top_left" | "top_center" | "top_right" | "center_left" | "center_center" | "center_right" | "bottom_left" | "bottom_center" | "bottom_right" | "top" | "left" | "center" | "right" | "bottom"
  attachment: "horizontal" | "vertical" | "left" | "right" | "above" | "below"
  show_arrow: boolean
}
export interface CrosshairTool extends InspectTool {
  dimensions: "width" | "height" | "both"
  line_color: string
  line_alpha: number
  line_width: number
}
export interface ResetTool extends PlotActionTool {
}
export interface SaveTool extends ActionTool {
  filename: string | null
}
export interface HelpTool extends ActionTool {
  description: string | null
  redirect: string
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
  tools: Tool[]
  logo: "normal" | "grey" | null
  autohide: boolean
  active_drag: "auto" | Drag | null
  active_inspect: "auto" | InspectTool | InspectTool[] | null
  active_scroll: "auto" | Scroll | null
  active_tap: "auto" | Tap | null
  active_multi: "auto" | GestureTool | null
}
export interface Plot extends LayoutDOM, OutlineLineProps, BackgroundFillProps, BorderFillProps, BorderLineProps {
  width: number | null
  height: number | null
  x_range: Range
  y_range: Range
  x_scale: Scale
  y_scale: Scale
  title: Title | null
  title_location: "above" | "below" | "left" | "right" | null
  renderers: Renderer[]
  toolbar: Toolbar
  toolbar_location: "above" | "below" | "left" | "right" | null
  toolbar_sticky: boolean
  toolbar_inner: boolean
  left: Renderer[]
  right: Renderer[]
  above: Renderer[]
  below: Renderer[]
  center: Renderer[]
  frame_width: number | null
  frame_height: number | null
  inner_width: number | null
  inner_height: number | null
  outer_width: number | null
  outer_height: number | null
  min_border: number | null
  min_border_top: number | null
  min_border_bottom: number | null
  min_border_left: number | null
  min_border_right: number | null
  lod_factor: number
  lod_threshold: number | null
  lod_interval: number
  lod_timeout: number
  output_backend: "canvas" | "svg" | "webgl"
  hidpi: boolean
  match_aspect: boolean
  aspect_scale: number
  reset_policy: "standard" | "event_only"
}
export interface Widget extends LayoutDOM {
  margin: number | [number, number] | [number, number, number, number] | null
}
export interface ButtonLike extends ModelBase {
  button_type: "default" | "primary" | "success" | "warning" | "danger" | "light"
}
export interface AbstractButton extends Widget, ButtonLike {
  label: string
}
export interface Button extends AbstractButton {
}
export interface Toggle extends AbstractButton {
  label: string
  active: boolean
}
export interface AbstractSlider extends Widget {
  width: number | null
  orientation: "horizontal" | "vertical"
  title: string | null
  show_value: boolean
  direction: "ltr" | "rtl"
  tooltips: boolean
  bar_color: string
}
export interface NumericalSlider extends AbstractSlider {
  format: string | TickFormatter
}
export interface Slider extends NumericalSlider {
  format: string | TickFormatter
  start: number
  end: number
  value: number
  value_throttled: number | null
  step: number
}
export interface InputWidget extends Widget {
  title: string
  description: string | null
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
export interface ToggleButtonGroup extends AbstractGroup, ButtonLike {
  orientation: "horizontal" | "vertical"
}
export interface RadioButtonGroup extends ToggleButtonGroup {
  active: number | null
}
export interface Markup extends Widget {
  text: string
}
export interface Div extends Markup {
  render_as_text: boolean
}
export interface Figure extends Plot {
}

export interface ModelByKind {
  Range1d: Range1d
  DataRange1d: DataRange1d
  FactorRange: FactorRange
  Dodge: Dodge
  Jitter: Jitter
  LinearColorMapper: LinearColorMapper
  LogColorMapper: LogColorMapper
  CategoricalColorMapper: CategoricalColorMapper
  CategoricalMarkerMapper: CategoricalMarkerMapper
  Line: Line
  Patch: Patch
  Step: Step
  VArea: VArea
  HArea: HArea
  VAreaStep: VAreaStep
  HAreaStep: HAreaStep
  MultiLine: MultiLine
  Patches: Patches
  Scatter: Scatter
  Circle: Circle
  VBar: VBar
  HBar: HBar
  Quad: Quad
  Rect: Rect
  Segment: Segment
  Text: Text
  Image: Image
  AllIndices: AllIndices
  IndexFilter: IndexFilter
  BooleanFilter: BooleanFilter
  GroupFilter: GroupFilter
  Selection: Selection
  CDSView: CDSView
  ColumnDataSource: ColumnDataSource
  GlyphRenderer: GlyphRenderer
  Title: Title
  Label: Label
  Span: Span
  BoxAnnotation: BoxAnnotation
  LegendItem: LegendItem
  Legend: Legend
  FixedTicker: FixedTicker
  AdaptiveTicker: AdaptiveTicker
  BasicTicker: BasicTicker
  LogTicker: LogTicker
  SingleIntervalTicker: SingleIntervalTicker
  DatetimeTicker: DatetimeTicker
  CategoricalTicker: CategoricalTicker
  BasicTickFormatter: BasicTickFormatter
  NumeralTickFormatter: NumeralTickFormatter
  PrintfTickFormatter: PrintfTickFormatter
  LogTickFormatter: LogTickFormatter
  DatetimeTickFormatter: DatetimeTickFormatter
  CategoricalTickFormatter: CategoricalTickFormatter
  AllLabels: AllLabels
  NoOverlap: NoOverlap
  LinearAxis: LinearAxis
  LogAxis: LogAxis
  DatetimeAxis: DatetimeAxis
  CategoricalAxis: CategoricalAxis
  CustomJS: CustomJS
  CumSum: CumSum
  Stack: Stack
  Grid: Grid
  Row: Row
  Column: Column
  Spacer: Spacer
  LinearScale: LinearScale
  LogScale: LogScale
  CategoricalScale: CategoricalScale
  PanTool: PanTool
  WheelZoomTool: WheelZoomTool
  BoxZoomTool: BoxZoomTool
  BoxSelectTool: BoxSelectTool
  TapTool: TapTool
  HoverTool: HoverTool
  CrosshairTool: CrosshairTool
  ResetTool: ResetTool
  SaveTool: SaveTool
  HelpTool: HelpTool
  ZoomInTool: ZoomInTool
  ZoomOutTool: ZoomOutTool
  Toolbar: Toolbar
  Plot: Plot
  Button: Button
  Toggle: Toggle
  Slider: Slider
  Select: Select
  TextInput: TextInput
  CheckboxGroup: CheckboxGroup
  RadioButtonGroup: RadioButtonGroup
  Div: Div
  Figure: Figure
}
export type ModelKind = keyof ModelByKind
export type AxisLabelTextPropsKind = "LinearAxis" | "LogAxis" | "DatetimeAxis" | "CategoricalAxis"
export type MajorLabelTextPropsKind = "LinearAxis" | "LogAxis" | "DatetimeAxis" | "CategoricalAxis"
export type AxisLinePropsKind = "LinearAxis" | "LogAxis" | "DatetimeAxis" | "CategoricalAxis"
export type MajorTickLinePropsKind = "LinearAxis" | "LogAxis" | "DatetimeAxis" | "CategoricalAxis"
export type MinorTickLinePropsKind = "LinearAxis" | "LogAxis" | "DatetimeAxis" | "CategoricalAxis"
export type SeparatorLinePropsKind = "CategoricalAxis"
export type GroupTextPropsKind = "CategoricalAxis"
export type SubgroupTextPropsKind = "CategoricalAxis"
export type GridLinePropsKind = "Grid"
export type MinorGridLinePropsKind = "Grid"
export type BandFillPropsKind = "Grid"
export type TitleTextPropsKind = "Legend"
export type LabelTextPropsKind = "Legend"
export type InactiveFillPropsKind = "Legend"
export type OutlineLinePropsKind = "Plot" | "Figure"
export type BackgroundFillPropsKind = "Title" | "Label" | "Legend" | "Plot" | "Figure"
export type BorderFillPropsKind = "Plot" | "Figure"
export type BorderLinePropsKind = "Title" | "Label" | "Legend" | "Plot" | "Figure"
export type RendererKind = "GlyphRenderer" | "Title" | "Label" | "Span" | "BoxAnnotation" | "Legend" | "LinearAxis" | "LogAxis" | "DatetimeAxis" | "CategoricalAxis" | "Grid"
export type GuideRendererKind = "LinearAxis" | "LogAxis" | "DatetimeAxis" | "CategoricalAxis" | "Grid"
export type DataRendererKind = "GlyphRenderer"
export type RangeKind = "Range1d" | "DataRange1d" | "FactorRange"
export type NumericalRangeKind = "Range1d" | "DataRange1d"
export type DataRangeKind = "DataRange1d"
export type TransformKind = "Dodge" | "Jitter" | "LinearColorMapper" | "LogColorMapper" | "CategoricalColorMapper" | "CategoricalMarkerMapper" | "LinearScale" | "LogScale" | "CategoricalScale"
export type MapperKind = "LinearColorMapper" | "LogColorMapper" | "CategoricalColorMapper" | "CategoricalMarkerMapper"
export type ColorMapperKind = "LinearColorMapper" | "LogColorMapper" | "CategoricalColorMapper"
export type ContinuousColorMapperKind = "LinearColorMapper" | "LogColorMapper"
export type CategoricalMapperKind = "CategoricalColorMapper" | "CategoricalMarkerMapper"
export type LinePropsKind = "MultiLine" | "Patches" | "Scatter" | "Circle" | "VBar" | "HBar" | "Quad" | "Rect" | "Segment"
export type FillPropsKind = "Patches" | "Scatter" | "Circle" | "VBar" | "HBar" | "Quad" | "Rect"
export type TextPropsKind = "Text"
export type ImagePropsKind = "Image"
export type ScalarLinePropsKind = "Line" | "Patch" | "Step" | "Span" | "BoxAnnotation"
export type ScalarFillPropsKind = "Patch" | "VArea" | "HArea" | "VAreaStep" | "HAreaStep" | "BoxAnnotation"
export type ScalarTextPropsKind = "Title" | "Label"
export type GlyphKind = "Line" | "Patch" | "Step" | "VArea" | "HArea" | "VAreaStep" | "HAreaStep" | "MultiLine" | "Patches" | "Scatter" | "Circle" | "VBar" | "HBar" | "Quad" | "Rect" | "Segment" | "Text" | "Image"
export type XYGlyphKind = "Line" | "Patch" | "Step" | "Scatter" | "Circle" | "Rect" | "Text" | "Image"
export type ConnectedXYGlyphKind = "Line" | "Patch" | "Step"
export type VerticalAreaKind = "VArea" | "VAreaStep"
export type HorizontalAreaKind = "HArea" | "HAreaStep"
export type MarkerKind = "Scatter"
export type LRTBGlyphKind = "VBar" | "HBar" | "Quad"
export type FilterKind = "AllIndices" | "IndexFilter" | "BooleanFilter" | "GroupFilter"
export type DataSourceKind = "ColumnDataSource"
export type ColumnarDataSourceKind = "ColumnDataSource"
export type AnnotationKind = "Title" | "Label" | "Span" | "BoxAnnotation" | "Legend"
export type TextAnnotationKind = "Title" | "Label"
export type TickerKind = "FixedTicker" | "AdaptiveTicker" | "BasicTicker" | "LogTicker" | "SingleIntervalTicker" | "DatetimeTicker" | "CategoricalTicker"
export type ContinuousTickerKind = "FixedTicker" | "AdaptiveTicker" | "BasicTicker" | "LogTicker" | "SingleIntervalTicker" | "DatetimeTicker"
export type AdaptiveTickerKind = "AdaptiveTicker" | "BasicTicker" | "LogTicker"
export type TickFormatterKind = "BasicTickFormatter" | "NumeralTickFormatter" | "PrintfTickFormatter" | "LogTickFormatter" | "DatetimeTickFormatter" | "CategoricalTickFormatter"
export type LabelingPolicyKind = "AllLabels" | "NoOverlap"
export type AxisKind = "LinearAxis" | "LogAxis" | "DatetimeAxis" | "CategoricalAxis"
export type ContinuousAxisKind = "LinearAxis" | "LogAxis" | "DatetimeAxis"
export type LinearAxisKind = "LinearAxis" | "DatetimeAxis"
export type CallbackKind = "CustomJS"
export type CustomCodeKind = "CustomJS"
export type ExpressionKind = "CumSum" | "Stack"
export type StyledElementKind = "Row" | "Column" | "Spacer" | "Toolbar" | "Plot" | "Button" | "Toggle" | "Slider" | "Select" | "TextInput" | "CheckboxGroup" | "RadioButtonGroup" | "Div" | "Figure"
export type UIElementKind = "Row" | "Column" | "Spacer" | "Toolbar" | "Plot" | "Button" | "Toggle" | "Slider" | "Select" | "TextInput" | "CheckboxGroup" | "RadioButtonGroup" | "Div" | "Figure"
export type LayoutDOMKind = "Row" | "Column" | "Spacer" | "Plot" | "Button" | "Toggle" | "Slider" | "Select" | "TextInput" | "CheckboxGroup" | "RadioButtonGroup" | "Div" | "Figure"
export type FlexBoxKind = "Row" | "Column"
export type ScaleKind = "LinearScale" | "LogScale" | "CategoricalScale"
export type ContinuousScaleKind = "LinearScale" | "LogScale"
export type ToolKind = "PanTool" | "WheelZoomTool" | "BoxZoomTool" | "BoxSelectTool" | "TapTool" | "HoverTool" | "CrosshairTool" | "ResetTool" | "SaveTool" | "HelpTool" | "ZoomInTool" | "ZoomOutTool"
export type ActionToolKind = "ResetTool" | "SaveTool" | "HelpTool" | "ZoomInTool" | "ZoomOutTool"
export type PlotActionToolKind = "ResetTool" | "ZoomInTool" | "ZoomOutTool"
export type GestureToolKind = "PanTool" | "WheelZoomTool" | "BoxZoomTool" | "BoxSelectTool" | "TapTool" | "HoverTool" | "CrosshairTool"
export type DragKind = "PanTool" | "BoxZoomTool" | "BoxSelectTool"
export type ScrollKind = "WheelZoomTool"
export type TapKind = "TapTool"
export type InspectToolKind = "HoverTool" | "CrosshairTool"
export type SelectToolKind = "BoxSelectTool" | "TapTool"
export type RegionSelectToolKind = "BoxSelectTool"
export type ZoomBaseToolKind = "ZoomInTool" | "ZoomOutTool"
export type PlotKind = "Plot" | "Figure"
export type WidgetKind = "Button" | "Toggle" | "Slider" | "Select" | "TextInput" | "CheckboxGroup" | "RadioButtonGroup" | "Div"
export type ButtonLikeKind = "Button" | "Toggle" | "RadioButtonGroup"
export type AbstractButtonKind = "Button" | "Toggle"
export type AbstractSliderKind = "Slider"
export type NumericalSliderKind = "Slider"
export type InputWidgetKind = "Select" | "TextInput"
export type TextLikeInputKind = "TextInput"
export type AbstractGroupKind = "CheckboxGroup" | "RadioButtonGroup"
export type ToggleInputGroupKind = "CheckboxGroup"
export type ToggleButtonGroupKind = "RadioButtonGroup"
export type MarkupKind = "Div"

/** A kind's own defaults and what a browser may write (`view`: how a person looks at it, too); `base` has the rest. As text, which browsers read faster than code. */
export const KINDS = JSON.parse(`{
"AxisLabelTextProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"axis_label_text_color":"#444444","axis_label_text_outline_color":null,"axis_label_text_outline_width":1,"axis_label_text_alpha":1.0,"axis_label_text_font":"helvetica","axis_label_text_font_size":"13px","axis_label_text_font_style":"italic","axis_label_text_align":"left","axis_label_text_baseline":"bottom","axis_label_text_line_height":1.2}},
"MajorLabelTextProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"major_label_text_color":"#444444","major_label_text_outline_color":null,"major_label_text_outline_width":1,"major_label_text_alpha":1.0,"major_label_text_font":"helvetica","major_label_text_font_size":"11px","major_label_text_font_style":"normal","major_label_text_align":"center","major_label_text_baseline":"alphabetic","major_label_text_line_height":1.2}},
"AxisLineProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"axis_line_color":"black","axis_line_alpha":1.0,"axis_line_width":1,"axis_line_join":"bevel","axis_line_cap":"butt","axis_line_dash":[],"axis_line_dash_offset":0}},
"MajorTickLineProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"major_tick_line_color":"black","major_tick_line_alpha":1.0,"major_tick_line_width":1,"major_tick_line_join":"bevel","major_tick_line_cap":"butt","major_tick_line_dash":[],"major_tick_line_dash_offset":0}},
"MinorTickLineProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"minor_tick_line_color":"black","minor_tick_line_alpha":1.0,"minor_tick_line_width":1,"minor_tick_line_join":"bevel","minor_tick_line_cap":"butt","minor_tick_line_dash":[],"minor_tick_line_dash_offset":0}},
"SeparatorLineProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"separator_line_color":"lightgrey","separator_line_alpha":1.0,"separator_line_width":2,"separator_line_join":"bevel","separator_line_cap":"butt","separator_line_dash":[],"separator_line_dash_offset":0}},
"GroupTextProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"group_text_color":"grey","group_text_outline_color":null,"group_text_outline_width":1,"group_text_alpha":1.0,"group_text_font":"helvetica","group_text_font_size":"11px","group_text_font_style":"bold","group_text_align":"left","group_text_baseline":"bottom","group_text_line_height":1.2}},
"SubgroupTextProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"subgroup_text_color":"#444444","subgroup_text_outline_color":null,"subgroup_text_outline_width":1,"subgroup_text_alpha":1.0,"subgroup_text_font":"helvetica","subgroup_text_font_size":"11px","subgroup_text_font_style":"bold","subgroup_text_align":"left","subgroup_text_baseline":"bottom","subgroup_text_line_height":1.2}},
"GridLineProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"grid_line_color":"#e5e5e5","grid_line_alpha":1.0,"grid_line_width":1,"grid_line_join":"bevel","grid_line_cap":"butt","grid_line_dash":[],"grid_line_dash_offset":0}},
"MinorGridLineProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"minor_grid_line_color":null,"minor_grid_line_alpha":1.0,"minor_grid_line_width":1,"minor_grid_line_join":"bevel","minor_grid_line_cap":"butt","minor_grid_line_dash":[],"minor_grid_line_dash_offset":0}},
"BandFillProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"band_fill_color":null,"band_fill_alpha":0}},
"TitleTextProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"title_text_color":"#444444","title_text_outline_color":null,"title_text_outline_width":1,"title_text_alpha":1.0,"title_text_font":"helvetica","title_text_font_size":"13px","title_text_font_style":"italic","title_text_align":"left","title_text_baseline":"bottom","title_text_line_height":1.2}},
"LabelTextProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"label_text_color":"#444444","label_text_outline_color":null,"label_text_outline_width":1,"label_text_alpha":1.0,"label_text_font":"helvetica","label_text_font_size":"13px","label_text_font_style":"normal","label_text_align":"left","label_text_baseline":"middle","label_text_line_height":1.2}},
"InactiveFillProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"inactive_fill_color":"white","inactive_fill_alpha":0.7}},
"OutlineLineProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"outline_line_color":"#e5e5e5","outline_line_alpha":1.0,"outline_line_width":1,"outline_line_join":"bevel","outline_line_cap":"butt","outline_line_dash":[],"outline_line_dash_offset":0}},
"BackgroundFillProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"background_fill_color":"#ffffff","background_fill_alpha":1.0}},
"BorderFillProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"border_fill_color":"#ffffff","border_fill_alpha":1.0}},
"BorderLineProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"border_line_color":null,"border_line_alpha":1.0,"border_line_width":1,"border_line_join":"bevel","border_line_cap":"butt","border_line_dash":[],"border_line_dash_offset":0}},
"Renderer":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"level":"image","visible":true}},
"GuideRenderer":{"base":"Renderer","defaults":{"level":"guide"}},
"DataRenderer":{"base":"Renderer","defaults":{"level":"glyph"}},
"Range":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true}},
"NumericalRange":{"base":"Range","defaults":{},"view":["start","end"]},
"Range1d":{"base":"NumericalRange","defaults":{"start":0,"end":1,"reset_start":null,"reset_end":null,"bounds":null,"min_interval":null,"max_interval":null},"view":["start","end","reset_start","reset_end"]},
"DataRange":{"base":"NumericalRange","defaults":{"start":{"$num":"nan"},"end":{"$num":"nan"},"renderers":[]},"view":["start","end"]},
"DataRange1d":{"base":"DataRange","defaults":{"range_padding":0.1,"range_padding_units":"percent","bounds":null,"min_interval":null,"max_interval":null,"flipped":false,"follow":null,"follow_interval":null,"default_span":2.0,"only_visible":false,"computed":null},"view":["computed"]},
"FactorRange":{"base":"Range","defaults":{"factors":[],"factor_padding":0.0,"subgroup_padding":0.8,"group_padding":1.4,"range_padding":0,"range_padding_units":"percent","start":0,"end":0,"bounds":null,"min_interval":null,"max_interval":null},"view":["start","end"]},
"Transform":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true}},
"Dodge":{"base":"Transform","defaults":{"value":0,"range":null}},
"Jitter":{"base":"Transform","defaults":{"mean":0,"width":1,"distribution":"uniform","range":null}},
"Mapper":{"base":"Transform","defaults":{}},
"ColorMapper":{"base":"Mapper","defaults":{"nan_color":"gray"}},
"ContinuousColorMapper":{"base":"ColorMapper","defaults":{"domain":[],"low":null,"high":null,"low_color":null,"high_color":null}},
"LinearColorMapper":{"base":"ContinuousColorMapper","defaults":{}},
"LogColorMapper":{"base":"ContinuousColorMapper","defaults":{}},
"CategoricalMapper":{"base":"Mapper","defaults":{"start":0,"end":null}},
"CategoricalColorMapper":{"base":"CategoricalMapper","defaults":{"nan_color":"gray"}},
"CategoricalMarkerMapper":{"base":"CategoricalMapper","defaults":{"default_value":"circle"}},
"LineProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"line_color":{"value":"black"},"line_alpha":{"value":1.0},"line_width":{"value":1},"line_join":{"value":"bevel"},"line_cap":{"value":"butt"},"line_dash":{"value":[]},"line_dash_offset":{"value":0}}},
"FillProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"fill_color":{"value":"gray"},"fill_alpha":{"value":1.0}}},
"TextProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"text_color":{"value":"#444444"},"text_outline_color":{"value":null},"text_outline_width":{"value":1},"text_alpha":{"value":1.0},"text_font":{"value":"helvetica"},"text_font_size":{"value":"16px"},"text_font_style":{"value":"normal"},"text_align":{"value":"left"},"text_baseline":{"value":"bottom"},"text_line_height":{"value":1.2}}},
"ImageProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"global_alpha":{"value":1.0}}},
"ScalarLineProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"line_color":"black","line_alpha":1.0,"line_width":1,"line_join":"bevel","line_cap":"butt","line_dash":[],"line_dash_offset":0}},
"ScalarFillProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"fill_color":"gray","fill_alpha":1.0}},
"ScalarTextProps":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"text_color":"#444444","text_outline_color":null,"text_outline_width":1,"text_alpha":1.0,"text_font":"helvetica","text_font_size":"16px","text_font_style":"normal","text_align":"left","text_baseline":"bottom","text_line_height":1.2}},
"Glyph":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true}},
"XYGlyph":{"base":"Glyph","defaults":{"x":{"field":"x"},"y":{"field":"y"}}},
"ConnectedXYGlyph":{"base":"XYGlyph","defaults":{}},
"Line":{"base":"ConnectedXYGlyph","defaults":{"line_color":"black","line_alpha":1.0,"line_width":1,"line_join":"bevel","line_cap":"butt","line_dash":[],"line_dash_offset":0}},
"Patch":{"base":"ConnectedXYGlyph","defaults":{"fill_color":"gray","fill_alpha":1.0,"line_color":"black","line_alpha":1.0,"line_width":1,"line_join":"bevel","line_cap":"butt","line_dash":[],"line_dash_offset":0}},
"Step":{"base":"ConnectedXYGlyph","defaults":{"line_color":"black","line_alpha":1.0,"line_width":1,"line_join":"bevel","line_cap":"butt","line_dash":[],"line_dash_offset":0,"mode":"before","pad_before":0,"pad_after":0}},
"VerticalArea":{"base":"Glyph","defaults":{"fill_color":"gray","fill_alpha":1.0,"x":{"field":"x"},"y1":{"field":"y1"},"y2":{"field":"y2"}}},
"HorizontalArea":{"base":"Glyph","defaults":{"fill_color":"gray","fill_alpha":1.0,"x1":{"field":"x1"},"x2":{"field":"x2"},"y":{"field":"y"}}},
"VArea":{"base":"VerticalArea","defaults":{}},
"HArea":{"base":"HorizontalArea","defaults":{}},
"VAreaStep":{"base":"VerticalArea","defaults":{"step_mode":"before"}},
"HAreaStep":{"base":"HorizontalArea","defaults":{"step_mode":"before"}},
"MultiLine":{"base":"Glyph","defaults":{"line_color":{"value":"black"},"line_alpha":{"value":1.0},"line_width":{"value":1},"line_join":{"value":"bevel"},"line_cap":{"value":"butt"},"line_dash":{"value":[]},"line_dash_offset":{"value":0},"xs":{"field":"xs"},"ys":{"field":"ys"}}},
"Patches":{"base":"Glyph","defaults":{"fill_color":{"value":"gray"},"fill_alpha":{"value":1.0},"line_color":{"value":"black"},"line_alpha":{"value":1.0},"line_width":{"value":1},"line_join":{"value":"bevel"},"line_cap":{"value":"butt"},"line_dash":{"value":[]},"line_dash_offset":{"value":0},"xs":{"field":"xs"},"ys":{"field":"ys"}}},
"Marker":{"base":"XYGlyph","defaults":{"fill_color":{"value":"gray"},"fill_alpha":{"value":1.0},"line_color":{"value":"black"},"line_alpha":{"value":1.0},"line_width":{"value":1},"line_join":{"value":"bevel"},"line_cap":{"value":"butt"},"line_dash":{"value":[]},"line_dash_offset":{"value":0},"hit_dilation":1.0,"size":{"value":4},"angle":{"value":0.0},"angle_units":"rad"}},
"Scatter":{"base":"Marker","defaults":{"marker":{"value":"circle"}}},
"Circle":{"base":"XYGlyph","defaults":{"fill_color":{"value":"gray"},"fill_alpha":{"value":1.0},"line_color":{"value":"black"},"line_alpha":{"value":1.0},"line_width":{"value":1},"line_join":{"value":"bevel"},"line_cap":{"value":"butt"},"line_dash":{"value":[]},"line_dash_offset":{"value":0},"radius_units":"data","radius_dimension":"x","hit_dilation":1.0}},
"LRTBGlyph":{"base":"Glyph","defaults":{"fill_color":{"value":"gray"},"fill_alpha":{"value":1.0},"line_color":{"value":"black"},"line_alpha":{"value":1.0},"line_width":{"value":1},"line_join":{"value":"bevel"},"line_cap":{"value":"butt"},"line_dash":{"value":[]},"line_dash_offset":{"value":0},"border_radius":0}},
"VBar":{"base":"LRTBGlyph","defaults":{"x":{"field":"x"},"width":{"value":1},"width_units":"data","bottom":{"value":0},"top":{"field":"top"}}},
"HBar":{"base":"LRTBGlyph","defaults":{"y":{"field":"y"},"height":{"value":1},"height_units":"data","left":{"value":0},"right":{"field":"right"}}},
"Quad":{"base":"LRTBGlyph","defaults":{"left":{"field":"left"},"right":{"field":"right"},"bottom":{"field":"bottom"},"top":{"field":"top"}}},
"Rect":{"base":"XYGlyph","defaults":{"fill_color":{"value":"gray"},"fill_alpha":{"value":1.0},"line_color":{"value":"black"},"line_alpha":{"value":1.0},"line_width":{"value":1},"line_join":{"value":"bevel"},"line_cap":{"value":"butt"},"line_dash":{"value":[]},"line_dash_offset":{"value":0},"width":{"field":"width"},"width_units":"data","height":{"field":"height"},"height_units":"data","angle":{"value":0.0},"angle_units":"rad","border_radius":0,"dilate":false}},
"Segment":{"base":"Glyph","defaults":{"line_color":{"value":"black"},"line_alpha":{"value":1.0},"line_width":{"value":1},"line_join":{"value":"bevel"},"line_cap":{"value":"butt"},"line_dash":{"value":[]},"line_dash_offset":{"value":0},"x0":{"field":"x0"},"y0":{"field":"y0"},"x1":{"field":"x1"},"y1":{"field":"y1"}}},
"Text":{"base":"XYGlyph","defaults":{"text_color":{"value":"#444444"},"text_outline_color":{"value":null},"text_outline_width":{"value":1},"text_alpha":{"value":1.0},"text_font":{"value":"helvetica"},"text_font_size":{"value":"16px"},"text_font_style":{"value":"normal"},"text_align":{"value":"left"},"text_baseline":{"value":"bottom"},"text_line_height":{"value":1.2},"text":{"field":"text"},"angle":{"value":0},"angle_units":"rad","x_offset":{"value":0},"y_offset":{"value":0}}},
"Image":{"base":"XYGlyph","defaults":{"global_alpha":{"value":1.0},"image":{"field":"image"},"dw":{"field":"dw"},"dw_units":"data","dh":{"field":"dh"},"dh_units":"data","dilate":false,"origin":"bottom_left","anchor":"bottom_left","color_mapper":{"$new":"LinearColorMapper"}}},
"Filter":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true}},
"AllIndices":{"base":"Filter","defaults":{}},
"IndexFilter":{"base":"Filter","defaults":{"indices":null}},
"BooleanFilter":{"base":"Filter","defaults":{"booleans":null}},
"GroupFilter":{"base":"Filter","defaults":{}},
"Selection":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"indices":[],"line_indices":[]},"view":["indices","line_indices"]},
"DataSource":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"selected":{"$new":"Selection"}}},
"CDSView":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"filter":{"$new":"AllIndices"}}},
"ColumnarDataSource":{"base":"DataSource","defaults":{}},
"ColumnDataSource":{"base":"ColumnarDataSource","defaults":{"data":{}}},
"GlyphRenderer":{"base":"DataRenderer","defaults":{"visible":true,"view":{"$new":"CDSView"},"selection_glyph":"auto","nonselection_glyph":"auto","hover_glyph":null,"muted_glyph":"auto","muted":false},"view":["visible","muted"]},
"Annotation":{"base":"Renderer","defaults":{"level":"annotation"}},
"TextAnnotation":{"base":"Annotation","defaults":{"border_line_color":null,"border_line_alpha":1.0,"border_line_width":1,"border_line_join":"bevel","border_line_cap":"butt","border_line_dash":[],"border_line_dash_offset":0,"background_fill_color":null,"background_fill_alpha":1.0,"text_color":"#444444","text_outline_color":null,"text_outline_width":1,"text_alpha":1.0,"text_font":"helvetica","text_font_size":"16px","text_font_style":"normal","text_align":"left","text_baseline":"bottom","text_line_height":1.2,"text":"","padding":0,"border_radius":0}},
"Title":{"base":"TextAnnotation","defaults":{"text_font_size":"13px","text_font_style":"bold","text_line_height":1.0,"vertical_align":"bottom","align":"left","offset":0,"standoff":10}},
"Label":{"base":"TextAnnotation","defaults":{"x_units":"data","y_units":"data","x_offset":0,"y_offset":0,"angle":0,"angle_units":"rad","direction":"anticlock"}},
"Span":{"base":"Annotation","defaults":{"line_color":"black","line_alpha":1.0,"line_width":1,"line_join":"bevel","line_cap":"butt","line_dash":[],"line_dash_offset":0,"location":null,"location_units":"data","dimension":"width"}},
"BoxAnnotation":{"base":"Annotation","defaults":{"fill_color":"#fff9ba","fill_alpha":0.4,"line_color":"#cccccc","line_alpha":0.3,"line_width":1,"line_join":"bevel","line_cap":"butt","line_dash":[],"line_dash_offset":0,"left":null,"right":null,"top":null,"bottom":null,"left_units":"data","right_units":"data","top_units":"data","bottom_units":"data","border_radius":0}},
"LegendItem":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"label":{"value":null},"renderers":[],"index":null,"visible":true}},
"Legend":{"base":"Annotation","defaults":{"border_line_color":"#e5e5e5","border_line_alpha":0.5,"border_line_width":1,"border_line_join":"bevel","border_line_cap":"butt","border_line_dash":[],"border_line_dash_offset":0,"background_fill_color":"#ffffff","background_fill_alpha":0.95,"inactive_fill_color":"white","inactive_fill_alpha":0.7,"label_text_color":"#444444","label_text_outline_color":null,"label_text_outline_width":1,"label_text_alpha":1.0,"label_text_font":"helvetica","label_text_font_size":"13px","label_text_font_style":"normal","label_text_align":"left","label_text_baseline":"middle","label_text_line_height":1.2,"title_text_color":"#444444","title_text_outline_color":null,"title_text_outline_width":1,"title_text_alpha":1.0,"title_text_font":"helvetica","title_text_font_size":"13px","title_text_font_style":"italic","title_text_align":"left","title_text_baseline":"bottom","title_text_line_height":1.2,"location":"top_right","orientation":"vertical","ncols":"auto","nrows":"auto","title":null,"title_standoff":5,"click_policy":"none","label_standoff":5,"label_height":"auto","label_width":20,"glyph_height":20,"glyph_width":20,"margin":10,"padding":10,"border_radius":0,"spacing":3,"items":[]}},
"Ticker":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true}},
"ContinuousTicker":{"base":"Ticker","defaults":{"num_minor_ticks":5,"desired_num_ticks":6}},
"FixedTicker":{"base":"ContinuousTicker","defaults":{"ticks":[],"minor_ticks":[]}},
"AdaptiveTicker":{"base":"ContinuousTicker","defaults":{"base":10.0,"mantissas":[1,2,5],"min_interval":0.0,"max_interval":null}},
"BasicTicker":{"base":"AdaptiveTicker","defaults":{}},
"LogTicker":{"base":"AdaptiveTicker","defaults":{"mantissas":[1,5]}},
"SingleIntervalTicker":{"base":"ContinuousTicker","defaults":{}},
"DatetimeTicker":{"base":"ContinuousTicker","defaults":{"num_minor_ticks":0}},
"CategoricalTicker":{"base":"Ticker","defaults":{}},
"TickFormatter":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true}},
"BasicTickFormatter":{"base":"TickFormatter","defaults":{"precision":"auto","use_scientific":true,"power_limit_high":5,"power_limit_low":-3}},
"NumeralTickFormatter":{"base":"TickFormatter","defaults":{"format":"0,0","rounding":"round"}},
"PrintfTickFormatter":{"base":"TickFormatter","defaults":{"format":"%s"}},
"LogTickFormatter":{"base":"TickFormatter","defaults":{"ticker":null,"min_exponent":0}},
"DatetimeTickFormatter":{"base":"TickFormatter","defaults":{"microseconds":"%fus","milliseconds":"%3Nms","seconds":"%Ss","minsec":":%M:%S","minutes":":%M","hourmin":"%H:%M","hours":"%Hh","days":"%m/%d","months":"%m/%Y","years":"%Y","strip_leading_zeros":false,"boundary_scaling":true,"hide_repeats":false,"context":null,"context_which":"start","context_location":"below"}},
"CategoricalTickFormatter":{"base":"TickFormatter","defaults":{}},
"LabelingPolicy":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true}},
"AllLabels":{"base":"LabelingPolicy","defaults":{}},
"NoOverlap":{"base":"LabelingPolicy","defaults":{"min_distance":5}},
"Axis":{"base":"GuideRenderer","defaults":{"minor_tick_line_color":"black","minor_tick_line_alpha":1.0,"minor_tick_line_width":1,"minor_tick_line_join":"bevel","minor_tick_line_cap":"butt","minor_tick_line_dash":[],"minor_tick_line_dash_offset":0,"major_tick_line_color":"black","major_tick_line_alpha":1.0,"major_tick_line_width":1,"major_tick_line_join":"bevel","major_tick_line_cap":"butt","major_tick_line_dash":[],"major_tick_line_dash_offset":0,"axis_line_color":"black","axis_line_alpha":1.0,"axis_line_width":1,"axis_line_join":"bevel","axis_line_cap":"butt","axis_line_dash":[],"axis_line_dash_offset":0,"major_label_text_color":"#444444","major_label_text_outline_color":null,"major_label_text_outline_width":1,"major_label_text_alpha":1.0,"major_label_text_font":"helvetica","major_label_text_font_size":"11px","major_label_text_font_style":"normal","major_label_text_align":"center","major_label_text_baseline":"alphabetic","major_label_text_line_height":1.2,"axis_label_text_color":"#444444","axis_label_text_outline_color":null,"axis_label_text_outline_width":1,"axis_label_text_alpha":1.0,"axis_label_text_font":"helvetica","axis_label_text_font_size":"13px","axis_label_text_font_style":"italic","axis_label_text_align":"left","axis_label_text_baseline":"bottom","axis_label_text_line_height":1.2,"bounds":"auto","axis_label":null,"axis_label_standoff":5,"axis_label_orientation":"parallel","axis_label_align":"center","major_label_standoff":5,"major_label_orientation":"horizontal","major_label_overrides":{},"major_label_policy":{"$new":"AllLabels"},"major_tick_in":2,"major_tick_out":6,"minor_tick_in":0,"minor_tick_out":4,"fixed_location":null}},
"ContinuousAxis":{"base":"Axis","defaults":{}},
"LinearAxis":{"base":"ContinuousAxis","defaults":{"ticker":{"$new":"BasicTicker"},"formatter":{"$new":"BasicTickFormatter"}}},
"LogAxis":{"base":"ContinuousAxis","defaults":{"ticker":{"$new":"LogTicker"},"formatter":{"$new":"LogTickFormatter"}}},
"DatetimeAxis":{"base":"LinearAxis","defaults":{"ticker":{"$new":"DatetimeTicker"},"formatter":{"$new":"DatetimeTickFormatter"}}},
"CategoricalAxis":{"base":"Axis","defaults":{"subgroup_text_color":"#444444","subgroup_text_outline_color":null,"subgroup_text_outline_width":1,"subgroup_text_alpha":1.0,"subgroup_text_font":"helvetica","subgroup_text_font_size":"11px","subgroup_text_font_style":"bold","subgroup_text_align":"left","subgroup_text_baseline":"bottom","subgroup_text_line_height":1.2,"group_text_color":"grey","group_text_outline_color":null,"group_text_outline_width":1,"group_text_alpha":1.0,"group_text_font":"helvetica","group_text_font_size":"11px","group_text_font_style":"bold","group_text_align":"left","group_text_baseline":"bottom","group_text_line_height":1.2,"separator_line_color":"lightgrey","separator_line_alpha":1.0,"separator_line_width":2,"separator_line_join":"bevel","separator_line_cap":"butt","separator_line_dash":[],"separator_line_dash_offset":0,"ticker":{"$new":"CategoricalTicker"},"formatter":{"$new":"CategoricalTickFormatter"},"group_label_orientation":"parallel","subgroup_label_orientation":"parallel"}},
"Callback":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true}},
"CustomCode":{"base":"Callback","defaults":{}},
"CustomJS":{"base":"CustomCode","defaults":{"args":{},"module":"auto"}},
"Expression":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true}},
"CumSum":{"base":"Expression","defaults":{"include_zero":false}},
"Stack":{"base":"Expression","defaults":{"fields":[]}},
"Grid":{"base":"GuideRenderer","defaults":{"band_fill_color":null,"band_fill_alpha":0,"minor_grid_line_color":null,"minor_grid_line_alpha":1.0,"minor_grid_line_width":1,"minor_grid_line_join":"bevel","minor_grid_line_cap":"butt","minor_grid_line_dash":[],"minor_grid_line_dash_offset":0,"grid_line_color":"#e5e5e5","grid_line_alpha":1.0,"grid_line_width":1,"grid_line_join":"bevel","grid_line_cap":"butt","grid_line_dash":[],"grid_line_dash_offset":0,"level":"underlay","dimension":0,"bounds":"auto","cross_bounds":"auto","axis":null,"ticker":null}},
"StyledElement":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"html_attributes":{},"html_id":null,"css_classes":[],"styles":{},"stylesheets":[]}},
"UIElement":{"base":"StyledElement","defaults":{"visible":true}},
"LayoutDOM":{"base":"UIElement","defaults":{"disabled":false,"width":null,"height":null,"min_width":null,"min_height":null,"max_width":null,"max_height":null,"margin":null,"width_policy":"auto","height_policy":"auto","aspect_ratio":null,"sizing_mode":null,"align":"auto"}},
"FlexBox":{"base":"LayoutDOM","defaults":{"children":[],"spacing":0}},
"Row":{"base":"FlexBox","defaults":{}},
"Column":{"base":"FlexBox","defaults":{}},
"Spacer":{"base":"LayoutDOM","defaults":{}},
"Scale":{"base":"Transform","defaults":{}},
"ContinuousScale":{"base":"Scale","defaults":{}},
"LinearScale":{"base":"ContinuousScale","defaults":{}},
"LogScale":{"base":"ContinuousScale","defaults":{}},
"CategoricalScale":{"base":"Scale","defaults":{}},
"Tool":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"description":null,"visible":true}},
"ActionTool":{"base":"Tool","defaults":{}},
"PlotActionTool":{"base":"ActionTool","defaults":{}},
"GestureTool":{"base":"Tool","defaults":{}},
"Drag":{"base":"GestureTool","defaults":{}},
"Scroll":{"base":"GestureTool","defaults":{}},
"Tap":{"base":"GestureTool","defaults":{}},
"InspectTool":{"base":"GestureTool","defaults":{}},
"SelectTool":{"base":"GestureTool","defaults":{"renderers":"auto"}},
"RegionSelectTool":{"base":"SelectTool","defaults":{"mode":"replace","continuous":false,"persistent":false,"greedy":false}},
"PanTool":{"base":"Drag","defaults":{"dimensions":"both"}},
"WheelZoomTool":{"base":"Scroll","defaults":{"dimensions":"both","maintain_focus":true,"zoom_on_axis":true,"speed":0.0016666666666666668}},
"BoxZoomTool":{"base":"Drag","defaults":{"dimensions":"auto","match_aspect":false,"origin":"corner"}},
"BoxSelectTool":{"base":"Drag","defaults":{"renderers":"auto","mode":"replace","continuous":false,"persistent":false,"greedy":false,"dimensions":"both","origin":"corner"}},
"TapTool":{"base":"Tap","defaults":{"renderers":"auto","mode":"toggle","behavior":"select","gesture":"tap","callback":null}},
"HoverTool":{"base":"InspectTool","defaults":{"renderers":"auto","callback":null,"tooltips":[["index","$index"],["data (x, y)","($x, $y)"],["screen (x, y)","($sx, $sy)"]],"formatters":{},"limit":null,"mode":"mouse","muted_policy":"show","point_policy":"snap_to_data","line_policy":"nearest","anchor":"center","attachment":"horizontal","show_arrow":true}},
"CrosshairTool":{"base":"InspectTool","defaults":{"dimensions":"both","line_color":"black","line_alpha":1.0,"line_width":1}},
"ResetTool":{"base":"PlotActionTool","defaults":{}},
"SaveTool":{"base":"ActionTool","defaults":{"filename":null}},
"HelpTool":{"base":"ActionTool","defaults":{"description":"Learn more about the plot tools","redirect":"https://docs.bokeh.org/en/latest/docs/user_guide/interaction/tools.html"}},
"ZoomBaseTool":{"base":"PlotActionTool","defaults":{"renderers":"auto","dimensions":"both","factor":0.1,"level":0}},
"ZoomInTool":{"base":"ZoomBaseTool","defaults":{}},
"ZoomOutTool":{"base":"ZoomBaseTool","defaults":{"maintain_focus":true}},
"Toolbar":{"base":"UIElement","defaults":{"tools":[],"logo":"normal","autohide":false,"active_drag":"auto","active_inspect":"auto","active_scroll":"auto","active_tap":"auto","active_multi":"auto"},"view":["active_drag","active_inspect","active_scroll","active_tap","active_multi"]},
"Plot":{"base":"LayoutDOM","defaults":{"border_line_color":null,"border_line_alpha":1.0,"border_line_width":1,"border_line_join":"bevel","border_line_cap":"butt","border_line_dash":[],"border_line_dash_offset":0,"border_fill_color":"#ffffff","border_fill_alpha":1.0,"background_fill_color":"#ffffff","background_fill_alpha":1.0,"outline_line_color":"#e5e5e5","outline_line_alpha":1.0,"outline_line_width":1,"outline_line_join":"bevel","outline_line_cap":"butt","outline_line_dash":[],"outline_line_dash_offset":0,"width":600,"height":600,"x_range":{"$new":"DataRange1d"},"y_range":{"$new":"DataRange1d"},"x_scale":{"$new":"LinearScale"},"y_scale":{"$new":"LinearScale"},"title":{"$new":"Title"},"title_location":"above","renderers":[],"toolbar":{"$new":"Toolbar"},"toolbar_location":"right","toolbar_sticky":true,"toolbar_inner":false,"left":[],"right":[],"above":[],"below":[],"center":[],"frame_width":null,"frame_height":null,"inner_width":null,"inner_height":null,"outer_width":null,"outer_height":null,"min_border":5,"min_border_top":null,"min_border_bottom":null,"min_border_left":null,"min_border_right":null,"lod_factor":10,"lod_threshold":2000,"lod_interval":300,"lod_timeout":500,"output_backend":"canvas","hidpi":true,"match_aspect":false,"aspect_scale":1,"reset_policy":"standard"},"view":["inner_width","inner_height","outer_width","outer_height"]},
"Widget":{"base":"LayoutDOM","defaults":{"margin":5}},
"ButtonLike":{"base":null,"defaults":{"name":null,"tags":[],"js_property_callbacks":{},"js_event_callbacks":{},"subscribed_events":{"$set":[]},"open_fields":{"$set":[]},"syncable":true,"button_type":"default"}},
"AbstractButton":{"base":"Widget","defaults":{"button_type":"default","label":"Button"}},
"Button":{"base":"AbstractButton","defaults":{}},
"Toggle":{"base":"AbstractButton","defaults":{"label":"Toggle","active":false},"writable":["active"]},
"AbstractSlider":{"base":"Widget","defaults":{"width":300,"orientation":"horizontal","title":"","show_value":true,"direction":"ltr","tooltips":true,"bar_color":"#e6e6e6"}},
"NumericalSlider":{"base":"AbstractSlider","defaults":{"format":""}},
"Slider":{"base":"NumericalSlider","defaults":{"format":"0[.]00","value_throttled":null,"step":1},"writable":["value","value_throttled"]},
"InputWidget":{"base":"Widget","defaults":{"title":"","description":null}},
"Select":{"base":"InputWidget","defaults":{"options":[],"value":""},"writable":["value"]},
"TextLikeInput":{"base":"InputWidget","defaults":{"value":"","value_input":"","placeholder":"","max_length":null},"writable":["value","value_input"]},
"TextInput":{"base":"TextLikeInput","defaults":{"prefix":null,"suffix":null}},
"AbstractGroup":{"base":"Widget","defaults":{"labels":[]}},
"ToggleInputGroup":{"base":"AbstractGroup","defaults":{"inline":false}},
"CheckboxGroup":{"base":"ToggleInputGroup","defaults":{"active":[]},"writable":["active"]},
"ToggleButtonGroup":{"base":"AbstractGroup","defaults":{"button_type":"default","orientation":"horizontal"}},
"RadioButtonGroup":{"base":"ToggleButtonGroup","defaults":{"active":null},"writable":["active"]},
"Markup":{"base":"Widget","defaults":{"text":""}},
"Div":{"base":"Markup","defaults":{"render_as_text":false}},
"Figure":{"base":"Plot","defaults":{}}
}`) as Record<string, { base: string | null; defaults: Record<string, unknown>; writable?: string[]; view?: string[] }>
