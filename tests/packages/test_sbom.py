"""Each package holds a bill of materials (CycloneDX), which names the native libraries that are in that package."""
import gzip
import hashlib
import json
import os
import re
import shutil
import tarfile
from zipfile import ZipFile

import pytest
from conftest import CSHARP_PACKAGE, JAVA_GROUP, LICENSE, NAME, PACKAGES, PYTHON_PACKAGE, VERSION, run

# Where the package is, what it is called where it is published, and how many native libraries it holds.
PATTERN, PURL, LIBRARIES = {
    "c": (f"{NAME}-{VERSION}-*.tar.gz", f"pkg:generic/{NAME}@{VERSION}", 2),
    "python": ("python/*.whl", f"pkg:pypi/{PYTHON_PACKAGE.lower().replace('_', '-')}@{VERSION}", 1),
    "java": (f"maven/**/{NAME}-{VERSION}.jar", f"pkg:maven/{JAVA_GROUP}/{NAME}@{VERSION}", 1),
    "csharp": (f"{CSHARP_PACKAGE}.{VERSION}.nupkg", f"pkg:nuget/{CSHARP_PACKAGE}@{VERSION}", 1),
}[os.environ["PACKAGE"]]


@pytest.fixture(scope="module")
def files():
    """What the package holds: names and contents, unpacked as the loader in the jar does."""
    [package] = PACKAGES.glob(PATTERN)
    if package.suffix == ".gz":
        with tarfile.open(package) as archive:
            return {entry.name: archive.extractfile(entry).read() for entry in archive if entry.isfile()}
    with ZipFile(package) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    return {name: gzip.decompress(content) if name.endswith(".gz") else content for name, content in contents.items()}


@pytest.fixture(scope="module")
def bill(files):
    [bill] = [json.loads(content) for name, content in files.items() if name.endswith(".cdx.json")]
    return bill


def test_names_the_package(bill):
    component = bill["metadata"]["component"]
    assert component["purl"] == PURL and component["version"] == VERSION
    assert component["name"] in (NAME, PYTHON_PACKAGE, CSHARP_PACKAGE)
    assert component["licenses"] == [{"license": {"id": LICENSE}}]


def test_has_the_checksum_of_every_native_library_that_is_shipped(files, bill):
    shipped = {name.rpartition("/")[2].removesuffix(".gz"): hashlib.sha256(content).hexdigest()
               for name, content in files.items() if content.startswith((b"\x7fELF", b"!<arch>\n"))}
    listed = [part for part in bill["components"] if part["type"] == "file"]
    assert {part["name"]: part["hashes"][0]["content"] for part in listed} == shipped
    assert [part["hashes"][0]["alg"] for part in listed] == ["SHA-256"] * LIBRARIES


def test_names_swig_where_its_code_is_shipped(bill):
    versions = [part["version"] for part in bill["components"] if part["name"] == "SWIG"]
    assert len(versions) == (os.environ["PACKAGE"] != "c")
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions)


def test_holds_no_time_and_no_random_number(bill):
    assert "serialNumber" not in bill and "timestamp" not in bill["metadata"]


VALIDATE = """
const {Spec, Validation} = require("@cyclonedx/cyclonedx-library");
const text = require("fs").readFileSync("bill.json", "utf8");
new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text).then(error => console.log(JSON.stringify(error)));
"""


@pytest.fixture(scope="session")
def validator(place):
    """CycloneDX's own library, with the schema of version 1.6 and what it needs to validate JSON."""
    if not shutil.which("npm"):
        pytest.skip("needs npm")
    (place / "validate.js").write_text(VALIDATE)
    # NODE_EXTRA_CA_CERTS: the authorities that this machine trusts besides, if any
    run("npm", "install", "--legacy-peer-deps", "--no-audit", "--prefix", place, "@cyclonedx/cyclonedx-library@10.3.0",
        "ajv@8.17.1", "ajv-formats@3.0.1", "ajv-formats-draft2019@1.6.1", HOME=place, npm_config_cache=place / "npm",
        NODE_EXTRA_CA_CERTS=os.environ.get("NODE_EXTRA_CA_CERTS", ""))

    def validate(bill):
        (place / "bill.json").write_text(json.dumps(bill))
        return json.loads(run("node", "validate.js", cwd=place))
    return validate


@pytest.mark.slow
def test_is_valid(bill, validator):
    assert validator(bill) is None
    assert "name" in str(validator({**bill, "components": [{"type": "file"}]}))
