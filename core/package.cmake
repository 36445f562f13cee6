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
set(CPACK_GENERATOR TGZ)
set(CPACK_INSTALL_CMAKE_PROJECTS ${PROJECT_BINARY_DIR} ${PROJECT_NAME} development /)
set(CPACK_PACKAGE_FILE_NAME ${name})
set(CPACK_PACKAGE_DIRECTORY ${packages})
include(CPack)

# Not VERBATIM, which would quote the `>`: CPack cannot be told to be quiet. Its errors go elsewhere, and are seen.
add_custom_command(OUTPUT ${packages}/${name}.tar.gz
  COMMAND ${CMAKE_CPACK_COMMAND} --config ${PROJECT_BINARY_DIR}/CPackConfig.cmake > cpack.log
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${packages}/_CPack_Packages
  DEPENDS ${PROJECT_NAME} ${PROJECT_NAME}_static package.cmake pkg-config.in ${PROJECT_SOURCE_DIR}/LICENSE
  COMMENT "Packing ${name}.tar.gz")
add_custom_target(c_package DEPENDS ${packages}/${name}.tar.gz)
