/** A page of one document whose views hear of changes as main.ts has it. */
import type { ModelBase, ModelByKind } from "../../src/generated/models"
import { Document } from "../../src/store/document"
import "../../src/scales/tick_format"
import { fetch_all } from "../../src/store/parts"
import { BUILDERS, type Page, type View } from "../../src/widgets"

await fetch_all()

export function make_page() {
  const pending: (() => void)[] = []
  const doc = new Document((run) => void pending.push(run))
  const events: [string, string | null, Record<string, unknown>][] = []
  const writes: [string, string, unknown][] = []
  doc.uplink = { write: (list) => writes.push(...list), event: (name, model, values) => events.push([name, model, values]) }
  const views = new Map<ModelBase, View>()
  const table = BUILDERS as unknown as Record<string, (model: ModelBase, page: Page) => View>
  const page: Page = {
    document: doc,
    build(model) {
      const view = table[model.type](model, page)
      views.set(model, view)
      return view
    },
  }
  doc.on_commit((changes) => { for (const [model, fields] of changes) views.get(model as ModelBase)?.update(fields) })
  let made = 0
  const model = <K extends keyof ModelByKind>(kind: K, fields: Record<string, unknown> = {}): ModelByKind[K] => {
    const one = doc.add_model(`m${++made}`, kind)
    for (const [field, value] of Object.entries(fields)) one.put(field, value)
    return one as unknown as ModelByKind[K]
  }
  /** Builds a model into the page and returns both. */
  const show = <K extends keyof ModelByKind>(kind: K, fields: Record<string, unknown> = {}) => {
    const one = model(kind, fields)
    const { el } = page.build(one as unknown as ModelBase)
    document.body.append(el)
    return { model: one, el }
  }
  const commit = (): void => pending.splice(0).forEach((run) => run())
  const written = async (): Promise<[string, unknown][]> => {
    await Promise.resolve()
    return writes.map(([, field, value]) => [field, value])
  }
  return { document: doc, page, model, show, commit, events, written }
}

export const find = <E extends Element = HTMLElement>(el: HTMLElement, selector: string): E => el.querySelector<E>(selector)!
export const input = (el: HTMLInputElement, value: string, ...names: string[]): void => {
  el.value = value
  for (const name of names) el.dispatchEvent(new Event(name, { bubbles: true }))
}
export const press = (el: HTMLElement, key: string): boolean => el.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }))
