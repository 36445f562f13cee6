%module swig_peer
%{
#include <square.h>
%}
%include <stdint.i>
%include <square.h>
