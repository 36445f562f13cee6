%module counters
%include "vocabulary.i"

%prefix(counter_)
%handle(counter, Counter, counter_free)
%status(counter_status, COUNTER_OK)
%bytes(counter_feed::data, size)
