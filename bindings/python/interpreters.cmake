# A module for each of PYTHON_VERSIONS, of which only the headers are here: those of 3.11 are in PYTHON_HEADERS/3.11, and their
# pyconfig.h for Unix in its folder `unix`. SWIG runs once.
include(identity.cmake)
set(native _${python_package})
set(windows ${PROJECT_SOURCE_DIR}/packaging/cross/windows) # its pyconfig.h

# How that interpreter calls its modules. One of musl has named itself so since 3.10.
function(name_module output version)
  string(REPLACE . "" digits ${version})
  set(suffix .cpython-${digits}-${processor}-linux-gnu.so)
  if(WIN32)
    string(REPLACE win_ .cp${digits}-win_ suffix ${wheel_platforms}.pyd)
  elseif(APPLE)
    set(suffix .cpython-${digits}-darwin.so)
  elseif(dotnet_runtime MATCHES musl)
    string(REPLACE gnu musl suffix ${suffix})
    if(version STREQUAL 3.9)
      set(suffix .so)
    endif()
  endif()
  set(${output} ${suffix} PARENT_SCOPE)
endfunction()

# What it exports is what its headers declare.
function(link_interpreter target version)
  string(REPLACE . "" digits ${version})
  set(library ${CMAKE_CURRENT_BINARY_DIR}/libpython${digits}.a)
  add_custom_command(OUTPUT ${library}
    COMMAND ${GENERATOR_PYTHON} -B ${PROJECT_SOURCE_DIR}/packaging/cross/import_library.py ${ZIG} ${processor}
      ${PYTHON_HEADERS}/${version} python${digits} ${library}
    COMMENT "Declaring what python${digits}.dll exports" VERBATIM)
  add_custom_target(${target}_interpreter DEPENDS ${library})
  add_dependencies(${target} ${target}_interpreter)
  target_link_libraries(${target} PRIVATE ${library})
endfunction()

set(wrapper "")
foreach(version IN LISTS PYTHON_VERSIONS)
  string(REPLACE . "" digits ${version})
  set(target ${native}_${digits})
  if(dotnet_runtime STREQUAL win-arm64 AND version VERSION_LESS 3.11) # there was none
    continue()
  elseif(NOT wrapper)
    set(target ${native})
    add_native_module(${native} python ${native} NO_PROXY)
    get_target_property(wrapper ${native} SOURCES)
    list(FILTER wrapper INCLUDE REGEX [[_wrap[.]c$]])
  else()
    add_library(${target} MODULE ${wrapper})
    add_dependencies(${target} ${native}) # else both would run SWIG
    link_native_module(${target} ${PROJECT_NAME})
  endif()
  name_module(suffix ${version})
  set(tag cp${digits}-cp${digits}-${wheel_platforms})
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${native} SUFFIX ${suffix} LIBRARY_OUTPUT_DIRECTORY ${tag})
  if(WIN32)
    target_include_directories(${target} PRIVATE ${windows})
    link_interpreter(${target} ${version})
  else()
    target_include_directories(${target} PRIVATE ${PYTHON_HEADERS}/${version}/unix)
    target_link_options(${target} PRIVATE $<$<PLATFORM_ID:Darwin>:LINKER:-undefined,dynamic_lookup>)
  endif()
  target_include_directories(${target} SYSTEM PRIVATE ${PYTHON_HEADERS}/${version})
  add_native_file(${target} python/${tag} ${python_package} BILL sboms/${python_package} PURL pkg:pypi/${pypi_name})
endforeach()
