# How tests in Java run, with JUnit 5.
find_file(JUNIT_JAR junit-platform-console-standalone.jar PATHS /usr/share/java)
set(junit_classes ${CMAKE_CURRENT_BINARY_DIR}/java/classes)
cmake_path(CONVERT "${java_jar};${junit_classes}" TO_NATIVE_PATH_LIST junit_class_path) # for other programs among the sources

# add_junit(SUITE SOURCE..): and the suite java.check_jni, which is the same with the JVM's own checks of native code.
function(add_junit suite)
  if(TARGET java AND NOT JUNIT_JAR)
    leave_out("Java's tests" "junit5 (or set JUNIT_JAR to junit-platform-console-standalone.jar)")
  elseif(TARGET java)
    list(TRANSFORM ARGN PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/ OUTPUT_VARIABLE sources)
    cmake_path(CONVERT "${java_jar};${JUNIT_JAR}" TO_NATIVE_PATH_LIST class_path)
    add_custom_command(OUTPUT ${junit_classes}.stamp
      COMMAND ${CMAKE_COMMAND} -E rm -rf ${junit_classes}
      COMMAND ${javac} -d ${junit_classes} -cp "${class_path}" ${sources}
      COMMAND ${CMAKE_COMMAND} -E touch ${junit_classes}.stamp
      DEPENDS ${sources} ${java_jar} COMMENT "Compiling Java tests" VERBATIM)
    add_custom_target(junit ALL DEPENDS ${junit_classes}.stamp)
  endif()
  # The whole heap from the start: what the process grows by is then native.
  set(junit ${java} -Xms256m -Xmx256m -XX:+AlwaysPreTouch)
  set(select -jar ${JUNIT_JAR} --disable-banner --disable-ansi-colors --details=summary --fail-if-no-tests
    --class-path ${java_jar} --class-path ${junit_classes} --scan-class-path)
  add_suite(${suite} junit COMMAND ${junit} ${select})
  add_suite(java.check_jni junit COMMAND ${junit} -Xcheck:jni ${select})
  if(TARGET junit)
    set_tests_properties(java.check_jni PROPERTIES FAIL_REGULAR_EXPRESSION "WARNING|FATAL")
  endif()
endfunction()

# add_jni_test(NAME): NAME.c includes WRAPPER, what SWIG wrote, and plays the virtual machine and the library. Once with a
# size_t of 32 bits, wherever it is run.
function(add_jni_test name)
  foreach(target IN ITEMS ${name} ${name}_32)
    if(TARGET ${PROJECT_NAME}_jni)
      add_executable(${target} ${name}.c)
      add_dependencies(${target} ${PROJECT_NAME}_jni)
      target_include_directories(${target} PRIVATE
        ${PROJECT_SOURCE_DIR}/core/include ${JAVA_INCLUDE_PATH} ${JAVA_INCLUDE_PATH2})
      target_compile_definitions(${target} PRIVATE
        WRAPPER="${PROJECT_BINARY_DIR}/bindings/java/generated/generatedJAVA_wrap.c")
      if(NOT MSVC)
        target_compile_options(${target} PRIVATE -Wno-unused-parameter -Wno-missing-field-initializers) # of what SWIG writes
      endif()
    endif()
    add_suite(java.${target} ${target} COMMAND ${target})
  endforeach()
  if(TARGET ${name}_32)
    target_compile_definitions(${name}_32 PRIVATE SIZES_OF_32_BITS)
  endif()
endfunction()
