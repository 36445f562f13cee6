# PYTHON_PATH, from the environment, is where the build back end is if it is not installed.
set(python_build ${CMAKE_COMMAND} -E env PYTHONPATH=${PYTHON_PATH} PYTHONDONTWRITEBYTECODE=1 ${Python_EXECUTABLE})
execute_process(COMMAND ${python_build} -c "import build.__main__, scikit_build_core, wheel"
  WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} RESULT_VARIABLE missing ERROR_QUIET)
if(missing)
  leave_out("Python's package" "python3-build, python3-wheel and scikit-build-core 0.11")
  return()
endif()

set(packages ${PROJECT_BINARY_DIR}/packages/python)
set(stamp ${CMAKE_CURRENT_BINARY_DIR}/package.stamp) # the wheel's name is not known beforehand
string(TOUPPER ${PROJECT_NAME} prefix)
add_custom_command(OUTPUT ${stamp}
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${packages}
  COMMAND ${CMAKE_COMMAND} -E env ${prefix}_SYSTEM_SWIG=1 TMPDIR=${CMAKE_CURRENT_BINARY_DIR}
    SOURCE_DATE_EPOCH=$ENV{SOURCE_DATE_EPOCH}
    ${python_build} ${CMAKE_CURRENT_SOURCE_DIR}/package.py ${PROJECT_SOURCE_DIR} ${packages}
  COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
  DEPENDS _${PROJECT_NAME} ${python_sources} package.py ${PROJECT_SOURCE_DIR}/pyproject.toml ${PROJECT_SOURCE_DIR}/README.md
    ${sbom}.cmake ${sbom}.cdx.json.in
  COMMENT "Packaging Python" VERBATIM)
add_custom_target(python_package DEPENDS ${stamp})
