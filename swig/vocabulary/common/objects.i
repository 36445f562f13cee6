/* Arrays of objects that are passed. */
%fragment("border_objects", "header", fragment="border_cell") %{
typedef struct {
  border_cell *const *data;
  size_t count;
} border_objects;

static void border_leave_list(border_cell *const *cells, size_t count, void *objects) {
  for (size_t i = 0; objects && i < count; i++) border_exit(cells[i]);
  free(objects);
}

/* The addresses of the objects, which stay where they are until border_leave_list(); or NULL. */
static void *border_enter_list(border_cell *const *cells, size_t count, border_failure *failed) {
  void **objects = failed->kind ? NULL : malloc((count + 1) * sizeof *objects);
  if (!objects) border_fail(failed, BORDER_MEMORY, 0, NULL);
  for (size_t i = 0; objects && i < count; i++) {
    if (!border_enter(cells[i], failed)) {
      border_leave_list(cells, i, objects);
      return NULL;
    }
    objects[i] = cells[i]->object;
  }
  return objects;
}
%}
