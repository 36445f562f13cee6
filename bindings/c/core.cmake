# NAME_core(source.. [OPTIONS option..]): the library, of the sources in core/, which may also be given options of the compiler.
# Compiled twice: shared for C and C++ users, static to go inside each binding's native module, where nothing can replace it.
function(${PROJECT_NAME}_core)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "" OPTIONS)
  include(${PROJECT_SOURCE_DIR}/bindings/hardening.cmake)
  add_library(${PROJECT_NAME} SHARED)
  add_library(${PROJECT_NAME}_static STATIC)

  foreach(target IN ITEMS ${PROJECT_NAME} ${PROJECT_NAME}_static)
    add_library(${PROJECT_NAME}::${target} ALIAS ${target})
    target_sources(${target} PRIVATE ${arg_UNPARSED_ARGUMENTS})
    target_include_directories(${target} PUBLIC $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include>)
    set_target_properties(${target} PROPERTIES
      C_STANDARD 11 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF
      C_VISIBILITY_PRESET hidden
      POSITION_INDEPENDENT_CODE ON)
    target_compile_options(${target} PRIVATE "${hardening_options}" ${arg_OPTIONS})
  endforeach()

  string(TOUPPER ${PROJECT_NAME} prefix)
  set_target_properties(${PROJECT_NAME} PROPERTIES
    DEFINE_SYMBOL ${prefix}_EXPORTS
    VERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}.${PROJECT_VERSION_PATCH} SOVERSION ${PROJECT_VERSION_MAJOR})
  target_link_options(${PROJECT_NAME} PRIVATE ${hardening_link_options} $<$<PLATFORM_ID:Linux>:LINKER:-z,defs>)
  if(NOT CMAKE_STATIC_LIBRARY_SUFFIX STREQUAL CMAKE_IMPORT_LIBRARY_SUFFIX) # else the shared one has that file name
    set_target_properties(${PROJECT_NAME}_static PROPERTIES OUTPUT_NAME ${PROJECT_NAME})
  endif()
endfunction()
