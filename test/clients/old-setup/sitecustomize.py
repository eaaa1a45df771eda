"""Lets fever-scorer be built: its setup.py says `license=license`, which is a name that the interpreter gives to something else."""

import builtins

builtins.license = "Apache-2.0"
