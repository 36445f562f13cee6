# How tests in C# run, with xunit.

# add_xunit(SUITE source.. [PACKAGES NAME/VERSION..] [OF target]): a suite that uses the library, or the assembly of another
# target, as its users do. With a Program.cs among the sources, that is what starts. Of the suite csharp.unit, the target is
# csharp_unit, the assembly's path csharp_unit_dll.
function(add_xunit suite)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" OF PACKAGES)
  if(NOT arg_OF)
    set(arg_OF csharp)
  endif()
  string(REPLACE . _ target ${suite})
  if(TARGET ${arg_OF})
    set(sources ${arg_UNPARSED_ARGUMENTS})
    list(TRANSFORM sources PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
    set(items "")
    foreach(package IN LISTS arg_PACKAGES)
      string(REGEX REPLACE "(.*)/(.*)" [[    <PackageReference Include="\1" Version="\2" />]] item ${package})
      string(APPEND items "${item}\n")
    endforeach()
    set(reference ${${arg_OF}_project})
    set(project ${CMAKE_CURRENT_BINARY_DIR}/${suite}.csproj)
    configure_file(${PROJECT_SOURCE_DIR}/tests/runners/xunit.csproj.in ${project} @ONLY)
    add_assembly(${target} ${project} DEPENDS ${sources} ${${arg_OF}_dll})
  endif()
  add_suite(${suite} ${target} COMMAND ${dotnet} ${${target}_dll} -noLogo -noColor)
endfunction()
