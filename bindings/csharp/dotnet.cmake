# What every project here is built with: the names of project.cmake, escaped for XML and for MSBuild, and no setting of others.
function(escape_for_msbuild output text)
  foreach(special IN ITEMS "%=%25" "$=%24" "@=%40" "&=&amp;" "<=&lt;" ">=&gt;")
    string(REGEX MATCH "(.)=(.*)" match "${special}")
    string(REPLACE "${CMAKE_MATCH_1}" "${CMAKE_MATCH_2}" text "${text}")
  endforeach()
  set(${output} "${text}" PARENT_SCOPE)
endfunction()

foreach(name IN ITEMS library_name library_description library_authors library_license library_homepage PROJECT_SOURCE_DIR
    PROJECT_BINARY_DIR CMAKE_CURRENT_BINARY_DIR)
  escape_for_msbuild(${name}_escaped "${${name}}")
endforeach()
cmake_path(GET PROJECT_BINARY_DIR ROOT_PATH root)
set(warnings_are_errors $<IF:$<BOOL:${CMAKE_COMPILE_WARNING_AS_ERROR}>,true,false>)

set(dotnet_folder ${CMAKE_CURRENT_BINARY_DIR}/dotnet CACHE INTERNAL "")
set(csharp_diagnostics ${CMAKE_CURRENT_BINARY_DIR}/diagnostics.sarif CACHE INTERNAL "") # what the compiler said
set(dotnet_artifacts ${CMAKE_CURRENT_BINARY_DIR}/artifacts CACHE INTERNAL "")
file(WRITE ${dotnet_folder}/global.json "{}\n")
foreach(kind IN ITEMS Shipped Unshipped) # the compiler will list what is public, and not in these
  file(WRITE ${dotnet_folder}/PublicAPI.${kind}.txt "#nullable enable\n")
endforeach()
configure_file(build.props.in build.props.in @ONLY)
file(GENERATE OUTPUT ${dotnet_folder}/$<CONFIG>.props INPUT ${CMAKE_CURRENT_BINARY_DIR}/build.props.in)

set(dotnet ${CMAKE_COMMAND} -E env TMPDIR=${dotnet_folder} ${DOTNET_EXECUTABLE} CACHE INTERNAL "")
set(dotnet_build ${CMAKE_COMMAND} -DDOTNET=${DOTNET_EXECUTABLE} -DFOLDER=${dotnet_folder}
  -P ${CMAKE_CURRENT_SOURCE_DIR}/msbuild.cmake -- "-property:DirectoryBuildPropsPath=\"${dotnet_folder}/$<CONFIG>.props\""
  CACHE INTERNAL "")

# add_assembly(TARGET PROJECT [ASSEMBLY name] DEPENDS source..): builds a project in the build folder. The path of its assembly,
# which is called like the project, comes to the variable TARGET_dll, that of the project to TARGET_project.
function(add_assembly target project)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" ASSEMBLY DEPENDS)
  cmake_path(ABSOLUTE_PATH project BASE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})
  cmake_path(GET project STEM LAST_ONLY name)
  if(NOT arg_ASSEMBLY)
    set(arg_ASSEMBLY ${name})
  endif()
  set(dll ${dotnet_artifacts}/bin/${name}/release/${arg_ASSEMBLY}.dll)
  add_custom_command(OUTPUT ${dll}
    COMMAND ${dotnet_build} ${project}
    COMMAND ${CMAKE_COMMAND} -E touch ${dll}
    DEPENDS ${project} ${arg_DEPENDS} ${dotnet_folder}/$<CONFIG>.props
    COMMENT "Compiling C# ${arg_ASSEMBLY}.dll" VERBATIM)
  add_custom_target(${target} ALL DEPENDS ${dll})
  set(${target}_dll ${dll} CACHE INTERNAL "")
  set(${target}_project ${project} CACHE INTERNAL "")
endfunction()
