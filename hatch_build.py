"""Compiles the readers where HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 asks for it: the same modules through mypyc and the C
compiler, a wheel for this machine's Python, the same answers faster. Without it the wheel is plain Python."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILED = ("isnad/read", "isnad/text")
LEFT = ("__init__.py", "value.py")  # what is made by msgspec's metaclass stays with Python

SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup

paths = ["--ignore-missing-imports", *sys.argv.pop().split()]
setup(name="isnad", packages=[], ext_modules=mypycify(paths, opt_level="1", debug_level="0", multi_file=True))
"""


class CompiledReaders(BuildHookInterface):  # type: ignore[type-arg]
    """Adds to a wheel the compiled module beside each module of COMPILED; the Python source stays readable there."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile in a folder apart, so that none of it is left in the source."""
        if version == "editable":
            return
        self._apart = TemporaryDirectory()
        source = Path(self._apart.name) / "src"
        shutil.copytree(Path(self.root, "src"), source, ignore=shutil.ignore_patterns("*.so", "*.pyd", "__pycache__"))
        (source / "setup.py").write_text(SETUP, encoding="utf-8")
        modules = [p for folder in COMPILED for p in sorted((source / folder).rglob("*.py")) if p.name not in LEFT]
        names = " ".join(p.relative_to(source).as_posix() for p in modules)
        subprocess.run([sys.executable, "setup.py", "--quiet", "build_ext", "--inplace", names], cwd=source, check=True)
        built = [p for end in (".so", ".pyd") for p in (*source.glob(f"*{end}"), *(source / "isnad").rglob(f"*{end}"))]
        build_data["force_include"].update({str(p): p.relative_to(source).as_posix() for p in built})
        build_data.update(pure_python=False, infer_tag=True)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take away what was compiled apart."""
        if version != "editable":
            self._apart.cleanup()
