# What the bindings share: SWIG, and how a native module is made with it. Included, not added as a subdirectory: the rules
# of UseSWIG need its variables in a scope that all bindings are in.
if(BINDINGS AND CMAKE_HOST_UNIX AND "${PROJECT_SOURCE_DIR}${PROJECT_BINARY_DIR}" MATCHES "[()&'$`<>]")
  message(FATAL_ERROR "UseSWIG does not quote ( ) & ' $ ` < >, as a folder here has in its name: move it, or set no BINDINGS")
endif()
find_package(SWIG 4.1)
if(DEFINED ENV{SWIG_FEATURES}) # UseSWIG passes it on
  message(FATAL_ERROR "The environment has SWIG_FEATURES, which changes what SWIG writes: unset it")
endif()
if(SWIG_FOUND)
  set(UseSWIG_MODULE_VERSION 2)
  set(SWIG_USE_SWIG_DEPENDENCIES ON) # off by default: an edit of the header would not run SWIG again
  include(${SWIG_USE_FILE})
endif()

# One clear line; the tests of what is left out then show as not run. In CI that would look as if they had passed. To publish
# without it would drop a language or a platform from a release: the target `packages` fails.
function(leave_out what packages)
  set(mode NOTICE)
  if(DEFINED ENV{CI} AND BUILD_TESTING)
    set(mode FATAL_ERROR)
  endif()
  set_property(GLOBAL APPEND PROPERTY left_out "${what}")
  message(${mode} "${what}: left out. To have it, install ${packages}.")
endfunction()

function(add_disabled_test name)
  add_test(NAME ${name} COMMAND ${CMAKE_COMMAND} -E false)
  set_tests_properties(${name} PROPERTIES DISABLED TRUE)
endfunction()

# can_run(RESULT CODE PYTHON..): whether this Python runs this code. Not where a folder called `build` would be imported.
function(can_run result code)
  execute_process(COMMAND ${ARGN} -c "${code}" WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} RESULT_VARIABLE failed
    OUTPUT_QUIET ERROR_QUIET)
  string(COMPARE EQUAL "${failed}" 0 ${result})
  return(PROPAGATE ${result})
endfunction()

# The generator needs a Python that has Jinja2: the chosen one, or else the system's.
foreach(candidate IN ITEMS "${Python_EXECUTABLE}" python3 /usr/bin/python3 python)
  if(candidate AND NOT GENERATOR_PYTHON)
    can_run(has_jinja "import jinja2" ${candidate})
    if(has_jinja)
      set(GENERATOR_PYTHON ${candidate} CACHE STRING "The Python that runs swig/generator")
    endif()
  endif()
endforeach()
if(BINDINGS AND NOT GENERATOR_PYTHON)
  leave_out("The bindings" "python3-jinja2")
  set(BINDINGS "")
endif()

# add_native_module(TARGET LANGUAGE MODULE [NO_PROXY] [LINES file] [OPTIONS option..]) makes one language's native module. MODULE
# is SWIG's name for it, or for its class. The sources that SWIG writes in that language are in the folder `generated`; what the
# generator writes, in `interface`. The author's lines are in swig/NAME.i, or another library's in LINES: NAME.i, for NAME.h and
# the target NAME_static.
function(add_native_module target language module)
  cmake_parse_arguments(PARSE_ARGV 3 arg "" LINES OPTIONS)
  if(NOT arg_LINES)
    set(arg_LINES ${PROJECT_SOURCE_DIR}/swig/${PROJECT_NAME}.i)
    set(${PROJECT_NAME}_throws ${library_throws})
  endif()
  cmake_path(GET arg_LINES STEM library)
  set(throws ${${library}_throws})
  cmake_path(GET arg_LINES PARENT_PATH folder)
  if(language STREQUAL "python" AND SWIG_VERSION VERSION_GREATER_EQUAL 4.4)
    list(APPEND arg_OPTIONS -nogil) # the module needs no lock of the interpreter
  endif()
  generate_interface(${language} ${module} ${library} ${arg_LINES})
  set(interface ${CMAKE_CURRENT_BINARY_DIR}/interface/generated.i)
  set(vocabulary ${PROJECT_SOURCE_DIR}/swig/vocabulary)
  set_source_files_properties(${interface} PROPERTIES SWIG_MODULE_NAME ${module})
  swig_add_library(${target} TYPE MODULE LANGUAGE ${language} ${arg_UNPARSED_ARGUMENTS}
    OUTPUT_DIR ${CMAKE_CURRENT_BINARY_DIR}/generated SOURCES ${interface})
  link_native_module(${target} ${library})
  if(throws)
    target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/interface/caught.cpp)
    target_compile_features(${target} PRIVATE cxx_std_11)
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:MSVC>:/EHs$<SEMICOLON>/EHc->) # C functions throw
  endif()
  set_target_properties(${target} PROPERTIES
    LIBRARY_OUTPUT_DIRECTORY $<1:${CMAKE_CURRENT_BINARY_DIR}> # in every configuration: MSBuild would copy a folder Release, too
    SWIG_USE_TARGET_INCLUDE_DIRECTORIES ON
    SWIG_COMPILE_OPTIONS "-Werror;-I${vocabulary};-I${vocabulary}/${language};-I${folder};${arg_OPTIONS}")
  if(NOT MSVC)
    set_property(TARGET ${target} PROPERTY SWIG_GENERATED_COMPILE_OPTIONS
      -Wno-unused-parameter -Wno-missing-field-initializers -Wno-deprecated-declarations)
  endif()
