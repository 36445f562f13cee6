# cmake -DDOTNET=.. -DFOLDER=.. -P msbuild.cmake -- argument..: runs MSBuild so that nothing gets into what it makes but what it
# is told, no server stays running, and nothing is left in the source tree, the home or the temporary folder.
cmake_minimum_required(VERSION 3.25)

# MSBuild takes every variable of the environment for a property, such as PackageVersion or OutputPath. These remain.
set(kept "PATH|HOME|SOURCE_DATE_EPOCH|DOTNET_ROOT(_.*)?|DOTNET_SYSTEM_.*|NUGET_.*|NuGetPackageSourceCredentials_.*")
string(APPEND kept "|.*_(proxy|PROXY)|SSL_CERT_.*|XDG_.*|LD_.*|DYLD_.*|FAKETIME.*")
if(CMAKE_HOST_WIN32)
  string(APPEND kept "|Path|PATHEXT|OS|SystemRoot|SYSTEMROOT|SystemDrive|windir|ComSpec|TEMP|TMP|USERPROFILE|APPDATA")
  string(APPEND kept "|LOCALAPPDATA|ALLUSERSPROFILE|Program.*|CommonProgram.*|PROCESSOR_.*|NUMBER_OF_PROCESSORS")
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -E environment OUTPUT_VARIABLE environment)
string(REGEX MATCHALL "[A-Za-z0-9_.()-]+=" variables "${environment}") # also what looks like one inside a value
foreach(variable IN LISTS variables)
  string(REPLACE "=" "" variable ${variable})
  if(NOT variable MATCHES "^(${kept})$")
    unset(ENV{${variable}})
  endif()
endforeach()

# Whoever has settings for NuGet keeps them. Where .NET has never run, only its package cache appears in the home, and not even
# that in a home that cannot be written to.
set(cache $ENV{HOME}/.nuget/packages)
if("$ENV{HOME}" STREQUAL "")
  set(no_cache TRUE)
else()
  execute_process(COMMAND ${CMAKE_COMMAND} -E make_directory ${cache} ERROR_QUIET)
  execute_process(COMMAND ${CMAKE_COMMAND} -E touch ${cache}/.writable RESULT_VARIABLE no_cache ERROR_QUIET)
  file(REMOVE ${cache}/.writable)
endif()
if(no_cache)
  set(cache ${FOLDER}/packages)
endif()
if(NOT CMAKE_HOST_WIN32 AND (no_cache OR NOT EXISTS $ENV{HOME}/.nuget/NuGet/NuGet.Config))
  set(ENV{DOTNET_CLI_HOME} ${FOLDER})
  if(NOT DEFINED ENV{NUGET_PACKAGES})
    set(ENV{NUGET_PACKAGES} ${cache})
  endif()
endif()

set(ENV{TMPDIR} ${FOLDER})
set(ENV{DOTNET_NOLOGO} 1)
set(ENV{DOTNET_SKIP_WORKLOAD_INTEGRITY_CHECK} 1) # it complains where it cannot write to the folder of the SDK
set(ENV{DOTNET_CLI_TELEMETRY_OPTOUT} 1)
set(ENV{DOTNET_GENERATE_ASPNET_CERTIFICATE} false)
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(i RANGE 6 ${last}) # after: cmake -DDOTNET=.. -DFOLDER=.. -P msbuild.cmake --
  string(REPLACE ";" "\\;" argument "${CMAKE_ARGV${i}}")
  list(APPEND arguments "${argument}")
endforeach()
# Here is a global.json of our own: one in a folder above would choose another SDK.
execute_process(COMMAND ${DOTNET} msbuild -noAutoResponse -nodeReuse:false -restore -noLogo -verbosity:quiet ${arguments}
  WORKING_DIRECTORY ${FOLDER} COMMAND_ERROR_IS_FATAL ANY)
