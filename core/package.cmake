# What C and C++ users get: `cmake --install`, and the same as an archive that works wherever it is unpacked.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(config ${PROJECT_NAME}Config)
set(config_folder ${CMAKE_INSTALL_LIBDIR}/cmake/${PROJECT_NAME})
write_basic_package_version_file(${config}Version.cmake COMPATIBILITY SameMajorVersion)

# Relative to itself, so that it holds also after a move, and where a packager sets absolute folders.
file(RELATIVE_PATH include_folder ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_FULL_INCLUDEDIR})
configure_file(pkg-config.in ${PROJECT_NAME}.pc @ONLY)

set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME development)
install(TARGETS ${PROJECT_NAME} ${PROJECT_NAME}_static EXPORT ${PROJECT_NAME}
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}) # a file set's folder is unknown to users of CMake before 3.23
install(FILES include/${PROJECT_NAME}.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT ${PROJECT_NAME} NAMESPACE ${PROJECT_NAME}:: FILE ${config}.cmake DESTINATION ${config_folder})
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${config}Version.cmake DESTINATION ${config_folder})
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${PROJECT_NAME}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(packages ${PROJECT_BINARY_DIR}/packages)
set(name ${PROJECT_NAME}-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR})
set(archive ${packages}/${name}.tar.gz)

# Not VERBATIM, which would quote the `>`: CMake cannot be told to install quietly. Its errors go elsewhere, and are seen.
add_custom_command(OUTPUT install.log
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${name}
  COMMAND ${CMAKE_COMMAND} --install ${PROJECT_BINARY_DIR} --config $<CONFIG> --component development
    --prefix ${CMAKE_CURRENT_BINARY_DIR}/${name} > install.log
  DEPENDS ${PROJECT_NAME} ${PROJECT_NAME}_static package.cmake pkg-config.in ${PROJECT_SOURCE_DIR}/LICENSE
  COMMENT "Installing ${name}")

# GNU tar hides who made the archive, when, with which umask, and in what order the file system lists files. CMake's cannot;
# CPack's could from 4.3 on.
find_program(TAR NAMES gtar tar)
execute_process(COMMAND ${TAR} --version OUTPUT_VARIABLE tar_version)
if(tar_version MATCHES "GNU tar")
  set(tar ${TAR} --create --file ${archive} "--use-compress-program=gzip --no-name" --format=ustar --sort=name
    --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX --mtime=@$ENV{SOURCE_DATE_EPOCH})
else()
  set(tar ${CMAKE_COMMAND} -E tar czf ${archive})
endif()

set(lib ${name}/${CMAKE_INSTALL_LIBDIR})
add_custom_command(OUTPUT ${archive}
  COMMAND ${CMAKE_COMMAND} -DPURL=pkg:generic/${PROJECT_NAME}@${PROJECT_VERSION}
    "-DFILES=${lib}/$<TARGET_FILE_NAME:${PROJECT_NAME}>;${lib}/$<TARGET_FILE_NAME:${PROJECT_NAME}_static>"
    -DOUTPUT=${name}/${CMAKE_INSTALL_DOCDIR}/${PROJECT_NAME}.cdx.json -P ${sbom}.cmake
  COMMAND ${CMAKE_COMMAND} -E make_directory ${packages}
  COMMAND ${tar} ${name}
  DEPENDS install.log ${sbom}.cmake ${sbom}.cdx.json.in
  COMMENT "Packing ${name}.tar.gz" VERBATIM)
add_custom_target(c_package DEPENDS ${archive})
