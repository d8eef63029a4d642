"""How a store comes from each format to the next; one module in `versions` a step, run by `keeping.upgrading`."""
