/** Which figure's interaction a tool is alive on, so that a toolbar shared by several figures reaches all of them. */
import type { Tool } from "../generated/models"
import { Signal } from "../store/signal"

export interface ToolOwner {
  readonly actives: { is_active(tool: Tool): boolean; set(tool: Tool, on: boolean): void }
  run(tool: Tool): void
}

const owners = new WeakMap<Tool, ToolOwner>()
/** A tool came alive. */
export const owners_change = new Signal()

export function register(tool: Tool, owner: ToolOwner): void {
  owners.set(tool, owner)
  owners_change.emit()
}

export const unregister = (tool: Tool): void => void owners.delete(tool)
export const owner_of = (tool: Tool): ToolOwner | undefined => owners.get(tool)
