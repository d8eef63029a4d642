"""Facts: read-only access to the compiled resources."""
