# How to run dotnet so that no server stays running, and nothing is left in the source tree, the home or the temporary folder.
file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/tmp)
set(environment MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false TMPDIR=${CMAKE_CURRENT_BINARY_DIR}/tmp
  DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false)

# Whoever has settings for NuGet keeps them; where .NET has never run, only its package cache appears in the home.
if(DEFINED ENV{HOME} AND NOT EXISTS $ENV{HOME}/.nuget/NuGet/NuGet.Config)
  list(APPEND environment DOTNET_CLI_HOME=${CMAKE_CURRENT_BINARY_DIR}/tmp)
  if(NOT DEFINED ENV{NUGET_PACKAGES})
    list(APPEND environment NUGET_PACKAGES=$ENV{HOME}/.nuget/packages)
  endif()
endif()

set(dotnet ${CMAKE_COMMAND} -E env ${environment} ${DOTNET_EXECUTABLE} CACHE INTERNAL "")
set(dotnet_artifacts ${CMAKE_CURRENT_BINARY_DIR}/artifacts CACHE INTERNAL "")
set(dotnet_build ${dotnet} msbuild -restore -noLogo -verbosity:quiet
  -property:Configuration=Release -property:ArtifactsPath=${dotnet_artifacts}
  -property:TreatWarningsAsErrors=$<IF:$<BOOL:${CMAKE_COMPILE_WARNING_AS_ERROR}>,true,false> CACHE INTERNAL "")

# add_assembly(TARGET PROJECT source..): builds a project. The path of its assembly comes to the variable TARGET_dll.
function(add_assembly target project)
  cmake_path(GET project STEM LAST_ONLY name)
  set(dll ${dotnet_artifacts}/bin/${name}/release/${name}.dll)
  add_custom_command(OUTPUT ${dll}
    COMMAND ${dotnet_build} ${CMAKE_CURRENT_SOURCE_DIR}/${project}
    COMMAND ${CMAKE_COMMAND} -E touch ${dll}
    DEPENDS ${project} ${ARGN}
    COMMENT "Compiling C# ${name}.dll" VERBATIM)
  add_custom_target(${target} ALL DEPENDS ${dll})
  set(${target}_dll ${dll} CACHE INTERNAL "")
endfunction()
