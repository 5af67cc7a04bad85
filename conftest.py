"""For tests/ and notebooks/ alike: the data that the tests use, and stored outputs that are compared for certain."""

from hypothesis import settings

pytest_plugins = ("tests.real_data", "tests.stored_outputs", "tests.widget_tools")

# No example fails because the machine was busy for a fifth of a second.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
