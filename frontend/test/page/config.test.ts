// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { base64_bytes, page_configs, socket_url } from "../../src/page/config"

test.each([
  ["ws", "https://host/apps/wave", "wss://host/apps/ws"],
  ["wave/ws", "http://host:5006/wave?x=1#top", "ws://host:5006/wave/ws"],
  ["../site/wave/ws?t=1", "http://host/site/wave", "ws://host/site/wave/ws?t=1"],
])("%s in %s is %s", (relative, base, url) => {
  expect(socket_url(relative, base)).toBe(url)
})

test("each configuration of the page is read once", () => {
  document.body.innerHTML = `
    <script type="application/json" id="asgiplots">{"ws": "a/ws"}</script>
    <script type="application/json" data-asgiplots>{"frame": "AAA="}</script>
    <script type="application/json">{"other": 1}</script>`
  expect(page_configs(document).map(([config]) => config)).toEqual([{ ws: "a/ws" }, { frame: "AAA=" }])
  expect(page_configs(document)).toEqual([])
})

test("base64 becomes bytes", () => {
  expect(new Uint8Array(base64_bytes("AQL/"))).toEqual(Uint8Array.of(1, 2, 255))
})
