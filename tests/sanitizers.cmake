# The presets asan and tsan have CMake include this after project(). SANITIZERS is what the compiler calls them, RUNTIME the
# library that stands behind: programs that were built without it, and load a module that needs it, must have it first.
include(${CMAKE_CURRENT_LIST_DIR}/warnings.cmake)
add_compile_options(-fsanitize=${SANITIZERS} -fno-sanitize-recover=all -fno-omit-frame-pointer)
add_link_options(-fsanitize=${SANITIZERS})
execute_process(COMMAND ${CMAKE_C_COMPILER} -print-file-name=${RUNTIME} OUTPUT_VARIABLE runtime OUTPUT_STRIP_TRAILING_WHITESPACE)

# NumPy leaks when it is imported. The quarantine is small because tests watch the memory. The virtual machines keep pointers
# where LeakSanitizer cannot look; our modules for them allocate nothing.
set(small_quarantine quarantine_size_mb=1:thread_local_quarantine_size_kb=16)
set(python_environment LD_PRELOAD=${runtime} PYTHONMALLOC=malloc "PYTEST_ADDOPTS=-k 'not numpy'"
  LSAN_OPTIONS=suppressions=${CMAKE_CURRENT_LIST_DIR}/leaks.txt:print_suppressions=0
  ASAN_OPTIONS=${small_quarantine})
set(java_environment LD_PRELOAD=${runtime} ASAN_OPTIONS=detect_leaks=0:${small_quarantine})
set(csharp_environment ${java_environment})

# Hypothesis and threads that the interpreter ends leave objects of its own. It is python.unit that looks for leaks of ours.
foreach(suite IN ITEMS lifecycle threads properties)
  set(python.${suite}_environment ASAN_OPTIONS=detect_leaks=0:${small_quarantine})
endforeach()
