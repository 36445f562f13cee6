/* What crosses the border: the header, and what C cannot say. docs/vocabulary.md lists what a line can say. */
%module {{ class }}

%include "vocabulary.i"

%{
#include "{{ name }}.h"
%}

%include "{{ name }}.h"
