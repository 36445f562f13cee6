# The test preset has CMake include this after project(): the project itself sets no warning flags, so packagers inherit none.
if(MSVC)
  add_compile_options(/W4)
else()
  add_compile_options(-Wall -Wextra)
endif()
