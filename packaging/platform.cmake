# What those who look for native libraries call the platform that is built for: .NET its runtime, our jar the folder in it (one
# of each processor, where a library is for two), C the archive, as `uname -s -m` would. What is not here is called as it is.
# Zig's name says which C library or system is the oldest that it runs on, as does the last: where Python's wheels run.
set(platforms
  "Linux      x86_64     linux-x64        linux-x86_64      Linux-x86_64       x86_64-linux-gnu.2.17  manylinux_2_17_x86_64.manylinux2014_x86_64"
  "Linux      aarch64    linux-arm64      linux-aarch64     Linux-aarch64      aarch64-linux-gnu.2.17 manylinux_2_17_aarch64.manylinux2014_aarch64"
  "Linux      x86        linux-x86        linux-i386        Linux-i686         -                      -"
  "Linux-musl x86_64     linux-musl-x64   linux-x86_64      Linux-musl-x86_64  x86_64-linux-musl      musllinux_1_2_x86_64"
  "Linux-musl aarch64    linux-musl-arm64 linux-aarch64     Linux-musl-aarch64 aarch64-linux-musl     musllinux_1_2_aarch64"
  "Windows    x86_64     win-x64          windows-x86_64    Windows-AMD64      x86_64-windows-gnu     win_amd64"
  "Windows    aarch64    win-arm64        windows-aarch64   Windows-ARM64      aarch64-windows-gnu    win_arm64"
  "Windows    x86        win-x86          windows-x86       Windows-x86        -                      -"
  "Darwin     x86_64     osx-x64          macos-x86_64      Darwin-x86_64      x86_64-macos.11.0      macosx_11_0_x86_64"
  "Darwin     aarch64    osx-arm64        macos-aarch64     Darwin-arm64       aarch64-macos.11.0     macosx_11_0_arm64"
  "Darwin     universal2 osx              macos-aarch64,macos-x86_64 Darwin-universal2 -              -")

# name_platform(SYSTEM PROCESSOR [musl]): dotnet_runtime, java_platforms, archive_platform, zig_target, wheel_platforms
function(name_platform system processor)
  set(java_system ${system})
  if("musl" IN_LIST ARGN)
    string(APPEND system -musl)
  endif()
  string(TOLOWER ${system}-${processor} name)
  string(TOLOWER ${java_system}-${processor} java_name)
  list(FILTER platforms INCLUDE REGEX "^${system} +${processor} ")
  list(APPEND platforms "${system} ${processor} ${name} ${java_name} ${system}-${processor} - -")
  list(GET platforms 0 platform)
  string(REGEX REPLACE " +" ";" platform ${platform})
  list(POP_FRONT platform system processor dotnet_runtime java_platforms archive_platform zig_target wheel_platforms)
  string(REPLACE "," ";" java_platforms ${java_platforms})
  return(PROPAGATE dotnet_runtime java_platforms archive_platform zig_target wheel_platforms)
endfunction()

# cross_platforms: those that Zig builds for, by .NET's names.
set(cross_platforms "")
foreach(platform IN LISTS platforms)
  if(NOT platform MATCHES "- +-$")
    string(REGEX REPLACE "^[^ ]+ +[^ ]+ +([^ ]+) .*" "\\1" platform "${platform}")
    list(APPEND cross_platforms ${platform})
  endif()
endforeach()

# describe_platform(NAME): platform_system and platform_processor of one of them, and what name_platform() sets.
function(describe_platform name)
  list(FILTER platforms INCLUDE REGEX " ${name} ")
  string(REGEX MATCH "^([^ -]+)(-musl)? +([^ ]+)" row "${platforms}")
  set(platform_system ${CMAKE_MATCH_1})
  set(platform_processor ${CMAKE_MATCH_3})
  string(REPLACE - "" libc "${CMAKE_MATCH_2}")
  name_platform(${platform_system} ${platform_processor} ${libc})
  return(PROPAGATE platform_system platform_processor dotnet_runtime java_platforms archive_platform zig_target wheel_platforms)
endfunction()

# The processor's macros of GCC and of MSVC. CMAKE_SYSTEM_PROCESSOR is the machine's own also with -m32, -A Win32,
# CMAKE_OSX_ARCHITECTURES and toolchain files that say no more than the compiler's name.
set(processors
  "x86_64      defined __x86_64__ || defined _M_X64"
  "x86         defined __i386__ || defined _M_IX86"
  "aarch64     defined __aarch64__ || defined _M_ARM64"
  "arm         defined __arm__ || defined _M_ARM"
  "riscv64     defined __riscv && __riscv_xlen == 64"
  "ppc64le     defined __powerpc64__ && defined __LITTLE_ENDIAN__"
  "s390x       defined __s390x__"
  "loongarch64 defined __loongarch64")

# find_platform(): asks the compiler, and sets what name_platform() does, and processor, by Java's names.
function(find_platform)
  include(CheckCSourceCompiles)
  set(CMAKE_REQUIRED_QUIET ON)
  set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY) # there may be nothing to link with
  string(TOLOWER "${CMAKE_SYSTEM_PROCESSOR}" processor)
  foreach(rule IN LISTS processors)
    string(REGEX MATCH "([^ ]+) +(.+)" rule "${rule}")
    set(known PROCESSOR_IS_${CMAKE_MATCH_1})
    check_c_source_compiles("#if !(${CMAKE_MATCH_2})\n#error\n#endif\nint x;" ${known})
    if(${known})
      string(REGEX REPLACE "^PROCESSOR_IS_" "" processor ${known})
      break()
    endif()
  endforeach()
  if(CMAKE_OSX_ARCHITECTURES MATCHES ";")
    set(processor universal2)
  endif()
  check_c_source_compiles("#include <features.h>\n#ifdef __GLIBC__\n#error\n#endif\nint x;" LIBC_IS_MUSL)
  if(CMAKE_SYSTEM_NAME STREQUAL Linux AND LIBC_IS_MUSL)
    set(musl musl)
  endif()
  name_platform(${CMAKE_SYSTEM_NAME} "${processor}" ${musl})
  return(PROPAGATE processor dotnet_runtime java_platforms archive_platform wheel_platforms)
endfunction()
