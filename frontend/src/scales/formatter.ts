// Tick formatters as models, and what makes labels of them.
export interface FormatterLike {
  readonly type: string
}

export type Labels = (formatter: FormatterLike, ticks: readonly number[]) => string[]

/** Type tags decide which options a formatter has, as in the generated models. */
export const options_of = <T>(formatter: FormatterLike): T => formatter as unknown as T
