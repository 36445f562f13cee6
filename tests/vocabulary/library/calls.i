/* What C cannot say about calls.h. */
%module calls
%include "vocabulary.i"

%prefix(calls_)
%status(calls_status, CALLS_OK, calls_message(status))
%callable(calls_step, false)
%callable(calls_block, -1)
%callable(calls_judge, CALLS_VERDICT_STOP)
%array(calls_block::data, count)
%bytes(calls_judge::data, size)
%scope(calls_each calls_each_thread calls_search calls_maybe calls_blocks, call)
%scope(calls_extremes calls_judged calls_spelled, call)
%nullable(calls_maybe::step)
