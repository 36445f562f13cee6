#include "kinds.h"
#include "allocate.h"

#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static atomic_int alive;
static int fail_next;

int8_t kinds_int8(int8_t value) { return value; }
uint8_t kinds_uint8(uint8_t value) { return value; }
int16_t kinds_int16(int16_t value) { return value; }
uint16_t kinds_uint16(uint16_t value) { return value; }
int32_t kinds_int32(int32_t value) { return value; }
uint32_t kinds_uint32(uint32_t value) { return value; }
int64_t kinds_int64(int64_t value) { return value; }
uint64_t kinds_uint64(uint64_t value) { return value; }
size_t kinds_size(size_t value) { return value; }
ptrdiff_t kinds_ptrdiff(ptrdiff_t value) { return value; }
long kinds_long(long value) { return value; }
unsigned long kinds_ulong(unsigned long value) { return value; }
kinds_status kinds_long_limits(long *least, unsigned long *most) {
    *least = LONG_MIN;
    *most = ULONG_MAX;
    return KINDS_OK;
}
float kinds_float(float value) { return value; }
double kinds_double(double value) { return value; }
bool kinds_bool(bool value) { return value; }
char kinds_char(char value) { return value; }
int kinds_add(int left, short right) { return left + right; }
int kinds_is_even(int value) { return value % 2 == 0 ? 42 : 0; }

size_t kinds_text_bytes(const char *text) { return strlen(text); }
int kinds_optional_text(const char *text) { return text ? (int)strlen(text) : -1; }

size_t kinds_count_nul(const char *text, size_t size) {
    size_t count = 0;
    for (size_t i = 0; i < size; i++)
        count += text[i] == 0;
    return count;
}

const char *kinds_greeting(void) { return "gr\xc3\xbc\xc3\x9f dich \xf0\x9f\x98\x80"; }
const char *kinds_latin1(void) { return "gr\xfc\xdf dich"; }
const char *kinds_name_of(int number) { return number < 0 ? NULL : "number"; }
const char *kinds_no_text(void) { return NULL; }

static void *allocate(size_t size) {
    if (fail_next) {
        fail_next = 0;
        return NULL;
    }
    return calloc(1, size);
}

void *kinds_allocate(size_t size) {
    void *memory = allocate(size);
    alive += memory != NULL;
    return memory;
}

char *kinds_twice(const char *text) {
    size_t length = strlen(text);
    char *twice = allocate(2 * length + 1);
    if (!twice)
        return NULL;
    memcpy(twice, text, length);
    memcpy(twice + length, text, length);
    alive++;
    return twice;
}

void kinds_free(void *memory) {
    alive--;
    free(memory);
}

kinds_color kinds_mix(kinds_color color) { return color == KINDS_COLOR_RED ? KINDS_COLOR_GREEN : KINDS_COLOR_BLUE; }
kinds_color kinds_unknown_color(void) { return (kinds_color)99; }
kinds_flags kinds_invert(kinds_flags flags) { return (kinds_flags)(~(unsigned)flags & 11); }
int kinds_color_number(int color) { return color; }

uint32_t kinds_sum(const void *data, size_t size) {
    uint32_t sum = 0;
    for (size_t i = 0; i < size; i++)
        sum += ((const unsigned char *)data)[i];
    return sum;
}

uint32_t kinds_sum_key(const unsigned char key[16]) { return kinds_sum(key, 16); }
uint32_t kinds_sum_optional(const uint8_t *data, unsigned int size) { return data ? kinds_sum(data, size) + 1 : 0; }

void kinds_count_up(void *buffer, size_t size) {
    for (size_t i = 0; i < size; i++)
        ((unsigned char *)buffer)[i] = (unsigned char)(i + 1);
}

double kinds_mean(const double *values, size_t count) {
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += values[i];
    return count ? sum / (double)count : 0;
}

int64_t kinds_total(const int16_t *values, int count) {
    int64_t sum = 0;
    for (int i = 0; i < count; i++)
        sum += values[i];
    return sum;
}

void kinds_double_all(float *values, size_t count) {
    for (size_t i = 0; i < count; i++)
        values[i] *= 2;
}

void kinds_multiply(const int64_t *left, const int64_t *right, int64_t *out, size_t count) {
    for (size_t i = 0; i < count; i++)
        out[i] = left[i] * right[i];
}

