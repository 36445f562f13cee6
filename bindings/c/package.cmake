# The same as `cmake --install` as an archive, which works wherever it is unpacked.
foreach(folder IN ITEMS BINDIR LIBDIR INCLUDEDIR DOCDIR)
  if(IS_ABSOLUTE "${CMAKE_INSTALL_${folder}}")
    message(NOTICE "C's package: left out. To have it, set CMAKE_INSTALL_${folder} to a relative path.")
    return()
  endif()
endforeach()

set(name ${PROJECT_NAME}-${PROJECT_VERSION}-${archive_platform})
set(archive ${PROJECT_BINARY_DIR}/packages/${name}.tar.gz)
set_property(GLOBAL APPEND PROPERTY packages ${name}.tar.gz)
find_program(TAR NAMES gtar tar)
file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/core/include/*.h)
add_custom_command(OUTPUT ${archive}
  COMMAND ${CMAKE_COMMAND} -DBUILD=${PROJECT_BINARY_DIR} -DCONFIG=$<CONFIG> -DNAME=${name} -DARCHIVE=${archive} -DTAR=${TAR}
    "-DCOMPONENTS=${runtime};${development}" -DDATE=$ENV{SOURCE_DATE_EPOCH}
    -DPURL=pkg:generic/${PROJECT_NAME}@${PROJECT_VERSION} -DSBOM=${CMAKE_INSTALL_DOCDIR}/${PROJECT_NAME}.cdx.json
    -P ${CMAKE_CURRENT_SOURCE_DIR}/archive.cmake
  DEPENDS ${PROJECT_NAME} ${PROJECT_NAME}_static ${headers} ${licenses} archive.cmake ${pkg_config}
    ${CMAKE_CURRENT_BINARY_DIR}/${config}.cmake ${CMAKE_CURRENT_BINARY_DIR}/${config}Version.cmake
    ${CMAKE_CURRENT_BINARY_DIR}/cmake_install.cmake ${sbom}.cmake ${sbom}.cdx.json.in
  COMMENT "Packing ${name}.tar.gz" VERBATIM)
add_custom_target(c_package DEPENDS ${archive})
