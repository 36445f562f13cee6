# The presets asan and tsan have CMake include this after project(). SANITIZERS is what the compiler calls them, RUNTIME the
# library that stands behind: programs that were built without it, and load a module that needs it, must have it first.
include(${CMAKE_CURRENT_LIST_DIR}/warnings.cmake)
add_compile_options(-fsanitize=${SANITIZERS} -fno-sanitize-recover=all -fno-omit-frame-pointer)
add_link_options(-fsanitize=${SANITIZERS})
execute_process(COMMAND ${CMAKE_C_COMPILER} -print-file-name=${RUNTIME} OUTPUT_VARIABLE runtime OUTPUT_STRIP_TRAILING_WHITESPACE)

# NumPy leaks when it is imported. The quarantine is small because tests watch the memory. The virtual machines keep pointers
# where LeakSanitizer cannot look; our modules for them allocate nothing.
set(python_environment LD_PRELOAD=${runtime} PYTHONMALLOC=malloc "PYTEST_ADDOPTS=-k 'not numpy'"
  LSAN_OPTIONS=suppressions=${CMAKE_CURRENT_LIST_DIR}/leaks.txt:print_suppressions=0
  ASAN_OPTIONS=quarantine_size_mb=1:thread_local_quarantine_size_kb=16)
set(java_environment LD_PRELOAD=${runtime} ASAN_OPTIONS=detect_leaks=0)
set(csharp_environment ${java_environment})
