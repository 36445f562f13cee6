# Checks what project.cmake says, each mistake in one line, and finds the library's version.
set(word "[A-Za-z_][A-Za-z0-9_]*")
foreach(rule IN ITEMS "library_name [A-Za-z][A-Za-z0-9_]*" "library_class ${word}" "library_description .+" "library_authors .+"
    "library_license .+" "library_homepage .+" "python_package ${word}" "java_group [A-Za-z0-9_.-]+"
    "java_package ${word}([.]${word})*" "csharp_namespace ${word}([.]${word})*" "csharp_package [A-Za-z0-9_.-]+")
  string(REGEX REPLACE " .*" "" variable "${rule}")
  string(REGEX REPLACE "^[^ ]+ " "" pattern "${rule}")
  if(NOT "${${variable}}" MATCHES "^(${pattern})$")
    message(FATAL_ERROR "project.cmake: ${variable} is '${${variable}}'; it must match ${pattern}")
  endif()
endforeach()
if(library_name MATCHES "^(all|clean|help|install|package|test|python|java|csharp|demo|packages|bench|pytest|junit)$")
  message(FATAL_ERROR "project.cmake: library_name is '${library_name}', which is the name of a target of the build")
endif()

set(header core/include/${library_name}.h)
if(NOT EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${header})
  message(FATAL_ERROR "The library's header is missing: ${header}")
endif()
if(NOT library_version)
  set_property(DIRECTORY PROPERTY CMAKE_CONFIGURE_DEPENDS ${header}) # else packages keep the old version
  string(TOUPPER ${library_name}_VERSION macro)
  file(STRINGS ${header} library_version REGEX "^ *# *define +${macro} +\"")
  string(REGEX REPLACE [[^[^"]*"([^"]*)".*]] [[\1]] library_version "${library_version}")
endif()
# A release, or what comes before it: 1.1.0-rc.1
if(NOT library_version MATCHES [[^([0-9]+\.[0-9]+\.[0-9]+)(-[0-9A-Za-z.-]+)?$]])
  message(FATAL_ERROR "No version such as 1.2.3: neither ${macro} in ${header}, nor library_version in project.cmake")
endif()
set(library_release ${CMAKE_MATCH_1})
