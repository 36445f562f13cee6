set(java_package org.example.llama)
set(made_for org.example.llama)
block()
  set(CMAKE_CURRENT_BINARY_DIR ${CMAKE_CURRENT_BINARY_DIR}/java)
  add_native_module(llama_jni java Llama LINES ${lines}
    OPTIONS -package ${java_package} -DNATIVE_LIBRARY=llama_jni -DNATIVE_VERSION=0)
  target_include_directories(llama_jni PRIVATE ${JAVA_INCLUDE_PATH} ${JAVA_INCLUDE_PATH2})
endblock()
foreach(source IN ITEMS NativeLibrary.java ExtractedLibrary.java)
  configure_file(${PROJECT_SOURCE_DIR}/bindings/java/${source}.in java/${source} @ONLY)
endforeach()
add_custom_command(OUTPUT java/classes.stamp
  COMMAND ${CMAKE_COMMAND} -E rm -rf java/classes
  COMMAND ${javac} -d java/classes java/NativeLibrary.java java/ExtractedLibrary.java java/generated/LlamaJNI.java
    @java/interface/sources ${CMAKE_CURRENT_SOURCE_DIR}/Complete.java
  COMMAND ${CMAKE_COMMAND} -E touch java/classes.stamp
  DEPENDS llama_jni Complete.java java/interface/sources
  COMMENT "Compiling Java for llama.cpp" VERBATIM)
add_custom_target(llama_java DEPENDS java/classes.stamp)
add_program(llama_java "Java" ${java} -D${java_package}.library=$<TARGET_FILE:llama_jni>
  -cp ${CMAKE_CURRENT_BINARY_DIR}/java/classes Complete)
