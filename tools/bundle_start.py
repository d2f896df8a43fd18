"""What must be put right before the program starts from a bundle? What it passes on to others.

The bundle's own libraries are found by a variable, which a browser that it opens must not see.
"""

import os

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if before:
    os.environ["LD_LIBRARY_PATH"] = before
