/* What C cannot say about thrower.h. */
%module thrower
%include "vocabulary.i"

%prefix(thrower_)
%status(thrower_status, THROWER_OK, thrower_message(status))
%skip(thrower_message)
%handle(thrower_store, Store, thrower_store_destroy)
%independent(thrower_store_clone)
%fill(thrower_store_text::text, size, snprintf)
%callable(thrower_visit, false)
%scope(thrower_store_each, call)
