"""The gold ledgers of the running stories."""
