# Where NATIVES is a folder, a platform's native libraries and their bills of materials are made, and nothing else: what all
# platforms share is in the packages of one of them, and combine.py puts the rest there. NATIVES/LANGUAGE is laid out as the
# package is, NATIVES/interface has what the generator wrote, which must be the same everywhere.

# check_native(OUTPUT LANGUAGE FILE): the command that fails if the file is not fit for the platform, or exports something else than
# has been accepted.
function(check_native output language file)
  set(${output} ${GENERATOR_PYTHON} -B ${PROJECT_SOURCE_DIR}/packaging/cross/check.py ${zig_target}
    ${PROJECT_SOURCE_DIR}/tests/evidence/exports/${language}.txt ${file} PARENT_SCOPE)
endfunction()

# add_native_file(TARGET LANGUAGE FOLDER [COMPRESSED] BILL name PURL url): the module in that folder of the package.
function(add_native_file target language folder)
  cmake_parse_arguments(PARSE_ARGV 3 arg COMPRESSED "BILL;PURL" "")
  set(file ${NATIVES}/${language}/${folder}/$<TARGET_FILE_NAME:${target}>)
  set(put -E copy $<TARGET_FILE:${target}> ${file})
  if(arg_COMPRESSED)
    set(put -DFILE=$<TARGET_FILE:${target}> -DOUTPUT=${file}.gz -P ${PROJECT_SOURCE_DIR}/bindings/java/compress.cmake)
  endif()
  check_native(check ${language} $<TARGET_FILE:${target}>)
  add_custom_command(TARGET ${target} POST_BUILD
    COMMAND ${check}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${NATIVES}/${language}/${folder}
    COMMAND ${CMAKE_COMMAND} ${put}
    COMMAND ${CMAKE_COMMAND} -DPURL=${arg_PURL}@${PROJECT_VERSION} -DSWIG_VERSION=${SWIG_VERSION}
      -DFILES=$<TARGET_FILE:${target}> -DOUTPUT=${NATIVES}/${language}/${arg_BILL}.cdx.json -P ${sbom}.cmake
    VERBATIM)
  add_dependencies(natives ${target})
endfunction()

if(NATIVES)
  add_custom_target(natives DEPENDS c.checked)
  add_dependencies(natives c_package)
  check_native(check c $<TARGET_FILE:${PROJECT_NAME}>)
  add_custom_command(OUTPUT c.checked
    COMMAND ${check}
    COMMAND ${CMAKE_COMMAND} -E touch c.checked
    DEPENDS ${PROJECT_NAME} VERBATIM)
endif()
