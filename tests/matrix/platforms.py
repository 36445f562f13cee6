"""platforms.py PACKAGES DOTNET JAVA: the packages are for this platform, by its names in .NET and in Java, and for no other."""
import re
import sys
from pathlib import Path
from zipfile import ZipFile

# Where a package says for which platform a file in it is.
PLACES = {"*.nupkg": r"(?:runtimes|sbom)/([^/.]+)", "maven/**/*.jar": r"(?:.*/native/|META-INF/sbom/.*?-)([a-z]+-\w+)[/.]"}


def platforms(packages, pattern):
    names = [name for package in packages.glob(pattern) for name in ZipFile(package).namelist()]
    return {match[1] for name in names if (match := re.match(PLACES[pattern], name))}


packages, *expected = Path(sys.argv[1]), *sys.argv[2:]
found = [platforms(packages, pattern) for pattern in PLACES]
if found != [{name} for name in expected]:
    sys.exit(f"the packages are for {found}, not for {expected}")
