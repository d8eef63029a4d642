"""What holds for every test: hypothesis judges results, not the speed of a shared machine."""

from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("house")
