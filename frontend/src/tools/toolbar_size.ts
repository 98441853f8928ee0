/** Room for the toolbar of a figure, known before the tools themselves are loaded. */
import type { Figure, Tool, Toolbar } from "../generated/models"
import type { Model } from "../store/model"

const SIZE = 34

/** px that the toolbar of a figure takes beside its frame; 0 without one. */
export function toolbar_size({ toolbar_location, toolbar }: Pick<Figure, "toolbar_location" | "toolbar">): number {
  return toolbar_location !== null && has_buttons(toolbar) ? SIZE : 0
}

const has_buttons = ({ visible, tools }: Toolbar): boolean => visible && tools.some((tool) => tool.visible && is_known(tool))

/** False for a kind of an app's own. */
const is_known = (tool: Tool): boolean => !(tool as unknown as Model).facts.is_custom
