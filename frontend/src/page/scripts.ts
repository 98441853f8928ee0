import type { Scope, ScriptRunner } from "../store/customjs"

type Compiled = (...values: unknown[]) => unknown

/** Where scripts that this page adds leave their functions: `window.asgiplots.customjs`. */
export type Registry = Record<string, Compiled | undefined>

const CONTEXT = ["cb_obj", "cb_data", "cb_context"]
const REGISTRY = "window.asgiplots.customjs"

/**
 * Code becomes a function through a script element that carries the page's nonce: it runs under a
 * Content-Security-Policy of `script-src 'self' 'nonce-…'`, which forbids eval.
 */
export class Scripts {
  private readonly compiled = new Map<string, { text: string; result: Promise<Compiled> | Compiled }>()
  private made = 0

  constructor(private readonly registry: Registry) {}

  readonly run: ScriptRunner = ({ id, code, is_module }, scope) => {
    const names = Object.keys(scope.args)
    const text = `${names.join()}\n${code}`
    let known = this.compiled.get(id)
    if (known?.text !== text) {
      known = { text, result: is_module ? this.compile_module(code) : this.compile_body(names, code) }
      this.compiled.set(id, known)
    }
    const call = (compiled: Compiled): unknown =>
      is_module
        ? compiled(scope.args, scope.cb_obj, scope.cb_data, {})
        : compiled.call(scope.cb_obj, ...Object.values(scope.args), ...context_of(scope))
    return typeof known.result === "function" ? call(known.result) : known.result.then(call)
  }

  private compile_body(names: string[], code: string): Compiled {
    const key = this.next_key()
    this.inject(body_text(key, names, code), "text/javascript")
    const compiled = this.registry[key]
    delete this.registry[key]
    if (compiled === undefined) throw new SyntaxError("the code did not compile, the message above says why")
    return compiled
  }

  /** A module runs later: its default export arrives by being set. */
  private compile_module(code: string): Promise<Compiled> {
    const key = this.next_key()
    const arrived = new Promise<Compiled>((resolve) => {
      Object.defineProperty(this.registry, key, { configurable: true, set: resolve })
    })
    this.inject(module_text(key, code), "module")
    return arrived
  }

  private inject(text: string, type: string): void {
    const element = document.createElement("script")
    element.type = type
    element.nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? ""
    element.textContent = text
    document.head.append(element)
    element.remove()
  }

  private next_key(): string {
    return `s${++this.made}`
  }
}

function context_of(scope: Scope): unknown[] {
  return [scope.cb_obj, scope.cb_data, {}]
}

/** A script that registers the code as the body of a function; `await` makes it an async one. */
export function body_text(key: string, names: string[], code: string): string {
  const kind = /\bawait\b/.test(code) ? "async function" : "function"
  return `${REGISTRY}[${JSON.stringify(key)}] = ${kind} (${[...names, ...CONTEXT].join(", ")}) {\n${code}\n}`
}

/** A module that registers its own default export. */
export function module_text(key: string, code: string): string {
  return code.replace(/\bexport\s+default\b/, () => `${REGISTRY}[${JSON.stringify(key)}] =`)
}
