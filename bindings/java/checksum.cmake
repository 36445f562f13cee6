# cmake -DFILE=.. -P checksum.cmake: writes FILE.md5 and FILE.sha1, as Maven does: Maven Central wants both beside each file.
cmake_minimum_required(VERSION 3.25)
foreach(algorithm IN ITEMS MD5 SHA1)
  file(${algorithm} ${FILE} checksum)
  string(TOLOWER ${algorithm} suffix)
  file(WRITE ${FILE}.${suffix} ${checksum})
endforeach()
