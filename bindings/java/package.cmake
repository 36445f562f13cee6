# The jar, its sources and its documentation, laid out as the Maven repository that they are published to.
string(REPLACE . / folder ${java_group})
set(repository ${PROJECT_BINARY_DIR}/packages/maven)
set_property(GLOBAL APPEND PROPERTY packages maven)
set(version_folder ${repository}/${folder}/${PROJECT_NAME}/${PROJECT_VERSION})
set(artifact ${version_folder}/${PROJECT_NAME}-${PROJECT_VERSION})

escape(homepage "${library_homepage}")
escape(license "${library_license}")
set(license_url https://spdx.org/licenses/)
if(library_license MATCHES "^[A-Za-z0-9.-]+$")
  string(APPEND license_url ${library_license}.html)
endif()
set(developers "")
foreach(author IN LISTS library_authors)
  escape(author "${author}")
  string(APPEND developers "    <developer>\n      <name>${author}</name>\n    </developer>\n")
endforeach()
configure_file(pom.xml.in pom.xml @ONLY)

set(javadoc_werror "")
if(Java_VERSION VERSION_GREATER_EQUAL 15) # older ones do not know it
  set(javadoc_werror -Werror)
endif()

set(javadoc ${run_jdk} ${Java_JAVADOC_EXECUTABLE} ${no_trace} -J-Duser.language=en -quiet -notimestamp -encoding UTF-8
  -Xdoclint:all,-missing ${javadoc_werror} --release 11 CACHE INTERNAL "")

string(REPLACE . / folder ${java_package})
add_custom_command(OUTPUT ${artifact}.jar
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${repository} sources javadoc
  COMMAND ${CMAKE_COMMAND} -E make_directory ${version_folder} sources/${folder}
  COMMAND ${CMAKE_COMMAND} -E copy ${sources} sources/${folder}
  COMMAND ${CMAKE_COMMAND} -E copy_directory ${interface}/classes sources/${folder}
  COMMAND ${CMAKE_COMMAND} -E rename sources/${folder}/module-info.java sources/module-info.java
  COMMAND ${javadoc} -d javadoc ${sources} @${interface}/sources
  COMMAND ${jar_create} ${artifact}-sources.jar -C sources .
  COMMAND ${jar_create} ${artifact}-javadoc.jar -C javadoc .
  COMMAND ${CMAKE_COMMAND} -E copy ${jar} ${artifact}.jar
  COMMAND ${CMAKE_COMMAND} -E copy pom.xml ${artifact}.pom
  COMMAND ${CMAKE_COMMAND} -DREPOSITORY=${repository} -P ${PROJECT_SOURCE_DIR}/packaging/checksums.cmake
  DEPENDS ${jar} ${CMAKE_CURRENT_BINARY_DIR}/pom.xml
  COMMENT "Packaging Java" VERBATIM)
add_custom_target(java_package DEPENDS ${artifact}.jar)
add_dependencies(java_package java) # else make -j may build what both need twice, at the same time