void kinds_negate_slowly(int32_t *values, size_t count) {
    for (size_t i = 0; i < count; i++)
        values[i] = -values[i];
}

uint32_t kinds_sum_slowly(const void *data, size_t size) { return kinds_sum(data, size); }

int kinds_concatenate(const char *first, const char *second, char *joined, int firstSize, int secondSize,
                      int capacity) {
    if (capacity < firstSize + secondSize)
        return -1;
    memcpy(joined, first, (size_t)firstSize);
    memcpy(joined + firstSize, second, (size_t)secondSize);
    return firstSize + secondSize;
}

void kinds_shift(uint8_t count, int16_t number, int16_t *numbers) {
    for (uint8_t i = 0; i < count; i++)
        numbers[i] = (int16_t)(numbers[i] + number);
}

const uint32_t *kinds_primes(void) {
    static const uint32_t primes[] = {2, 3, 5, 7, 11};
    return primes;
}

int kinds_prime_count(void) { return 5; }

uint8_t *kinds_repeat(uint8_t value, size_t count) {
    uint8_t *bytes = allocate(count + 1);
    if (bytes) {
        memset(bytes, value, count);
        alive++;
    }
    return bytes;
}

int kinds_describe(int number, char *buffer, size_t size) {
    return number < 0 ? -1 : snprintf(buffer, size, "%0*d \xe2\x82\xac", number, number);
}

int kinds_characters(const char *text, int32_t *numbers, int count) {
    int length = (int)strlen(text);
    if (length > count)
        return -length;
    for (int i = 0; i < length; i++)
        numbers[i] = text[i];
    return length;
}

size_t kinds_saved_size(int number) { return (size_t)number; }
void kinds_save(int number, uint8_t *data, size_t size) { memset(data, number, size); }

kinds_status kinds_pack(const void *data, size_t size, unsigned char *packed, unsigned long *used) {
    if (size == 0 || *used < 2 * size)
        return KINDS_BROKEN;
    memcpy(packed, data, size);
    *used = (unsigned long)size;
    return KINDS_OK;
}

size_t kinds_list(int count, double *buffer, size_t capacity) {
    if (buffer && capacity >= (size_t)count)
        for (int i = 0; i < count; i++)
            buffer[i] = i / 2.0;
    return (size_t)count;
}

kinds_status kinds_expand(int size, void *buffer, size_t *used) {
    if (size < 0)
        return KINDS_BROKEN;
    if (*used < (size_t)size)
        return KINDS_SMALL;
    memset(buffer, 'x', (size_t)size);
    *used = (size_t)size;
    return KINDS_OK;
}

const char *kinds_message(kinds_status status) {
    return status == KINDS_EMPTY ? "it is empty" : status == KINDS_BROKEN ? "it is broken \xe2\x9c\x97" : NULL;
}

kinds_status kinds_fail(int status) { return status; }

kinds_status kinds_divide(int dividend, int divisor, int *quotient, int *rest) {
    if (divisor == 0)
        return KINDS_BROKEN;
    *quotient = dividend / divisor;
    *rest = dividend % divisor;
    return KINDS_OK;
}

kinds_status kinds_root(double value, double *root) {
    if (value < 0)
        return KINDS_BROKEN;
    double guess = value > 1 ? value : 1;
    for (int i = 0; i < 200; i++)
        guess = (guess + value / guess) / 2;
    *root = guess;
    return KINDS_OK;
}

void kinds_increment(int *value) { ++*value; }

int kinds_find(const char *text, char character) {
    const char *found = strchr(text, character);
    return found ? (int)(found - text) : -1;
}

struct kinds_stack {
    int limit, size, owned;
    int64_t *numbers;
    char title[32], error[64];
    kinds_options made_with;
    struct kinds_stack *below, *adopted;
    struct kinds_shared *shared;
};

struct kinds_shared {
    int references;
};

struct kinds_cursor {
    const kinds_stack *stack;
    int place;
};

kinds_status kinds_stack_create(int limit, kinds_stack **stack) {
    kinds_stack *made = allocate(sizeof *made);
    if (!made)
        return KINDS_BROKEN;
    alive++;
    *stack = made; /* also after a failure: the caller reads the error, and destroys it */
    made->limit = limit;
    if (limit > 0 && (made->numbers = calloc((size_t)limit, sizeof *made->numbers)))
        return KINDS_OK;
    snprintf(made->error, sizeof made->error, "a stack of %d holds nothing", limit);
    return KINDS_BROKEN;
}

