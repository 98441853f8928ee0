/** Everything about tools, loaded once a picture is there. */
export { entries_of } from "./entries"
export { Interaction } from "./interaction"
export { ToolbarView } from "./toolbar"
