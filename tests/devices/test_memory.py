"""Free memory: the machine's, or less where a container says so."""

import psutil
import pytest

from helpers.devices.memory import container_rooms, free_memory

GB = 10**9


@pytest.fixture
def groups(tmp_path):
    """A function that writes a group's files below a stand-in for /sys/fs/cgroup."""

    def write(folder="", **files):
        place = tmp_path / "cgroup" / folder
        place.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (place / name.replace("__", ".")).write_text(f"{text}\n")
        return tmp_path / "cgroup"

    return write


def own(tmp_path, text):
    path = tmp_path / "own"
    path.write_text(text)
    return path


def test_version_2_counts_cache_as_free(groups, tmp_path):
    stat = f"anon {GB}\ninactive_file {GB // 5}\n"
    root = groups(memory__max=2 * GB, memory__current=3 * GB // 2, memory__stat=stat)
    assert container_rooms(root, own(tmp_path, "0::/\n")) == [7 * GB // 10]


def test_version_2_without_a_limit(groups, tmp_path):
    root = groups("user.slice", memory__max="max", memory__current=GB)
    assert container_rooms(root, own(tmp_path, "0::/user.slice\n")) == []


def test_the_groups_above_count_too(groups, tmp_path):
    groups("pods/one", memory__max="max", memory__current=GB)
    root = groups("pods", memory__max=2 * GB, memory__current=GB)
    assert container_rooms(root, own(tmp_path, "0::/pods/one\n")) == [GB]


def test_version_1_counts_cache_as_free(groups, tmp_path):
    stat = f"cache 5\ntotal_inactive_file {GB // 2}\n"
    files = {"memory__limit_in_bytes": 2 * GB, "memory__usage_in_bytes": GB, "memory__stat": stat}
    root = groups("memory/docker/abc", **files)
    assert container_rooms(root, own(tmp_path, "7:cpu:/else\n4:memory:/docker/abc\n0::/\n")) == [3 * GB // 2]


def test_version_1_where_the_path_is_the_hosts(groups, tmp_path):
    root = groups("memory", memory__limit_in_bytes=2 * GB, memory__usage_in_bytes=GB)
    assert container_rooms(root, own(tmp_path, "4:memory:/docker/abc\n")) == [GB]


def test_used_up_is_nothing_not_less(groups, tmp_path):
    root = groups(memory__max=GB, memory__current=2 * GB)
    assert container_rooms(root, own(tmp_path, "0::/\n")) == [0]


@pytest.mark.parametrize("text", ["", "nonsense", "-"])
def test_files_that_cannot_be_read_are_no_limit(groups, tmp_path, text):
    root = groups(memory__max=text, memory__current=text, memory__stat=text)
    assert container_rooms(root, own(tmp_path, f"{text}\n0::/\n")) == []


def test_without_groups_there_is_no_limit(tmp_path):
    assert container_rooms(tmp_path / "none", tmp_path / "none") == []


def test_free_memory_here_lies_within_the_machines():
    assert 0 < free_memory() <= psutil.virtual_memory().total
