"""Memory that is really free: of the machine, and of the container that this runs in (Binder allows 2 GB)."""

import re
from collections.abc import Iterator
from pathlib import Path

CGROUPS = Path("/sys/fs/cgroup")
# Versions of the kernel's interface: folder below CGROUPS, limit, use, and the part of the use that is cache.
INTERFACES = (
    ("", "memory.max", "memory.current", "inactive_file"),
    ("unified", "memory.max", "memory.current", "inactive_file"),
    ("memory", "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
)


def free_memory() -> int:
    """Return how many bytes this process may still take before the system or its container stops it."""
    import psutil

    return min([psutil.virtual_memory().available, *container_rooms()])


def container_rooms(cgroups: Path = CGROUPS, own: Path = Path("/proc/self/cgroup")) -> list[int]:
    """Return the bytes left under each limit that holds for this process; none outside a container."""
    rooms = []
    for folder, limit, use, cache in INTERFACES:
        for group in _groups(cgroups / folder, own):
            try:
                room = int((group / limit).read_text()) - int((group / use).read_text())
                room += _stat(group / "memory.stat", cache)
            except (OSError, ValueError):  # not this interface, or "max": no limit
                continue
            rooms.append(max(room, 0))
    return rooms


def _groups(root: Path, own: Path) -> Iterator[Path]:
    """Yield the folders of this process' group and of those above it, each once."""
    try:
        lines = [line.split(":", 2) for line in own.read_text().splitlines() if line.count(":") > 1]
    except OSError:
        lines = []
    # number:controllers:path, where version 2 has the number 0 and no controllers
    paths = [path for number, controllers, path in lines if number == "0" or "memory" in controllers.split(",")]
    groups = [root]
    for path in paths:
        group = root / path.strip("/")
        groups += [group, *(above for above in group.parents if root in above.parents)]
    yield from dict.fromkeys(groups)


def _stat(path: Path, key: str) -> int:
    """Return one number of a memory.stat file; 0 where it has none."""
    try:
        found = re.search(rf"^{key} (\d+)$", path.read_text(), re.MULTILINE)
    except OSError:
        return 0
    return int(found[1]) if found else 0
