"""The desk: web pages over a store for people, an HTTP API for programs."""
