"""Tests. A package, so that no other package called tests can stand before it."""
