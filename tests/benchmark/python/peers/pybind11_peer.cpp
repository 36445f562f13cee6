#include <pybind11/pybind11.h>
#include <square.h>

PYBIND11_MODULE(pybind11_peer, module) { module.def("square", &square); }
