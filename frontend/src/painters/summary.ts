// A figure in one sentence, for people who do not see it.
import type { Axis, Figure } from "../generated/models"
import { basic } from "../scales/format"
import type { PlacedAxis } from "./axis"
import type { Items } from "./panels"
import { SIDES, type Structure } from "./structure"

const NAMES: Record<string, string> = { VBar: "bars", HBar: "bars", Scatter: "points", Circle: "circles", Line: "line", Text: "texts", Image: "image" }

function drawn(structure: Structure): string {
  const counts = new Map<string, number>()
  for (const { model } of structure.renderers) {
    const name = NAMES[model.glyph.type] ?? model.glyph.type.toLowerCase()
    if (model.visible) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => (count > 1 ? `${count} × ${name}` : name)).join(", ")
}

function axis_words({ axis, plan, scale, side }: PlacedAxis): string {
  const name = (axis as Axis).axis_label ?? ""
  const labels = plan.labels.map(({ block }) => block.source.replaceAll("\n", " "))
  const ends = labels.length > 1 ? [labels[0], labels[labels.length - 1]] : scale.domain.map(basic)
  return `${side === "above" || side === "below" ? "x" : "y"} axis${name === "" ? "" : ` ${name}`} from ${ends[0]} to ${ends[1]}`
}

/** "Plot “title”: 2 × line; x axis time from 0 to 10; y axis from −1 to 1." */
export function summarize(figure: Figure, structure: Structure, items: Items): string {
  const title = figure.title?.text ?? ""
  const axes = SIDES.flatMap((side) => items[side]).flatMap(({ axis }) => (axis === undefined ? [] : [axis_words(axis)]))
  return `Plot${title === "" ? "" : ` “${title}”`}: ${[drawn(structure) || "empty", ...axes].join("; ")}.`
}
