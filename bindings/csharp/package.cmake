# The NuGet package, and the symbols that debuggers take from NuGet's server.
set(packages ${PROJECT_BINARY_DIR}/packages)
set(nupkg ${packages}/${csharp_assembly}.${PROJECT_VERSION}.nupkg)
set(csharp_sbom ${CMAKE_CURRENT_BINARY_DIR}/${dotnet_runtime}.cdx.json)
add_custom_command(OUTPUT ${nupkg}
  COMMAND ${CMAKE_COMMAND} -E rm -f ${nupkg} # else .NET may take it for up to date, and the build then for too old
  COMMAND ${CMAKE_COMMAND} -DPURL=pkg:nuget/${csharp_assembly}@${PROJECT_VERSION} -DSWIG_VERSION=${SWIG_VERSION}
    -DFILES=$<TARGET_FILE:${module}> -DOUTPUT=${csharp_sbom} -P ${sbom}.cmake
  COMMAND ${CMAKE_COMMAND} -E env SOURCE_DATE_EPOCH=$ENV{SOURCE_DATE_EPOCH} # NuGet heeds it from 7.9 on
    ${dotnet_build} -target:Pack -property:PackageOutputPath=${packages} -property:Sbom=${csharp_sbom}
    ${CMAKE_CURRENT_SOURCE_DIR}/${csharp_assembly}.csproj
  DEPENDS ${csharp_dll} ${csharp_assembly}.targets ${sbom}.cmake ${sbom}.cdx.json.in
    ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/LICENSE
  COMMENT "Packing C# ${csharp_assembly}.nupkg" VERBATIM)
add_custom_target(csharp_package DEPENDS ${nupkg})
