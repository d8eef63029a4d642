"""The command `onrecord`; one module a command. Nothing here decides what a report says."""

from onrecord.cli.main import main

__all__ = ["main"]
