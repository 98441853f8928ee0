import { expect, test } from "vitest"
import { body_text, module_text } from "../../src/page/scripts"

/** What a browser does with the text of a script element. */
function evaluate(text: string): (...values: unknown[]) => unknown {
  const window = { asgiplots: { customjs: {} as Record<string, (...values: unknown[]) => unknown> } }
  new Function("window", text)(window)
  return window.asgiplots.customjs.s1
}

test("a body sees its arguments by name, then cb_obj, cb_data and cb_context; `this` is cb_obj", () => {
  const compiled = evaluate(body_text("s1", ["a", "b"], "return [this.v, a, b, cb_obj.v, cb_data, cb_context]"))
  expect(compiled.call({ v: 7 }, 1, 2, { v: 7 }, "data", {})).toEqual([7, 1, 2, 7, "data", {}])
})

test("a body that ends in a comment is still a whole function", () => {
  expect(evaluate(body_text("s1", [], "return 1 // done"))()).toBe(1)
})

test("a body that awaits is async, any other runs at once", async () => {
  expect(evaluate(body_text("s1", [], "return 1"))()).toBe(1)
  await expect(evaluate(body_text("s1", [], "return await Promise.resolve(2)"))()).resolves.toBe(2)
})

test("a module's default export is registered", () => {
  const compiled = evaluate(module_text("s1", "const one = 1\nexport default (args, obj) => [one, args.x, obj]"))
  expect(compiled({ x: 2 }, 3)).toEqual([1, 2, 3])
})
