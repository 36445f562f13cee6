# cmake -P archive.cmake: what the archive for C is called on this machine.
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/../../packaging/platform.cmake)
cmake_host_system_information(RESULT processor QUERY OS_PLATFORM)
string(TOLOWER ${processor} processor)
string(REGEX REPLACE "^amd64$" x86_64 processor ${processor})
string(REGEX REPLACE "^arm64$" aarch64 processor ${processor})
name_platform(${CMAKE_HOST_SYSTEM_NAME} ${processor})
message(${archive_platform})
