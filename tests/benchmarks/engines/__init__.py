"""Beside the engines that could be picked instead: `python -m tests.benchmarks.engines`."""
