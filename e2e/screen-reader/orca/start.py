"""Starts Orca. Arguments: its folder of preferences.

Not by /usr/bin/orca, which refuses to start where another Orca of the same user runs: each test has
a desktop of its own."""

import ctypes
import sys

PR_SET_NAME = 15
ctypes.CDLL("libc.so.6").prctl(PR_SET_NAME, b"orca-test", 0, 0, 0)
sys.argv[0] = "orca"
preferences = sys.argv[1]

from orca import orca  # noqa: E402

orca.getSettingsManager().activate(preferences, {})
sys.path.insert(0, preferences)
sys.exit(orca.main())
