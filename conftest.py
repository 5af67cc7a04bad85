"""For tests/ and notebooks/ alike: the two lanes, the data that is used, stored outputs compared for certain."""

import pytest
from hypothesis import settings

pytest.register_assert_rewrite("tests.widgets")  # right.py beside the tests of each widget says what was wrong, too

pytest_plugins = (
    "tests.lanes",
    "tests.real_data",
    "tests.stored_outputs",
    "tests.korean_cells",
    "tests.keras_types",
    "tests.widget_tools",
)

# No example fails because the machine was busy for a fifth of a second.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
