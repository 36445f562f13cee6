# What the commands of the cells are made of. Each cell has its own folder, $BUILD; $FETCHED holds what was downloaded.
# shellcheck shell=bash disable=SC2154 # of project.cmake
set -euo pipefail
export tools=$PWD/tests/matrix

# $library_name, $java_package and all else that says who the library is.
eval "$(cmake -P "$tools/identity.cmake" 2>&1)"

# configure OPTION..: the test preset, in the cell's folder.
configure() { cmake --preset test -B "$BUILD" "$@"; }

# check TESTS [NOT]: builds everything, or $targets, and runs the tests whose name matches TESTS and not NOT.
check() {
  # shellcheck disable=SC2086 # a list of names
  cmake --build "$BUILD" ${targets:+--target $targets}
  ctest --test-dir "$BUILD" -R "$1" -E "${2:-^$}" -LE slow --no-tests=error --output-on-failure -j 2
  grep -q '^Test Passed' "$BUILD/Testing/Temporary/LastTest.log" # tests that are left out count as run
}

# with_python INTERPRETER OPTION..: configures for it, with the same test and build tools for all of them.
with_python() {
  "$1" -m venv --without-pip "$BUILD/venv"
  printf '%s/usr/lib/python3/dist-packages\n' "$FETCHED/${python_tools:-python-tools}" "$FETCHED/audit-tools" \
    >"$(echo "$BUILD"/venv/lib/python*/site-packages)/tools.pth"
  (unset CI && PYTHON=$BUILD/venv/bin/python configure "${@:2}") # what needs NumPy is left out: there is none for all of them
}

# run_csharp RUNTIME FRAMEWORK [EMULATOR..]: the tests of C#, against the package, with the .NET that the program brings along.
run_csharp() {
  cmake --build "$BUILD" --target csharp_package
  export NUGET_PACKAGES=$FETCHED/nuget DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
  rm -rf "${NUGET_PACKAGES:?}/${csharp_package,,}" # of the same version as another cell's
  cp -r "$tools/suite" "$BUILD"
  sed -i "s|<TargetFramework>.*<|<TargetFramework>$2<|" "$BUILD/suite/Suite.csproj" # a property would not reach the restore
  dotnet publish "$BUILD/suite" --runtime "$1" --self-contained --output "$BUILD/published" --disable-build-servers \
    -property:Library="$csharp_package" -property:LibraryVersion="$library_version" -property:InvariantGlobalization=true \
    -property:RestoreAdditionalProjectSources="$BUILD/packages" -property:Tests="$PWD/tests/csharp/${library_class}Tests.cs"
  export DOTNET_EnableWriteXorExecute=0 # Wine and QEMU do not see code that is written through another mapping
  export VECTORS=$PWD/tests/vectors.csv HEADER_VERSION=$library_version
  "${@:3}" "$(ls "$BUILD"/published/Suite{,.exe} 2>/dev/null)" -noLogo -noColor \
    -class "$csharp_namespace.Tests.${library_class}Tests" | tee "$BUILD/summary"
  grep -q 'Total: [1-9]' "$BUILD/summary" # to run no test is success for xUnit
}

# wine_folder: a Windows of its own, until the cell ends. Not in the source tree: it links to /, and making an sdist follows.
wine_folder() {
  WINEPREFIX=$(mktemp -d)
  export WINEPREFIX WINEDEBUG=-all
  trap '/usr/lib/wine/wineserver64 -k || :; rm -rf "$WINEPREFIX"' EXIT
}

# same_exports LIST: what comes in is exactly the committed list of that library's exports.
same_exports() { diff <(sort) <(sort "tests/evidence/exports/$1.txt"); }
dll_exports() { x86_64-w64-mingw32-objdump -p "$1" | sed -n 's/^\t\[ *[0-9]*\] \([A-Za-z_]*\)$/\1/p'; }
