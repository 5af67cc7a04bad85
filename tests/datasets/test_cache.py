"""Files kept here: damaged, in the way, on a full or a locked disk, written by two at once."""

import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from helpers.datasets import DataSet, RemoteFile, places

LOADER = """
import hashlib, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell that runs tests in the background ignores it
from helpers.datasets import DataSet, RemoteFile
url, sha256, size = sys.argv[1:]
thing = DataSet("thing", "Thing", (RemoteFile("thing.bin", url, sha256, int(size)),),
                read=lambda paths: paths[0].read_bytes(), practice=lambda rng: b"")
print("ready", flush=True)
found = thing.load_data()
print(thing.source, hashlib.sha256(found).hexdigest() == sha256)
"""


def start_loader(thing, **options):
    file = thing.files[0]
    command = [sys.executable, "-c", LOADER, file.url, file.sha256, str(file.size)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


@pytest.fixture
def damaged(thing, cache, capsys):
    """The kept copy with one bit changed."""
    thing.load_data()
    path = cache / "box" / "thing.bin"
    found = bytearray(path.read_bytes())
    found[1234] ^= 1
    path.write_bytes(found)
    return path


def test_a_changed_byte_is_found_and_the_file_replaced(thing, damaged, content, capsys):
    assert thing.cached()
    assert thing.load_data() == [content]
    assert damaged.read_bytes() == content
    assert capsys.readouterr().out == "The kept copy of box/thing.bin was damaged; it has been downloaded again.\n"


def test_a_damaged_file_is_not_used_when_no_other_comes(thing, damaged, server, capsys):
    server.plan = ["404"]
    thing.load_data()
    assert thing.source == "practice"
    assert capsys.readouterr().out.startswith(
        "The kept copy of box/thing.bin is damaged and could not be replaced. 127.0.0.1 answered 404"
    )


def test_a_half_file_is_not_taken_for_whole(thing, cache, content):
    (cache / "box").mkdir(parents=True)
    (cache / "box" / "thing.bin").write_bytes(content[:1000])
    assert not thing.cached()
    assert thing.load_data() == [content]


def test_nothing_is_unpickled_before_its_hash_is_right(server, tmp_path):
    class Trap:
        def __reduce__(self):
            return (Path.touch, (tmp_path / "sprung",))

    server.content = pickle.dumps(Trap())
    file = RemoteFile("trap.pkl", f"{server.url}/trap.pkl", "0" * 64, len(server.content))
    trap = DataSet("trap", "Trap", (file,), lambda paths: pickle.loads(paths[0].read_bytes()), lambda rng: None)
    trap.load_data()
    assert trap.source == "practice"
    assert not (tmp_path / "sprung").exists()


def test_a_file_instead_of_the_cache_folder_is_left_alone(thing, cache, content, capsys):
    cache.parent.write_text("in the way")
    assert thing.load_data() == [content]
    assert thing.load_data() == [content]
    assert thing.cached()
    assert capsys.readouterr().out == f"{cache} cannot be written; box/thing.bin is kept for this session only.\n"


def test_a_folder_instead_of_the_file_gives_practice_data(thing, cache, capsys):
    (cache / "box" / "thing.bin").mkdir(parents=True)
    thing.load_data()
    assert thing.source == "practice"
    assert "could not be written" in capsys.readouterr().out


def test_the_session_folder_goes_with_the_process(tmp_path):
    code = "from helpers.datasets.places import session_folder; print(session_folder())"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    assert made
    assert not Path(made).exists()


def test_a_good_file_in_a_locked_cache_is_used_silently(thing, server, content, mounted, monkeypatch, capsys):
    home = mounted("1m")
    monkeypatch.setenv("KERAS_HOME", str(home))
    thing.load_data()
    subprocess.run(["mount", "-o", "remount,ro", str(home)], check=True)
    assert thing.load_data() == [content]
    assert len(server.asked) == 1
    assert capsys.readouterr().out == ""


def test_beside_a_locked_cache_the_file_is_kept_for_the_session(thing, content, mounted, monkeypatch, capsys):
    home = mounted("1m")
    subprocess.run(["mount", "-o", "remount,ro", str(home)], check=True)
    monkeypatch.setenv("KERAS_HOME", str(home))
    assert thing.load_data() == [content]
    assert "is kept for this session only." in capsys.readouterr().out


def test_a_full_disk_gives_practice_data_and_leaves_nothing(thing, mounted, monkeypatch, capsys):
    home = mounted("128k")
    monkeypatch.setenv("KERAS_HOME", str(home))
    thing.load_data()
    assert thing.source == "practice"
    assert capsys.readouterr().out.startswith("No room on the disk for box/thing.bin (0.3 MB): practice data")
    assert [path for path in home.rglob("*") if path.is_file()] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limit on the size of files")
def test_a_file_that_may_not_grow_gives_practice_data(thing, cache):
    import resource

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    process = start_loader(thing, preexec_fn=limit)
    out, err = process.communicate(timeout=60)
    assert "thing.bin could not be written" in out
    assert "practice False" in out
    assert err == ""


def test_two_processes_at_once_leave_one_whole_file(thing, server, cache, content):
    server.plan = ["slow"]
    processes = [start_loader(thing) for _ in range(2)]
    results = [process.communicate(timeout=60) for process in processes]
    assert [out for out, _ in results] == ["ready\nreal True\n"] * 2
    assert all("100%" in err and "Error" not in err for _, err in results), "after a moment the progress shows"
    assert len(server.asked) == 2, "the second must have begun before the first was done"
    assert [path.name for path in cache.iterdir()] == ["thing.bin"]
    assert (cache / "thing.bin").read_bytes() == content


@pytest.mark.skipif(sys.platform == "win32", reason="a signal to a child means something else on Windows")
def test_stopping_leaves_no_part_file(thing, server, cache):
    server.plan = ["slow"]
    process = start_loader(thing)
    wait_for(lambda: list(cache.glob("*.part")) and server.asked)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert "KeyboardInterrupt" in err
    assert list(cache.iterdir()) == []


def test_part_files_of_killed_processes_are_swept_away(thing, cache):
    (cache / "box").mkdir(parents=True)
    old, young = (cache / "box" / f"thing.bin.{name}.part" for name in ("old", "young"))
    old.touch()
    young.touch()
    os.utime(old, (0, 0))
    thing.load_data()
    assert not old.exists()
    assert young.exists()
    young.unlink()


def test_the_folder_is_the_one_of_keras(monkeypatch, tmp_path):
    monkeypatch.delenv("KERAS_HOME")
    assert places.home() == Path.home() / ".keras" / "datasets"


def wait_for(condition, seconds=20):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)
