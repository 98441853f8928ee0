"""From a folder, file or function to a fresh document."""