void kinds_stack_destroy(kinds_stack *stack) {
    if (stack->owned)
        abort();
    if (stack->below) {
        stack->below->owned = 0;
        kinds_stack_destroy(stack->below);
    }
    if (stack->adopted) {
        stack->adopted->owned = 0;
        kinds_stack_destroy(stack->adopted);
    }
    if (stack->shared)
        kinds_shared_unref(stack->shared);
    alive--;
    free(stack->numbers);
    free(stack);
}

kinds_stack *kinds_stack_copy(const kinds_stack *stack) {
    kinds_stack *copy = NULL;
    if (kinds_stack_create(stack->limit, &copy) != KINDS_OK)
        return NULL;
    memcpy(copy->numbers, stack->numbers, (size_t)stack->size * sizeof *stack->numbers);
    copy->size = stack->size;
    return copy;
}

static kinds_status broken(kinds_stack *stack, kinds_status status, const char *message) {
    snprintf(stack->error, sizeof stack->error, "%s", message);
    return status;
}

kinds_status kinds_stack_push(kinds_stack *stack, int64_t number) {
    if (stack->size == stack->limit)
        return broken(stack, KINDS_BROKEN, "the stack is full");
    stack->numbers[stack->size++] = number;
    return KINDS_OK;
}

kinds_status kinds_stack_pop(kinds_stack *stack, int64_t *number) {
    if (stack->size == 0)
        return broken(stack, KINDS_EMPTY, "the stack is empty");
    *number = stack->numbers[--stack->size];
    return KINDS_OK;
}

int kinds_stack_size(const kinds_stack *stack) { return stack->size; }
const char *kinds_stack_last_error(const kinds_stack *stack) { return stack->error; }
const char *kinds_stack_title(const kinds_stack *stack) { return stack->title; }

kinds_status kinds_stack_set_title(kinds_stack *stack, const char *title) {
    if (strlen(title) >= sizeof stack->title)
        return broken(stack, KINDS_BROKEN, "the title is too long");
    strcpy(stack->title, title);
    return KINDS_OK;
}

kinds_status kinds_stack_move(kinds_stack *stack, kinds_stack *other) {
    int64_t number;
    while (kinds_stack_pop(other, &number) == KINDS_OK)
        if (kinds_stack_push(stack, number) != KINDS_OK)
            return KINDS_BROKEN;
    return KINDS_OK;
}

kinds_stack *kinds_stack_above(kinds_stack *stack) {
    (void)stack;
    return NULL;
}

kinds_stack *kinds_stack_below(kinds_stack *stack) {
    if (!stack->below && kinds_stack_create(stack->limit, &stack->below) == KINDS_OK)
        stack->below->owned = 1;
    return stack->below;
}

kinds_status kinds_stack_adopt(kinds_stack *stack, kinds_stack *other) {
    kinds_stack_linger(other); /* so that another thread tries the same meanwhile */
    if (stack->adopted)
        return broken(stack, KINDS_BROKEN, "it has adopted one");
    stack->adopted = other;
    other->owned = 1;
    return KINDS_OK;
}

kinds_shared *kinds_shared_create(void) {
    kinds_shared *shared = allocate(sizeof *shared);
    if (!shared)
        return NULL;
    alive++;
    shared->references = 1;
    return shared;
}

void kinds_shared_ref(kinds_shared *shared) { shared->references++; }

void kinds_shared_unref(kinds_shared *shared) {
    if (--shared->references)
        return;
    alive--;
    free(shared);
}

int kinds_shared_references(const kinds_shared *shared) { return shared->references; }

void kinds_stack_share(kinds_stack *stack, kinds_shared *shared) {
    kinds_shared_ref(shared);
    if (stack->shared)
        kinds_shared_unref(stack->shared);
    stack->shared = shared;
}

kinds_shared *kinds_stack_shared(kinds_stack *stack) { return stack->shared; }

kinds_cursor_t kinds_cursor_open(kinds_stack *stack) {
    kinds_cursor_t cursor = allocate(sizeof *cursor);
    if (!cursor)
        return NULL;
    alive++;
    cursor->stack = stack;
    cursor->place = -1;
    return cursor;
}

