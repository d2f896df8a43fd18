"""The programs here are run, not imported."""

collect_ignore = ["python"]
