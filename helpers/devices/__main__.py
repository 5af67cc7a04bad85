"""``python -m helpers.devices``: the doctor's report where no notebook opens; exit code 1 with a problem."""

import io
import sys

from helpers.devices import doctor

report = doctor()
if isinstance(sys.stdout, io.TextIOWrapper):
    sys.stdout.reconfigure(errors="replace")  # a Windows pipe has no →
print(report)
sys.exit(1 if report.problems else 0)
