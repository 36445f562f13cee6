# How tests in C++ run, with GoogleTest: the system's, when it has one.
include(FetchContent)
FetchContent_Declare(googletest
  URL https://github.com/google/googletest/archive/refs/tags/v1.14.0.tar.gz
  URL_HASH SHA256=8ad598c73ad796e0d8280b082cebd82a630d73e73cd3c70057938a6501bba5d7
  FIND_PACKAGE_ARGS NAMES GTest)
FetchContent_MakeAvailable(googletest)

# add_program(NAME LIBRARY.. [SOURCES source..]): a program in C++, of NAME.cpp and these sources.
function(add_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES")
  add_executable(${name} ${name}.cpp ${arg_SOURCES})
  target_compile_features(${name} PRIVATE cxx_std_17)
  target_link_libraries(${name} PRIVATE ${arg_UNPARSED_ARGUMENTS})
endfunction()

# add_gtest(SUITE NAME [LIBRARY..]): the suite is the program of NAME.cpp, which uses the library as its users do.
function(add_gtest suite name)
  add_program(${name} ${PROJECT_NAME}::${PROJECT_NAME} GTest::gtest_main ${ARGN})
  add_suite(${suite} ${name} COMMAND ${name} --gtest_brief=1)
endfunction()

# add_header_test(STANDARD..): the public header alone, as the strictest of its users compiles it.
function(add_header_test)
  if(MSVC)
    return()
  endif()
  foreach(standard IN LISTS ARGN)
    if(standard MATCHES "\\+\\+")
      set(compiler ${CMAKE_CXX_COMPILER} -x c++)
    else()
      set(compiler ${CMAKE_C_COMPILER} -x c)
    endif()
    add_test(NAME c.header.${standard} COMMAND ${compiler} -std=${standard} -Wall -Wextra -Wpedantic -Wconversion -Werror
      -fsyntax-only ${PROJECT_SOURCE_DIR}/core/include/${PROJECT_NAME}.h)
  endforeach()
endfunction()
