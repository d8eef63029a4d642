"""The HTTP API, version 1: for programs, described in OpenAPI 3.1 by the types it is made of."""
