/* Threads of our own. */
%fragment("border_threads", "header", fragment="border_cell") %{
#ifdef _WIN32
#include <windows.h>

static void border_end_of_thread(void *data); /* the language's */

static VOID WINAPI border_thread_ends(void *data) {
  if (data) border_end_of_thread(data);
}

static inline void border_at_end_of_thread(void *data) {
  static INIT_ONCE once = INIT_ONCE_STATIC_INIT;
  static DWORD key;
  BOOL first;
  if (InitOnceBeginInitialize(&once, 0, &first, NULL) && first) {
    key = FlsAlloc(border_thread_ends);
    InitOnceComplete(&once, 0, NULL);
  }
  FlsSetValue(key, data);
}

static DWORD WINAPI border_leaving(void *cell) {
  border_leave(cell);
  return 0;
}

/* A library may wait in the destructor for its own threads, of which this may be one. */
static void border_leave_in_another_thread(border_cell *cell) {
  HANDLE thread = CreateThread(NULL, 0, border_leaving, cell, 0, NULL);
  if (thread) CloseHandle(thread);
}
#else
#include <pthread.h>

static void border_end_of_thread(void *data); /* the language's */

static pthread_key_t border_thread_key;
static void border_make_thread_key(void) { pthread_key_create(&border_thread_key, border_end_of_thread); }

static inline void border_at_end_of_thread(void *data) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, border_make_thread_key);
  pthread_setspecific(border_thread_key, data);
}

static void *border_leaving(void *cell) {
  border_leave(cell);
  return NULL;
}

/* A library may wait in the destructor for its own threads, of which this may be one. */
static void border_leave_in_another_thread(border_cell *cell) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, border_leaving, cell) == 0) pthread_detach(thread);
}
#endif
%}
