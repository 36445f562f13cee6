# cmake -DCMAKE_TOOLCHAIN_FILE=.. -DPLATFORM=win-arm64 -DZIG=/path/to/zig: builds for a platform of packaging/platform.cmake, with
# the headers and the C library that Zig brings along for it.
cmake_policy(VERSION 3.25) # the project that is built may be older
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES PLATFORM ZIG)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY) # programs cannot be linked, nor run
include(${CMAKE_CURRENT_LIST_DIR}/../platform.cmake)
describe_platform(${PLATFORM})
set(CMAKE_SYSTEM_NAME ${platform_system})
set(CMAKE_SYSTEM_PROCESSOR ${platform_processor})

foreach(language IN ITEMS C CXX)
  set(zig_${language} ${CMAKE_CURRENT_LIST_DIR}/driver ${ZIG})
  set(CMAKE_${language}_STANDARD_LIBRARIES "" CACHE STRING "") # Windows' would be named whether needed or not
  set(CMAKE_${language}_FLAGS_INIT "-g0") # debug information has the paths of this machine in it
endforeach()
set(CMAKE_C_COMPILER ${zig_C} cc -target ${zig_target})
set(CMAKE_CXX_COMPILER ${zig_CXX} c++ -target ${zig_target})
foreach(program IN ITEMS ar ranlib) # each of which is Zig, but CMake wants one file for it
  string(TOUPPER CMAKE_${program} variable)
  set(${variable} ${CMAKE_BINARY_DIR}/${program})
  file(WRITE ${${variable}} "#!/bin/sh\nexec '${ZIG}' ${program} \"$@\"\n")
  file(CHMOD ${${variable}} PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
endforeach()
set(CMAKE_RC_COMPILER ${CMAKE_CURRENT_LIST_DIR}/driver) # Windows has to have one, which compiles nothing here
# To change a file would break its signature: it has its name from the beginning. But CMake wants a tool for C++.
set(CMAKE_INSTALL_NAME_TOOL ${CMAKE_CURRENT_LIST_DIR}/driver)
set(CMAKE_BUILD_WITH_INSTALL_NAME_DIR ON)
set(CMAKE_INSTALL_NAME_DIR @rpath)
set(CMAKE_OSX_SYSROOT "")

# What is installed here is for this machine. Programs are to be run here.
set(CMAKE_FIND_ROOT_PATH ${CMAKE_PREFIX_PATH})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
foreach(what IN ITEMS LIBRARY INCLUDE PACKAGE)
  set(CMAKE_FIND_ROOT_PATH_MODE_${what} ONLY)
endforeach()
