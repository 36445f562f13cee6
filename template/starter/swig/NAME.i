/* What C cannot say about {{ name }}.h. docs/vocabulary.md lists what a line can say. */
%module {{ name }}
%include "vocabulary.i"
