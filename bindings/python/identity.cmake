# What Python calls the package, and its version: 1.1.0-rc.1 is 1.1.0rc1 (PEP 440). The metadata of a wheel come from
# pyproject.toml, which must agree.
string(TOLOWER ${python_package} pypi_name)
string(REGEX REPLACE "[-_.]+" "-" pypi_name ${pypi_name})

set(python_version ${PROJECT_VERSION})
if(PROJECT_VERSION MATCHES "^([0-9.]+)-(alpha|beta|rc|dev)[.]?0*([0-9]*)$")
  set(phase_alpha a)
  set(phase_beta b)
  set(phase_rc rc)
  set(phase_dev .dev)
  set(number ${CMAKE_MATCH_3})
  if("${number}" STREQUAL "")
    set(number 0)
  endif()
  set(python_version ${CMAKE_MATCH_1}${phase_${CMAKE_MATCH_2}}${number})
elseif(PROJECT_VERSION MATCHES -)
  message(FATAL_ERROR "Python has no version ${PROJECT_VERSION}: use -alpha.1, -beta.1, -rc.1 or -dev.1")
endif()

if(SKBUILD AND NOT "${SKBUILD_PROJECT_NAME} ${SKBUILD_PROJECT_VERSION_FULL}" STREQUAL "${python_package} ${python_version}")
  message(FATAL_ERROR "pyproject.toml makes ${SKBUILD_PROJECT_NAME} ${SKBUILD_PROJECT_VERSION_FULL}, "
    "but project.cmake and the header say ${python_package} ${python_version}")
endif()

string(REPLACE \\ \\\\ docstring "${PROJECT_DESCRIPTION}.")
string(REPLACE \" \\\" docstring "${docstring}")
