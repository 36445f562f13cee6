/* The vocabulary: HOW each kind of value crosses. Each language has a folder of these files; the build tells SWIG which one to
   look in. What a library does not use costs nothing. */
%include "stdint.i"
%include "common/failure.i"
%include "common/view.i"
%include "common/cell.i"
%include "language.i"
%include "numbers.i"
%include "arrays.i"
%include "version.i"
