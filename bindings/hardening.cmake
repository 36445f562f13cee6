# What makes a memory error end the process rather than serve an attack: hardening_options and hardening_link_options, for
# targets of ours alone; who links the static library inherits nothing. Variables, because a function would be the parent
# project's, too. Elsewhere than on Linux and with MSVC, the compiler's own defaults hold. A function with a buffer on its stack
# makes its library need libc, for __stack_chk_fail; the tests of the packages for Java and C# then fail.
include(CheckCCompilerFlag)

if(MSVC)
  set(hardening_options /guard:cf)
  set(hardening_link_options /guard:cf)
elseif(CMAKE_SYSTEM_NAME STREQUAL Linux)
  set(candidates -fstack-protector-strong -fstack-clash-protection -fcf-protection -mbranch-protection=standard)
  set(old $<AND:$<C_COMPILER_ID:GNU>,$<VERSION_LESS:$<C_COMPILER_VERSION>,12>>)
  set(hardening_options -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=$<IF:${old},2,3>)
  # -z now: what is missing is an error when the library is loaded, not the end of the process at the first call.
  set(hardening_link_options LINKER:-z,relro,-z,now,-z,noexecstack)
endif()

set(CMAKE_REQUIRED_QUIET ON)
set(CMAKE_REQUIRED_FLAGS -Werror) # clang only warns of what it does not know
foreach(flag IN LISTS candidates) # no compiler has all of them for every processor
  string(MAKE_C_IDENTIFIER "HAS${flag}" known)
  check_c_compiler_flag(${flag} ${known})
  if(${known})
    list(APPEND hardening_options ${flag})
  endif()
endforeach()
if(HAS_fcf_protection) # the system's own start files need no change for shadow stacks, but may not say so
  list(APPEND hardening_link_options LINKER:-z,shstk)
endif()

# Not in Debug builds: checked calls of libc need an optimizing compiler, and sanitizers check more.
set(hardening_options "$<$<CONFIG:Release,RelWithDebInfo,MinSizeRel>:${hardening_options}>")
