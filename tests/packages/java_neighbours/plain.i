/* A module as SWIG makes it, with nothing of this template's. */
%module Plain
%inline %{
int twice(int number) { return 2 * number; }
%}
