"""Report to Marks: one encoder, one pass, many heads. It sees and scores; it decides nothing."""
