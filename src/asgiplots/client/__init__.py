"""The same protocol from Python: push, pull, and a headless client."""
