# The interpreter isolated from what the environment and the folder say; what it needs is passed on by name. PYTHON_PATH is
# where the build back end is if it is not installed.
set(python_build ${CMAKE_COMMAND} -E env PYTHONPATH=${PYTHON_PATH} PYTHONDONTWRITEBYTECODE=1 ${Python_EXECUTABLE})
can_run(can_build "import build.__main__, scikit_build_core.build" ${python_build})
if(NOT can_build)
  leave_out("Python's package" "python3-build and scikit-build-core 0.11")
  return()
endif()
if(CMAKE_SYSTEM_NAME STREQUAL Linux)
  can_run(can_audit "import auditwheel.main_repair, subprocess; subprocess.check_call(['patchelf', '--version'])" ${python_build})
  if(can_audit)
    set(audit --audit)
  else()
    message(NOTICE "The wheel will be for this system only, and no package index takes it: auditwheel 6 or patchelf is missing.")
  endif()
endif()

# The wheel is configured anew, with the same tools.
foreach(variable IN ITEMS CMAKE_TOOLCHAIN_FILE CMAKE_C_COMPILER CMAKE_C_FLAGS CMAKE_CXX_COMPILER CMAKE_CXX_FLAGS
    CMAKE_PREFIX_PATH SWIG_EXECUTABLE SWIG_DIR GENERATOR_PYTHON Python_INCLUDE_DIR)
  if(${variable})
    list(APPEND settings "cmake.define.${variable}=${${variable}}")
  endif()
endforeach()

set(packages ${PROJECT_BINARY_DIR}/packages/python)
set_property(GLOBAL APPEND PROPERTY packages python)
set(stamp package.stamp) # the wheel's name is not known beforehand
add_custom_command(OUTPUT ${stamp}
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${packages}
  COMMAND ${CMAKE_COMMAND} -E env TMPDIR=${CMAKE_CURRENT_BINARY_DIR} SOURCE_DATE_EPOCH=$ENV{SOURCE_DATE_EPOCH}
    ${python_build} -I ${CMAKE_CURRENT_SOURCE_DIR}/package.py --depfile package.d ${audit}
      ${PROJECT_SOURCE_DIR} ${packages} ${settings}
  COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
  DEPENDS ${licenses} ${native} # which fails first, with the better message
  DEPFILE package.d
  WORKING_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}
  COMMENT "Packaging Python" VERBATIM)
add_custom_target(python_package DEPENDS ${stamp})
