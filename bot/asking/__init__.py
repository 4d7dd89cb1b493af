"""Asking as every chat surface does it: one place for threads, limits, memory and metrics."""
