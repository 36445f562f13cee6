set(packages ${PROJECT_BINARY_DIR}/packages/python)
set(stamp ${CMAKE_CURRENT_BINARY_DIR}/package.stamp) # the wheel's name is not known beforehand
string(TOUPPER ${PROJECT_NAME} prefix)
add_custom_command(OUTPUT ${stamp}
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${packages}
  COMMAND ${CMAKE_COMMAND} -E env ${prefix}_SYSTEM_SWIG=1 PYTHONDONTWRITEBYTECODE=1 TMPDIR=${CMAKE_CURRENT_BINARY_DIR}
    ${Python_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/package.py ${PROJECT_SOURCE_DIR} ${packages}
  COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
  DEPENDS _${PROJECT_NAME} ${python_sources} package.py ${PROJECT_SOURCE_DIR}/pyproject.toml ${PROJECT_SOURCE_DIR}/README.md
  COMMENT "Packaging Python" VERBATIM)
add_custom_target(python_package DEPENDS ${stamp})
