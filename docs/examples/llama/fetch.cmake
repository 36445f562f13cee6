# llama.cpp for a system that has no package of it: the libraries as npm has them, and the headers of the sources from which they
# were made. Both are of one release: with another header a program links as well, and then writes what the library reads
# elsewhere. Where npm looks for packages is a matter of its own settings.
set(release 3.22.1) # of the packages; it is llama.cpp v0.5.0
set(libraries @node-llama-cpp/linux-x64)
set(libraries_sha256 0d953e1503d5ab4608d8ed5b739132308c81ac05ffeb760d2a7f30e08a9f90e0)
set(sources node-llama-cpp)
set(sources_sha256 a0d9dd80eacd2ab1cfe71aee57ac8a806487fd70b3d2a38fbec637752d9e5c5f)

function(run)
  execute_process(COMMAND ${ARGV} OUTPUT_VARIABLE output ERROR_VARIABLE error RESULT_VARIABLE failed
    OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(failed)
    list(JOIN ARGV " " command)
    message(FATAL_ERROR "llama.cpp cannot be fetched: ${command}: ${failed}\n${error}")
  endif()
  set(output ${output} PARENT_SCOPE)
endfunction()

# fetch(PACKAGE FOLDER pattern..): unpacks what fits a pattern, if the package is what it was.
function(fetch package folder)
  run(npm pack --silent --fetch-retries=1 ${${package}}@${release} --pack-destination ${folder})
  set(archive ${folder}/${output})
  file(SHA256 ${archive} found)
  if(NOT found STREQUAL ${package}_sha256)
    message(FATAL_ERROR "${${package}}@${release} is another one than before: its SHA-256 is ${found}")
  endif()
  file(ARCHIVE_EXTRACT INPUT ${archive} DESTINATION ${folder} PATTERNS ${ARGN})
  file(REMOVE ${archive})
endfunction()

# fetch_llama(FOLDER): FOLDER/lib, FOLDER/include and the licence.
function(fetch_llama folder)
  if(EXISTS ${folder}/LICENSE)
    return()
  endif()
  message(STATUS "Fetching llama.cpp, 47 MB")
  set(room ${folder}/room)
  file(REMOVE_RECURSE ${folder})
  file(MAKE_DIRECTORY ${room})
  fetch(libraries ${room} package/bins/*.so)
  fetch(sources ${room} package/llama/gitRelease.bundle)
  run(git clone --quiet --bare ${room}/package/llama/gitRelease.bundle ${room}/sources)
  run(git --git-dir=${room}/sources archive --output=${room}/headers.tar HEAD include ggml/include LICENSE)
  file(ARCHIVE_EXTRACT INPUT ${room}/headers.tar DESTINATION ${room})
  file(RENAME ${room}/package/bins/linux-x64 ${folder}/lib)
  file(RENAME ${room}/include ${folder}/include)
  file(GLOB headers ${room}/ggml/include/*.h)
  file(COPY ${headers} DESTINATION ${folder}/include)
  file(RENAME ${room}/LICENSE ${folder}/LICENSE) # the last: now it is complete
  file(REMOVE_RECURSE ${room})
endfunction()
