"""What the record must say of one real report, and of a dozen like it with every name, date and figure exchanged."""
