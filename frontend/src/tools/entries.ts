/** From tools to buttons: one each, or one for all that mean the same. */
import type { Tool } from "../generated/models"
import { owner_of } from "./registry"
import { record_of } from "./table"
import type { Slot, ToolRecord } from "./tool"
import type { ToolEntry } from "./toolbar"

const ORDER: Record<Slot, number> = { drag: 0, scroll: 1, tap: 2, inspect: 3, action: 4 }

interface Group {
  tools: Tool[]
  record: ToolRecord<Tool>
}

function entry_of({ tools, record }: Group): ToolEntry {
  const [first] = tools
  const is_active = (): boolean => tools.some((tool) => owner_of(tool)?.actives.is_active(tool) === true)
  return {
    tools, slot: record.slot, icon: record.icon(first), label: first.description ?? record.label(first), is_active,
    press() {
      const on = !is_active()
      for (const tool of tools) {
        if (record.slot === "action") owner_of(tool)?.run(tool)
        else owner_of(tool)?.actives.set(tool, on)
      }
    },
  }
}

/** Tools of one figure: several hovers share a button. Tools of several figures: those of equal kind and name do. */
function key_of(tool: Tool, record: ToolRecord<Tool>, merged: boolean): string {
  if (merged) return `${tool.type} ${record.icon(tool)} ${tool.description ?? record.label(tool)}`
  return tool.type === "HoverTool" && tool.description === null ? tool.type : tool.id
}

/** The buttons of a toolbar, kinds together, in the order given within a kind. */
export function entries_of(tools: readonly Tool[], merged = false): ToolEntry[] {
  const groups = new Map<string, Group>()
  for (const tool of tools) {
    const record = record_of(tool)
    if (record === undefined || !tool.visible) continue
    const key = key_of(tool, record, merged)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { tools: [tool], record })
    else known.tools.push(tool)
  }
  return [...groups.values()].map(entry_of).sort((a, b) => ORDER[a.slot] - ORDER[b.slot])
}
