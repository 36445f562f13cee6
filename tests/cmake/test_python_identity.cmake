# cmake -P: what Python calls a version and a package (PEP 440 and 503).
cmake_minimum_required(VERSION 3.25)

function(expect python_package PROJECT_VERSION normal)
  include(${CMAKE_CURRENT_FUNCTION_LIST_DIR}/../../bindings/python/identity.cmake)
  if(NOT "${pypi_name} ${python_version}" STREQUAL normal)
    message(SEND_ERROR "${python_package} ${PROJECT_VERSION}: ${pypi_name} ${python_version}, not ${normal}")
  endif()
endfunction()

expect(sample 1.0.0 "sample 1.0.0")
expect(My_Lib 1.1.0-rc.1 "my-lib 1.1.0rc1")
expect(a 0.0.0-alpha "a 0.0.0a0")
expect(lz__4 1.1.0-beta.02 "lz-4 1.1.0b2")
expect(lz4_ 1.1.0-dev.0 "lz4- 1.1.0.dev0")
expect(x264 10.20.30-rc10 "x264 10.20.30rc10")
