# cmake -DFILE=.. -DOUTPUT=.. -P compress.cmake: gzip, and the same bytes at any time.
cmake_minimum_required(VERSION 3.25)
set(ENV{SOURCE_DATE_EPOCH} 0)
file(ARCHIVE_CREATE OUTPUT ${OUTPUT} PATHS ${FILE} FORMAT raw COMPRESSION GZip)