void kinds_cursor_close(kinds_cursor_t cursor) {
    if (cursor->stack->limit <= 0)
        abort(); /* the stack is gone */
    alive--;
    free(cursor);
}

kinds_status kinds_cursor_next(kinds_cursor_t cursor) {
    return ++cursor->place < cursor->stack->size ? KINDS_MORE : KINDS_DONE;
}

int64_t kinds_cursor_number(kinds_cursor_t cursor) { return cursor->stack->numbers[cursor->place]; }

struct kinds_gate {
    int passed;
};

kinds_gate *kinds_gate_create(void) {
    kinds_gate *gate = allocate(sizeof *gate);
    if (gate)
        alive++;
    return gate;
}

void kinds_gate_destroy(kinds_gate *gate) {
    alive--;
    free(gate);
}

void kinds_gate_wait(kinds_gate *gate, int milliseconds) {
    for (clock_t end = clock() + milliseconds * (CLOCKS_PER_SEC / 1000); clock() < end;) {
    }
    gate->passed++;
}

int kinds_gate_passed(const kinds_gate *gate) { return gate->passed; }

int kinds_alive(void) { return alive; }
void kinds_fail_next_allocation(void) { fail_next = 1; }

kinds_sign kinds_sign_of(double value) {
    return value < 0 ? KINDS_SIGN_NEGATIVE : value > 0 ? KINDS_SIGN_POSITIVE : KINDS_SIGN_ZERO;
}

kinds_status kinds_report(int value, bool *even, kinds_color *color, double *half, const char **name) {
    if (value < 0)
        return KINDS_BROKEN;
    *even = value % 2 == 0;
    *color = value ? KINDS_COLOR_RED : KINDS_COLOR_BLUE;
    *half = value / 2.0;
    *name = value ? "some \xf0\x9f\x98\x80" : "none";
    return KINDS_OK;
}

void kinds_limits(int16_t *least, uint16_t *most) {
    *least = INT16_MIN;
    *most = UINT16_MAX;
}

static const uint8_t table[] = {0, 1, 2, 3, 4, 5, 6, 7};
const uint8_t *kinds_table(void) { return table; }
size_t kinds_table_size(void) { return sizeof table; }

int kinds_stack_size_with(const kinds_stack *stack, const kinds_stack *other) {
    return stack->size + (other ? other->size : 0);
}

int kinds_stack_linger(const kinds_stack *stack) {
    clock_t end = clock() + CLOCKS_PER_SEC / 100;
    int size = 0;
    while (clock() < end)
        size += ((volatile const kinds_stack *)stack)->size;
    return size;
}

#define TEN(TEXT) TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT
int kinds_refuse(void) { return -7; }
const char *kinds_long_message(void) { return TEN(TEN("ten words ")); }

kinds_point kinds_point_mirror(kinds_point point) { return (kinds_point){point.y, point.x}; }

int64_t kinds_point_dot(const kinds_point *left, const kinds_point *right) {
    return (int64_t)left->x * right->x + (int64_t)left->y * right->y;
}

int kinds_point_quadrant(const kinds_point *point) {
    if (!point)
        return -1;
    return point->y >= 0 ? (point->x >= 0 ? 1 : 2) : (point->x < 0 ? 3 : 4);
}

void kinds_point_move(kinds_point *point, int32_t right, int32_t up) {
    point->x += right;
    point->y += up;
}

kinds_status kinds_point_halve(kinds_point point, kinds_point *half) {
    if (point.x % 2 || point.y % 2)
        return KINDS_BROKEN;
    *half = (kinds_point){point.x / 2, point.y / 2};
    return KINDS_OK;
}

static const kinds_point corners[] = {{1, 1}, {-1, 1}, {-1, -1}, {1, -1}};

const kinds_point *kinds_corners(void) { return corners; }

const kinds_point *kinds_point_corner(int number) { return number >= 0 && number < 4 ? &corners[number] : NULL; }

kinds_line kinds_line_reverse(kinds_line line) { return (kinds_line){line.to, line.from, line.color, !line.dashed}; }

kinds_status kinds_line_middle(const kinds_line *line, kinds_point *middle, double *norm) {
    int32_t x = line->to.x - line->from.x, y = line->to.y - line->from.y;
    if (!x && !y)
        return KINDS_EMPTY;
    *middle = (kinds_point){line->from.x + x / 2, line->from.y + y / 2};
    *norm = (double)x * x + (double)y * y;
    return KINDS_OK;
}

