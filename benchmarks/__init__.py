"""What is measured on development data, and how: see README.md."""
