# NAME_core(source.. [OPTIONS option..]): the library, of the sources in core/, which may also be given options of the compiler.
# Compiled twice: shared for C and C++ users, static to go inside each binding's native module, where nothing can replace it.
# Some systems have no shared libraries, and get the static one only. NAME_described is the shared one for `./dev accept`.
get_property(shared_libraries GLOBAL PROPERTY TARGET_SUPPORTS_SHARED_LIBS)

function(${PROJECT_NAME}_core)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "" OPTIONS)
  include(${PROJECT_SOURCE_DIR}/bindings/hardening.cmake)
  add_library(${PROJECT_NAME}_static STATIC)
  set(shared "")
  if(shared_libraries)
    set(shared ${PROJECT_NAME} ${PROJECT_NAME}_described)
    add_library(${PROJECT_NAME} SHARED)
    add_library(${PROJECT_NAME}_described SHARED EXCLUDE_FROM_ALL)
  endif()

  foreach(target IN LISTS shared ITEMS ${PROJECT_NAME}_static)
    add_library(${PROJECT_NAME}::${target} ALIAS ${target})
    target_sources(${target} PRIVATE ${arg_UNPARSED_ARGUMENTS})
    target_include_directories(${target} PUBLIC $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include>)
    set_target_properties(${target} PROPERTIES
      C_STANDARD 11 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF
      C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
      POSITION_INDEPENDENT_CODE ON)
    target_compile_options(${target} PRIVATE "${hardening_options}" ${arg_OPTIONS})
  endforeach()

  # What is inside is for this build only: others link the libraries of their own system.
  foreach(link inside IN ZIP_LISTS library_links link_inside)
    target_link_libraries(${PROJECT_NAME}_static PRIVATE $<BUILD_INTERFACE:${inside}> $<INSTALL_INTERFACE:${link}>)
  endforeach()
  if(NOT CMAKE_STATIC_LIBRARY_SUFFIX STREQUAL CMAKE_IMPORT_LIBRARY_SUFFIX) # else the shared one has that file name
    set_target_properties(${PROJECT_NAME}_static PROPERTIES OUTPUT_NAME ${PROJECT_NAME})
  endif()

  foreach(target IN LISTS shared)
    string(TOUPPER ${PROJECT_NAME}_EXPORTS exports)
    set_target_properties(${target} PROPERTIES DEFINE_SYMBOL ${exports}
      VERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}.${PROJECT_VERSION_PATCH} SOVERSION ${PROJECT_VERSION_MAJOR})
    target_link_libraries(${target} PRIVATE ${library_links})
    target_link_options(${target} PRIVATE ${hardening_link_options} ${inside_link_options}
      $<$<PLATFORM_ID:Linux>:LINKER:-z,defs>)
  endforeach()
endfunction()
