"""The pages that people work at."""
