"""The gold ledgers of the two running stories."""
