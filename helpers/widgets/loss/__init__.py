"""Losses and their slopes."""
