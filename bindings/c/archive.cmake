# cmake -DBUILD=.. -DCONFIG=.. "-DCOMPONENTS=..;.." -DNAME=.. -DPURL=.. -DSBOM=.. -DARCHIVE=.. -DTAR=.. -DDATE=..
# -P archive.cmake: installs the components into a new folder NAME, writes the bill of materials there and packs the folder.
cmake_minimum_required(VERSION 3.25)
foreach(variable IN ITEMS CMAKE_INSTALL_MODE DESTDIR TAR_OPTIONS GZIP) # each would change what is packed
  unset(ENV{${variable}})
endforeach()

file(REMOVE_RECURSE ${NAME})
foreach(component IN LISTS COMPONENTS)
  execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --config ${CONFIG} --component ${component}
    --prefix ${CMAKE_CURRENT_BINARY_DIR}/${NAME} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
endforeach()

set(libraries "")
file(GLOB_RECURSE files ${NAME}/*.a ${NAME}/*.lib ${NAME}/*.dll ${NAME}/*.dylib ${NAME}/*.so*)
foreach(file IN LISTS files)
  if(NOT IS_SYMLINK ${file})
    list(APPEND libraries ${file})
  endif()
endforeach()
execute_process(COMMAND ${CMAKE_COMMAND} -DPURL=${PURL} "-DFILES=${libraries}" -DOUTPUT=${NAME}/${SBOM} -P ${BUILD}/sbom.cmake
  COMMAND_ERROR_IS_FATAL ANY)

# GNU tar hides who made the archive, when, with which umask, and in what order the file system lists files. CMake's cannot;
# CPack's could from 4.3 on.
execute_process(COMMAND ${TAR} --version OUTPUT_VARIABLE version)
set(tar ${CMAKE_COMMAND} -E tar czf ${ARCHIVE})
if(version MATCHES "GNU tar")
  set(tar ${TAR} --create --file ${ARCHIVE} --force-local "--use-compress-program=gzip --no-name" --format=ustar --sort=name
    --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX --mtime=@${DATE})
endif()
cmake_path(GET ARCHIVE PARENT_PATH folder)
file(MAKE_DIRECTORY ${folder})
execute_process(COMMAND ${tar} ${NAME} COMMAND_ERROR_IS_FATAL ANY)
