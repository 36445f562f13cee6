# cmake -DFILE=.. -P checksum.cmake: writes FILE.sha1, which Maven repositories have beside each file.
cmake_minimum_required(VERSION 3.25)
file(SHA1 ${FILE} checksum)
cmake_path(GET FILE FILENAME name)
file(WRITE ${FILE}.sha1 "${checksum}  ${name}\n")