struct kinds_numbers kinds_numbers_same(struct kinds_numbers numbers) {
    return numbers;
}

static void turn(const char *text, char *turned) {
    size_t length = strlen(text);
    turned[length] = 0;
    while (*text)
        turned[--length] = *text++;
}

kinds_label kinds_label_turn(const kinds_label *label) {
    static char text[1024];
    kinds_label turned = *label;
    if (strlen(label->text) < sizeof text)
        turn(label->text, text);
    turn(label->owner, turned.owner);
    turned.text = text;
    for (int i = 0; i < 2; i++)
        turned.box[i] *= 2;
    return turned;
}

size_t kinds_label_bytes(kinds_label label) {
    return label.reserved ? 0 : strlen(label.text) + (label.note ? strlen(label.note) : 0) + strlen(label.owner);
}

kinds_label kinds_label_full(int text) {
    kinds_label label = {.id = UINT32_MAX, .text = text ? "full" : NULL};
    memset(label.owner, 'o', sizeof label.owner);
    return label;
}

kinds_point kinds_point_sum(const kinds_point *points, size_t count) {
    kinds_point sum = {0, 0};
    for (size_t i = 0; i < count; i++) {
        sum.x += points[i].x;
        sum.y += points[i].y;
    }
    return sum;
}

size_t kinds_label_all_bytes(const kinds_label *labels, int count) {
    size_t bytes = 0;
    for (int i = 0; i < count; i++)
        bytes += kinds_label_bytes(labels[i]);
    return bytes;
}

kinds_label *kinds_labels(size_t count) {
    kinds_label *labels = count ? calloc(count, sizeof *labels) : NULL;
    if (labels)
        alive++;
    for (size_t i = 0; labels && i < count; i++)
        labels[i] = (kinds_label){.id = (uint32_t)i, .text = "one of many"};
    return labels;
}

size_t kinds_grid(int side, kinds_point *points, size_t capacity) {
    size_t count = (size_t)side * (size_t)side;
    for (size_t i = 0; points && count <= capacity && i < count; i++)
        points[i] = (kinds_point){(int32_t)(i % (size_t)side), (int32_t)(i / (size_t)side)};
    return count;
}

kinds_options kinds_default_options(void) {
    return (kinds_options){.limit = 10,
                           .ratio = 0.5,
                           .color = KINDS_COLOR_GREEN,
                           .strict = true,
                           .title = "a stack",
                           .seed = {1, 2, 3, 4},
                           .start = {3, 4},
                           .unused = abort};
}

kinds_status kinds_stack_create_with(const kinds_options *options, kinds_stack **stack) {
    kinds_status status = kinds_stack_create(options->limit, stack);
    if (*stack)
        (*stack)->made_with = *options;
    return status;
}

const char *kinds_stack_made_title(const kinds_stack *stack) { return stack->made_with.title; }

const char *kinds_stack_made_author(const kinds_stack *stack) { return stack->made_with.author; }

void kinds_stack_change_options(kinds_stack *stack, kinds_options options) { stack->made_with = options; }

bool kinds_options_is_unused(kinds_options options) { return options.unused == abort; }

void kinds_style_init(kinds_style *style) { *style = (kinds_style){5, "serif", 1000}; }

int kinds_style_width(const kinds_style *style) { return style->width + (int)style->reserved; }

kinds_style kinds_style_wider(kinds_style style) {
    style.width++;
    return style;
}

kinds_id kinds_id_next(kinds_id id) {
    id.bytes[0]++;
    return id;
}

int kinds_id_compare(const kinds_id *left, const kinds_id *right) { return memcmp(left, right, sizeof *left); }

kinds_status kinds_id_of(const char *text, kinds_id *id) {
    for (int i = 0; *text && i < 8; i++)
        id->bytes[i] = (unsigned char)*text++;
    return id->bytes[0] ? KINDS_OK : KINDS_EMPTY;
}

const kinds_id *kinds_id_none(void) {
    static const kinds_id none = {{0}};
    return &none;
}

kinds_entry kinds_entry_next(kinds_entry entry) { return (kinds_entry){kinds_id_next(entry.id), entry.number + 1}; }

enum kinds_shade kinds_shade(int number) { return (enum kinds_shade)number; }
