import type { ModelBase } from "../generated/models"

export type Changes = Map<ModelBase, Set<string>>
export interface Document {
  roots(): ModelBase[]
  get_model_by_id(id: string): ModelBase | null
  send_event(name: string, model: ModelBase | null, values?: Record<string, unknown>): void
  on_commit(listener: (changes: Changes) => void): () => void
  create(kind: string, fields?: Record<string, unknown>): ModelBase
}
