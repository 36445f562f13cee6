# cmake -DFOLDER=.. -P checksums.cmake: writes FOLDER/SHA256SUMS, as sha256sum does for all files in the folder and below.
cmake_minimum_required(VERSION 3.25)
file(REMOVE ${FOLDER}/SHA256SUMS)
file(GLOB_RECURSE files RELATIVE ${FOLDER} ${FOLDER}/*)
foreach(file IN LISTS files)
  file(SHA256 ${FOLDER}/${file} checksum)
  string(APPEND checksums "${checksum}  ${file}\n")
endforeach()
file(WRITE ${FOLDER}/SHA256SUMS "${checksums}")
