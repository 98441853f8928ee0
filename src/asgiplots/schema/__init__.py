"""Models, field types and coercion, observable containers, and the TypeScript emitter."""
