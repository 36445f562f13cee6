# cmake -DFILE=.. -DALGORITHM=SHA256 -P checksum.cmake: writes FILE.sha256, as sha256sum does.
cmake_minimum_required(VERSION 3.25)
string(TOLOWER ${ALGORITHM} extension)
file(${ALGORITHM} ${FILE} checksum)
cmake_path(GET FILE FILENAME name)
file(WRITE ${FILE}.${extension} "${checksum}  ${name}\n")
