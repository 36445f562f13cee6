"""What differs between the two projects: the names, the build, the packages, and how each is given a function."""
import os
from dataclasses import dataclass

PYTHON = os.environ.get("PYTHON", "/usr/bin/python3")


@dataclass
class Project:
    name: str
    sample: str  # the names that who copies it replaces, as a regular expression
    adapted: list  # (files, regular expression, replacement): without it, it cannot be built here
    triangle: dict  # file -> (lines, the text that they go before)
    widened: tuple  # the signature of triangle(), and the one that its header gets later
    build: list  # the commands that make the packages of all three languages
    again: list  # those that make them again after an edit
    packages: dict  # language -> where its packages are


OURS = Project(
    "ours",
    sample=r"(?i:square)|org\.example|example\.org|\bExample\b",
    adapted=[],
    triangle={
        "core/include/square.h": ("""/**
 * @brief Adds the numbers from 1 to a number.
 *
 * @param number The last of them.
 * @return Their sum.
 * @conly Or -1 when that does not fit in 32 bits.
 *
 * @fails The sum does not fit in 32 bits.
 */
SQUARE_API int32_t triangle(int32_t number);

""", "#ifdef __cplusplus\n}"),
        "core/src/square.c": ("""int32_t triangle(int32_t number) {
    const int64_t sum = (int64_t)number * ((int64_t)number + 1) / 2;
    return sizeof triangle(0) == 4 && sum > INT32_MAX ? -1 : sum;
}

""", "const char *square_version"),
        "swig/square.i": ("%negative_is_overflow(triangle, number)\n", "%index_of_first"),
        "bindings/python/square/_square.pyi": ("def triangle(number: SupportsIndex, /) -> int: ...\n", "def square_array"),
    },
    widened=("int32_t triangle(int32_t number)", "int64_t triangle(int32_t number)"),
    build=[["./dev", "package"]],
    again=[["cmake", "--build", "build/release", "--target", "packages"]],
    packages={"Python": "build/release/packages/python/*.whl", "Java": "build/release/packages/maven/**/square-?.?.?.jar",
              "C#": "build/release/packages/*.nupkg"},
)

PEER = Project(
    "peer",
    sample=r"(?i)foo|bar\b|mizux|cmake-?swig",
    adapted=[
        ("CMakeLists.txt", r"include\(CTest\)", r"\g<0>\ninclude(CMakeDependentOption)"),
        ("java/pom-*.xml.in", r"(?s)<build>.*?</build>", ""),
        ("java/pom-*.xml.in", "5.8.0", "debian"),
    ],
    triangle={
        "Foo/include/foo/Foo.hpp": ("""/*! @brief Adds the numbers from 1 to a number.
 * @param number The last of them.
 * @return Their sum.*/
int triangle(int number);
""", "} // namespace"),
        "Foo/src/Foo.cpp": ("""int triangle(int number) {
  const int64_t sum = int64_t{number} * (int64_t{number} + 1) / 2;
  if (sizeof triangle(0) == 4 && sum > INT32_MAX) throw std::overflow_error("the sum does not fit");
  return sum;
}

""", "} // namespace"),
        "Foo/python/foo.i": ("%unignore triangle(int);\n", "} // namespace"),
        "Foo/java/foo.i": ("%unignore triangle(int);\n", "} // namespace"),
        "Foo/dotnet/foo.i": ('%rename("Triangle") triangle(int);\n', "} // namespace"),
    },
    widened=("int triangle(int number)", "int64_t triangle(int number)"),
    build=[["cmake", "-S.", "-Bbuild", "-GNinja", "-DBUILD_PYTHON=ON", "-DBUILD_JAVA=ON", "-DBUILD_DOTNET=ON",
            "-DBUILD_TESTING=OFF", "-DBUILD_EXAMPLES=OFF", f"-DPython3_EXECUTABLE={PYTHON}"],
           ["cmake", "--build", "build"]],
    again=[["cmake", "--build", "build"]],
    packages={"Python": "build/python/dist/*.whl", "Java": "build/java/*/target/*.jar", "C#": "build/dotnet/packages/*.nupkg"},
)
