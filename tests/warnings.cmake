# The test preset has CMake include this after project(): the project itself sets no warning flags, so packagers inherit none.
if(MSVC)
  add_compile_options(/W4 /wd4459) # a local variable named as a function is no mistake
  add_compile_definitions(_CRT_SECURE_NO_WARNINGS) # else getenv() is one
else()
  add_compile_options(-Wall -Wextra)
endif()
