# Included by what makes the static libraries that go inside: hidden and hardened as the rest.
cmake_policy(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/../../bindings/hardening.cmake)
add_compile_options("${hardening_options}" -w) # what is not ours is not ours to mend
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_C_VISIBILITY_PRESET hidden)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
