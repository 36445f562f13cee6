# The canary: the author's program in each language, in docs/examples, and the line that all of them print, in expected.txt. What
# is not about what the library does, such as packages and loaders, is tested with them. The target `demo` shows them.
set(examples ${PROJECT_SOURCE_DIR}/docs/examples)
file(STRINGS ${examples}/expected.txt expected ENCODING UTF-8)
set_property(DIRECTORY PROPERTY CMAKE_CONFIGURE_DEPENDS ${examples}/expected.txt)
string(REGEX REPLACE [[([][+.*()^?|\\$])]] [[\\\1]] expected "${expected}")

# add_example(NAME TARGET LANGUAGE COMMAND argument..): a line of the demo, and a test. Where TARGET does not exist, because
# tools are missing, the line says so and the test shows as not run.
function(add_example name target language)
  cmake_parse_arguments(PARSE_ARGV 3 arg "" "" COMMAND)
  string(SUBSTRING "${language}        " 0 8 label)
  if(TARGET ${target})
    add_test(NAME ${name}.example COMMAND ${arg_COMMAND} COMMAND_EXPAND_LISTS)
    set_tests_properties(${name}.example PROPERTIES PASS_REGULAR_EXPRESSION "^${expected}[\r\n]+$")
    list(APPEND targets ${target})
  else()
    add_disabled_test(${name}.example)
    set(arg_COMMAND ${CMAKE_COMMAND} -E echo "left out, see above")
  endif()
  list(APPEND demo COMMAND ${CMAKE_COMMAND} -E echo_append "${label}" COMMAND ${arg_COMMAND})
  set(demo ${demo} PARENT_SCOPE)
  set(targets ${targets} PARENT_SCOPE)
endfunction()

foreach(source IN ITEMS hello.c hello.cpp)
  string(REPLACE "." "_" target ${source})
  add_executable(${target} ${examples}/${source})
  target_link_libraries(${target} PRIVATE ${PROJECT_NAME}::${PROJECT_NAME})
endforeach()

add_example(c hello_c "C" COMMAND hello_c)
add_example(cpp hello_cpp "C++" COMMAND hello_cpp)
add_example(python python "Python" COMMAND ${python} ${examples}/hello.py)
add_example(java java "Java" COMMAND ${java} -cp ${java_jar} ${examples}/Hello.java)
add_example(csharp hello_cs "C#" COMMAND ${dotnet} ${hello_cs_dll})

add_custom_target(demo ${demo} DEPENDS ${targets} COMMENT "The same program in every language" USES_TERMINAL VERBATIM)
