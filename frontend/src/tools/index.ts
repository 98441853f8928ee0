/** Everything about tools, and a figure in words: loaded once a picture is there. */
export { summarize } from "../painters/summary"
export { entries_of } from "./entries"
export { Interaction } from "./interaction"
export { ToolbarView } from "./toolbar"
