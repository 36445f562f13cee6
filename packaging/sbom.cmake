# cmake -DPURL=.. [-DSWIG_VERSION=..] "-DFILES=..;.." -DOUTPUT=.. -P sbom.cmake: a package's bill of materials, in CycloneDX.
# PURL is the package's URL; FILES are the native libraries in it, as they are shipped. The time and the random number that are
# usual in such a bill are left out: the same package has the same bytes.
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/../project.cmake)
string(REGEX MATCH "([^/]+)@(.+)" url ${PURL})
set(name ${CMAKE_MATCH_1})
set(version ${CMAKE_MATCH_2})
configure_file(${CMAKE_CURRENT_LIST_DIR}/sbom.cdx.json.in ${OUTPUT})

file(READ ${OUTPUT} sbom)
if(NOT SWIG_VERSION)
  string(JSON sbom SET "${sbom}" components "[]")
endif()
foreach(file IN LISTS FILES)
  file(SHA256 ${file} checksum)
  cmake_path(GET file FILENAME file)
  string(JSON count LENGTH "${sbom}" components)
  string(JSON sbom SET "${sbom}" components ${count}
    "{ \"type\": \"file\", \"name\": \"${file}\", \"hashes\": [{ \"alg\": \"SHA-256\", \"content\": \"${checksum}\" }] }")
endforeach()
file(WRITE ${OUTPUT} "${sbom}\n")
