"""A project of its own with two small chapters, for what builds, checks and previews."""

from pathlib import Path

import pytest

from tools import build, chapter, check, notebook, preview

GOOD = """# %% [markdown] lang="en"
# # 01. One
# Then [two](02_two.ipynb) and [none](77_none.ipynb).

# %% [markdown] lang="ko"
# # 01. 하나
# 그다음 [둘](02_two.ipynb), [없음](77_none.ipynb).

# %% tags=["setup"]
import os

# %% tags=["real-data"]
print(os.environ["WATCH_IT_LEARN_DATA"], "≈ 3")

# %%
print("same", "≈ 3")
"""


class House:
    """The project's folder, and the first chapter, to edit."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.chapter = root / "chapters" / "01_one.py"

    def __truediv__(self, name: str) -> Path:
        return self.root / name

    def edit(self, before: str, after: str) -> None:
        """Replace a text of the first chapter that must be there."""
        text = self.chapter.read_text(encoding="utf-8")
        assert before in text
        self.chapter.write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture
def house(tmp_path, monkeypatch):
    (tmp_path / "chapters").mkdir()
    house = House(tmp_path)
    house.chapter.write_text(GOOD, encoding="utf-8")
    (tmp_path / "chapters" / "02_two.py").write_text(GOOD.replace("01.", "02."), encoding="utf-8")
    pyproject = '[project]\nversion = "1.2.3"\n[project.urls]\nRepository = "https://github.com/some/where"\n'
    (tmp_path / "pyproject.toml").write_text(pyproject, encoding="utf-8")
    (tmp_path / "README.md").write_text("see github.com/some/where", encoding="utf-8")
    for module in (build, chapter, check, notebook, preview):
        monkeypatch.setattr(module, "ROOT", tmp_path)
    for module in (chapter, check, notebook):
        monkeypatch.setattr(module, "NOTEBOOKS", tmp_path / "notebooks")
    for module in (chapter, preview):
        monkeypatch.setattr(module, "CHAPTERS", tmp_path / "chapters")
    return house
