# `./dev package --all-platforms`: the packages of this build, with the native libraries of all of cross_platforms in them. What
# CROSS_TOOLS has was fetched by packaging/cross/fetch; what the library links is in CROSS_PREFIXES/PLATFORM, or made by the
# author's folder links.
if(NOT TARGET ${PROJECT_NAME})
  message(FATAL_ERROR "The library is the system's: there is none here for other platforms")
endif()
set(python_versions 3.9 3.10 3.11 3.12 3.13 3.14)
set(cross ${PROJECT_BINARY_DIR}/platforms)
set(dist ${PROJECT_SOURCE_DIR}/build/dist)
set(zig ${CROSS_TOOLS}/zig/zig)
set(with_zig ${CMAKE_COMMAND} -E env ZIG_GLOBAL_CACHE_DIR=${CROSS_TOOLS}/cache ZIG_LOCAL_CACHE_DIR=${CROSS_TOOLS}/cache
  PYTHON=${Python_EXECUTABLE} SOURCE_DATE_EPOCH=$ENV{SOURCE_DATE_EPOCH})

file(GLOB_RECURSE link_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/links/*)

set(natives "")
foreach(platform IN LISTS cross_platforms)
  set(build ${cross}/${platform})
  set(languages ${BINDINGS})
  set(jni ${JAVA_INCLUDE_PATH2})
  if(platform MATCHES musl) # Java's and C#'s modules of linux-x64 serve both C libraries
    list(REMOVE_ITEM languages java csharp)
  elseif(platform MATCHES win)
    set(jni ${CMAKE_CURRENT_LIST_DIR}/windows)
  endif()
  set(zig_platform -DCMAKE_TOOLCHAIN_FILE=${CMAKE_CURRENT_LIST_DIR}/toolchain.cmake -DPLATFORM=${platform} -DZIG=${zig}
    -DCMAKE_INSTALL_LIBDIR=lib -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF --no-warn-unused-cli)
  set(links "")
  if(link_files)
    set(build_links ${cross}/links/${platform})
    set(links ${build_links}/installed)
    add_custom_command(OUTPUT ${links}
      COMMAND ${CMAKE_COMMAND} -E rm -rf ${build_links}
      COMMAND ${with_zig} ${CMAKE_COMMAND} -S ${PROJECT_SOURCE_DIR}/links -B ${build_links} -G Ninja --log-level=NOTICE
        ${zig_platform} -DCMAKE_INSTALL_PREFIX=${links} -DCMAKE_PROJECT_INCLUDE=${CMAKE_CURRENT_LIST_DIR}/inside.cmake
      COMMAND ${with_zig} ${CMAKE_COMMAND} --build ${build_links} -j 1
      COMMAND ${CMAKE_COMMAND} --install ${build_links}
      DEPENDS ${link_files}
      COMMENT "Building for ${platform} what goes inside" VERBATIM)
  endif()
  add_custom_command(OUTPUT ${build}/build.ninja
    COMMAND ${with_zig} ${CMAKE_COMMAND} -S ${PROJECT_SOURCE_DIR} -B ${build} -G Ninja --log-level=NOTICE ${zig_platform}
      -DBUILD_EXAMPLES=OFF "-DBINDINGS=${languages}" -DNATIVES=${build}/natives
      "-DPYTHON_VERSIONS=${python_versions}" -DPYTHON_HEADERS=${CROSS_TOOLS}/python -DGENERATOR_PYTHON=${GENERATOR_PYTHON}
      -DSWIG_EXECUTABLE=${SWIG_EXECUTABLE} -DSWIG_DIR=${SWIG_DIR}
      "-DCMAKE_PREFIX_PATH=${CROSS_PREFIXES}/${platform};${links}"
      -DJAVA_INCLUDE_PATH=${JAVA_INCLUDE_PATH} -DJAVA_INCLUDE_PATH2=${jni} -DJAVA_JVM_LIBRARY=none
    DEPENDS ${links}
    COMMENT "Configuring for ${platform}" VERBATIM)
  add_custom_target(${platform}_natives
    COMMAND ${with_zig} ${CMAKE_COMMAND} --build ${build} --target natives -j 1
    DEPENDS ${build}/build.ninja
    COMMENT "Building for ${platform}" VERBATIM)
  list(APPEND natives ${platform}_natives)
endforeach()

add_custom_target(all_platforms
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${dist}
  COMMAND ${Python_EXECUTABLE} -B ${PROJECT_SOURCE_DIR}/packaging/combine.py ${PROJECT_BINARY_DIR} ${dist} ${cross_platforms}
  COMMAND ${CMAKE_COMMAND} -E echo "The packages are in ${dist}"
  COMMENT "Putting all platforms together" VERBATIM)
add_dependencies(all_platforms packages ${natives})
