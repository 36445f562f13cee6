find_package(Python 3.9 COMPONENTS Interpreter Development.Module) # its targets are known in the folder that asked
block()
  set(CMAKE_CURRENT_BINARY_DIR ${CMAKE_CURRENT_BINARY_DIR}/python)
  add_native_module(llama_python python llama NO_PROXY LINES ${lines})
  target_link_libraries(llama_python PRIVATE Python::Module)
  set_target_properties(llama_python PROPERTIES OUTPUT_NAME llama LIBRARY_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/site)
endblock()
add_program(llama_python "Python" ${CMAKE_COMMAND} -E env PYTHONPATH=${CMAKE_CURRENT_BINARY_DIR}/python/site
  ${Python_EXECUTABLE} -B ${CMAKE_CURRENT_SOURCE_DIR}/complete.py)
