"""For tests/ and notebooks/ alike: the data that the tests use, and stored outputs that are compared for certain."""

pytest_plugins = ("tests.real_data", "tests.stored_outputs", "tests.widget_tools")