endfunction()

# link_native_module(TARGET LIBRARY): what holds for every module that SWIG's code is compiled into.
function(link_native_module target library)
  target_link_libraries(${target} PRIVATE ${library}_static)
  set_target_properties(${target} PROPERTIES PREFIX "" C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden)
  target_compile_definitions(${target} PRIVATE SWIG_PYTHON_SILENT_MEMLEAK) # of objects that no module here has; it prints
  if(MSVC)
    set_property(TARGET ${target} PROPERTY COMPILE_WARNING_AS_ERROR OFF) # what SWIG writes is not ours to mend
  endif()
  foreach(config IN LISTS CMAKE_CONFIGURATION_TYPES CMAKE_BUILD_TYPE)
    string(TOUPPER ${config}_POSTFIX postfix)
    set_property(TARGET ${target} PROPERTY ${postfix} "") # it is loaded by its name
  endforeach()
  include(${PROJECT_SOURCE_DIR}/bindings/hardening.cmake)
  target_compile_options(${target} PRIVATE "${hardening_options}")
  target_link_options(${target} PRIVATE ${hardening_link_options} ${inside_link_options})
  # clang links libc also where nothing of it is called; the module then runs with one C library only.
  set(clang $<AND:$<PLATFORM_ID:Linux>,$<LINK_LANG_AND_ID:C,Clang>>)
  target_link_options(${target} PRIVATE $<${clang}:-nodefaultlibs>)
  target_link_libraries(${target} PRIVATE $<${clang}:-Wl,--push-state,--as-needed,-lc,--pop-state,-lgcc>)
endfunction()

# The header and the author's lines become what SWIG reads, and what else the language needs.
function(generate_interface language module library lines)
  set(generator ${PROJECT_SOURCE_DIR}/swig/generator)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/interface)
  set(written ${output}/generated.i)
  if(language STREQUAL python)
    list(APPEND written ${output}/stub.pyi)
  elseif(language STREQUAL "java") # quoted: there is a variable of that name
    list(APPEND written ${output}/sources) # what there is in output/classes
    set(names --class ${module} --package ${java_package})
  elseif(language STREQUAL "csharp")
    list(APPEND written ${output}/Types.cs)
    set(names --class ${module} --package ${csharp_namespace})
  endif()
  if(throws)
    list(APPEND written ${output}/caught.cpp)
  endif()
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${generator}/*.py ${generator}/*.j2)
  separate_arguments(compiler NATIVE_COMMAND "${CMAKE_C_FLAGS}")
  separate_arguments(compiler_arguments NATIVE_COMMAND "${CMAKE_C_COMPILER_ARG1}")
  add_custom_command(OUTPUT ${written}
    COMMAND ${GENERATOR_PYTHON} -B ${generator} ${language} ${lines} ${names} --output ${output} --swig ${SWIG_EXECUTABLE}
      --own ${PROJECT_SOURCE_DIR}/core/include $<$<BOOL:${throws}>:--throws>
      --include "$<TARGET_PROPERTY:${library}_static,INTERFACE_INCLUDE_DIRECTORIES>"
      --compiler ${CMAKE_C_COMPILER} ${compiler_arguments} ${compiler}
    DEPENDS ${sources} ${lines}
    DEPFILE ${output}/generated.d
    COMMENT "Deciding how ${library}.h crosses to ${language}" COMMAND_EXPAND_LISTS VERBATIM)
endfunction()
