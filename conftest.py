"""For tests/ and notebooks/ alike: the data that the tests use, and stored outputs that are compared for certain."""

import pytest
from hypothesis import settings

pytest.register_assert_rewrite("tests.widgets")  # right.py beside the tests of each widget says what was wrong, too

pytest_plugins = ("tests.real_data", "tests.stored_outputs", "tests.widget_tools")

# No example fails because the machine was busy for a fifth of a second.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
