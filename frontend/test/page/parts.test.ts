// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest"
import type { Div, LayoutDOM } from "../../src/generated/models"
import { Frames } from "../../src/page/frames"
import { type Builders, Views } from "../../src/page/views"
import type { Frame } from "../../src/protocol/frame"
import { Document } from "../../src/store/document"
import { declare_part } from "../../src/store/parts"
import { BUILDERS } from "../../src/widgets"
import { BoxView } from "../../src/widgets/view"

let arrive: () => void

/** Has the part come when the test says so. */
const withhold = (name: "boxes" | "widgets"): void => {
  const coming = new Promise<void>((done) => (arrive = done))
  declare_part(name, () => coming)
}
const settled = (): Promise<void> => new Promise((done) => setTimeout(done))

class LateDiv extends BoxView<Div> {}

beforeEach(() => (document.body.innerHTML = ""))

test("a frame waits for the code of its kinds, and all later ones for it", async () => {
  withhold("boxes")
  const applied: number[] = []
  const frames = new Frames(({ revision }) => applied.push(revision))
  const frame = (kind: string, head: unknown, revision: number): Frame => ({ kind, head, revision }) as Frame
  frames.take(frame("snapshot", { models: [["1", "Line", {}]] }, 1))
  frames.take(frame("patch", [["add", [["2", "VBar", {}]]]], 2))
  frames.take(frame("patch", [["set", "1", {}]], 3))
  expect(applied).toEqual([1])
  arrive()
  await settled()
  expect(applied).toEqual([1, 2, 3])
})

test("a view whose code comes late stands, and is as large, as if it had been there", async () => {
  withhold("widgets")
  const builders: Builders = { ...(BUILDERS as Builders), Div: (model: Div) => new LateDiv(model, "late") }
  const page = new Document(() => undefined)
  const views = new Views(page, builders, "")
  const child = (kind: string): LayoutDOM => page.create(kind, { width_policy: "max" }) as unknown as LayoutDOM
  const column = page.create("Column", { children: [child("Spacer"), child("Div"), child("Spacer")] })
  const { el } = views.build(column)
  document.body.append(el)
  expect([...el.children].map(({ className }) => className)).toEqual(["ap-spacer", "", "ap-spacer"])
  arrive()
  await settled()
  expect([...el.children].map(({ className }) => className)).toEqual(["ap-spacer", "late", "ap-spacer"])
  const prompt = views.build(page.create("Column", { children: [child("Div")] })).el
  expect((el.children[1] as HTMLElement).style.cssText).toBe((prompt.children[0] as HTMLElement).style.cssText)
  column.set("children", [...(column.get("children") as unknown[])].reverse())
  page.commit()
  views.commit(new Map([[column, new Set(["children"])]]))
  expect([...el.children].map(({ className }) => className)).toEqual(["ap-spacer", "late", "ap-spacer"])
})
