"""The language that `find`, `claims` and `export` are asked in (docs/find.md): read into a tree, run by a database or in plain Python."""
