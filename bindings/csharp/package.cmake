# The NuGet package, and the symbols that debuggers take from NuGet's server.
set(nupkg ${PROJECT_BINARY_DIR}/packages/${csharp_package}.${PROJECT_VERSION}.nupkg)
set_property(GLOBAL APPEND PROPERTY packages
  ${csharp_package}.${PROJECT_VERSION}.nupkg ${csharp_package}.${PROJECT_VERSION}.snupkg)
set(csharp_sbom ${CMAKE_CURRENT_BINARY_DIR}/${dotnet_runtime}.cdx.json)
set(targets ${CMAKE_CURRENT_BINARY_DIR}/package.targets)

# The part of names in MSBuild that is the package's own. XML has no names that begin with a digit.
string(REGEX REPLACE "[^A-Za-z0-9]" "" id "${csharp_package}")
string(REGEX REPLACE "^([0-9])" "_\\1" id "${id}")
string(TOUPPER "${id}1" error)
configure_file(package.targets.in ${targets} @ONLY)

add_custom_command(OUTPUT ${nupkg}
  COMMAND ${CMAKE_COMMAND} -E rm -f ${nupkg} # else .NET may take it for up to date, and the build then for too old
  COMMAND ${CMAKE_COMMAND} -DPURL=pkg:nuget/${csharp_package}@${PROJECT_VERSION} -DSWIG_VERSION=${SWIG_VERSION}
    -DFILES=$<TARGET_FILE:${module}> -DOUTPUT=${csharp_sbom} -P ${sbom}.cmake
  COMMAND ${CMAKE_COMMAND} -E env SOURCE_DATE_EPOCH=$ENV{SOURCE_DATE_EPOCH} # NuGet heeds it from 7.9 on
    ${dotnet_build} -target:Pack ${CMAKE_CURRENT_BINARY_DIR}/package.csproj
  DEPENDS ${csharp_dll} ${targets} ${sbom}.cmake ${sbom}.cdx.json.in
    ${PROJECT_SOURCE_DIR}/docs/package.md ${licenses}
  COMMENT "Packing C# ${csharp_package}.nupkg" VERBATIM)
add_custom_target(csharp_package DEPENDS ${nupkg})
add_dependencies(csharp_package csharp) # else make -j may build what both need twice, at the same time
