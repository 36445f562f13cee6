/**
 * @file
 * A library that has every kind of crossing, one function or two for each.
 */
#ifndef KINDS_H
#define KINDS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Numbers: what comes in goes out. */
/** The same number. */
int8_t kinds_int8(int8_t value);
uint8_t kinds_uint8(uint8_t value);
int16_t kinds_int16(int16_t value);
uint16_t kinds_uint16(uint16_t value);
int32_t kinds_int32(int32_t value);
uint32_t kinds_uint32(uint32_t value);
int64_t kinds_int64(int64_t value);
uint64_t kinds_uint64(uint64_t value);
size_t kinds_size(size_t value);
ptrdiff_t kinds_ptrdiff(ptrdiff_t value);
long kinds_long(long value);
unsigned long kinds_ulong(unsigned long value);
float kinds_float(float value);
double kinds_double(double value);
bool kinds_bool(bool value);
char kinds_char(char value);
int kinds_add(int left, short right);
/** Whether the number is even, as C says it. */
int kinds_is_even(int value);

/* Text. */
/** How many bytes the text has. */
size_t kinds_text_bytes(const char *text);
/** The same, -1 for none. */
int kinds_optional_text(const char *text);
/** Bytes that are text, NUL included. */
size_t kinds_count_nul(const char *text, size_t size);
/** A text that the library owns. */
const char *kinds_greeting(void);
/** Latin-1, which is no UTF-8. */
const char *kinds_latin1(void);
/** None for a negative number. */
const char *kinds_name_of(int number);
/** NULL, although nothing says so. */
const char *kinds_no_text(void);
/** The text twice; the caller frees it. */
char *kinds_twice(const char *text);
void kinds_free(void *memory);

/* Enums, flags, constants. */
/** A colour; later versions may have more. */
typedef enum kinds_color { KINDS_COLOR_RED = 1, KINDS_COLOR_GREEN = 2, KINDS_COLOR_BLUE = 0040 } kinds_color;
/** May be combined. */
typedef enum { KINDS_FLAG_FAST = 1, KINDS_FLAG_SAFE = 1 << 1, KINDS_FLAG_LOUD = 1 << 3 } kinds_flags;
kinds_color kinds_mix(kinds_color color);
/** A colour that no enumerator has. */
kinds_color kinds_unknown_color(void);
kinds_flags kinds_invert(kinds_flags flags);
/** The number of a colour, as an int. */
int kinds_color_number(int color);
#define KINDS_LIMIT (6 * 7)
#define KINDS_BIG 0x7fffffffffffffff
#define KINDS_RATIO 1.5
#define KINDS_TITLE "kinds \"of\" 'values'"

/* Bytes and arrays. */
/** A checksum of bytes. */
uint32_t kinds_sum(const void *data, size_t size);
/** The same, of exactly 16 bytes. */
uint32_t kinds_sum_key(const unsigned char key[16]);
/** 0 for none. */
uint32_t kinds_sum_optional(const uint8_t *data, unsigned int size);
/** Writes 1, 2, 3, .. */
void kinds_count_up(void *buffer, size_t size);
double kinds_mean(const double *values, size_t count);
int64_t kinds_total(const int16_t *values, int count);
/** Doubles each in place. */
void kinds_double_all(float *values, size_t count);
/** out[i] = left[i] * right[i] */
void kinds_multiply(const int64_t *left, const int64_t *right, int64_t *out, size_t count);
/** Negates each in place, and may take long. */
void kinds_negate_slowly(int32_t *values, size_t count);
/** A sum, and may take long. */
uint32_t kinds_sum_slowly(const void *data, size_t size);
/** Both, one after the other: how many bytes were written, or -1. The lengths are elsewhere. */
int kinds_concatenate(const char *first, const char *second, char *joined, int firstSize, int secondSize, int capacity);
/** Adds to each in place. */
void kinds_shift(uint8_t count, int16_t number, int16_t *numbers);
/** The first primes. */
const uint32_t *kinds_primes(void);
int kinds_prime_count(void);
/** count bytes, all the same; the caller frees them. */
uint8_t *kinds_repeat(uint8_t value, size_t count);

typedef int kinds_status;
/** The least long and the most that an unsigned one holds. */
kinds_status kinds_long_limits(long *least, unsigned long *most);
/* Memory that C fills, by each way to say how much there is. */
/** As snprintf(): the length without NUL, also where it did not fit. */
int kinds_describe(int number, char *buffer, size_t size);
/** One number per character. A negative result: so many are needed. */
int kinds_characters(const char *text, int32_t *numbers, int count);
/** How many bytes kinds_save() writes. */
size_t kinds_saved_size(int number);
void kinds_save(int number, uint8_t *data, size_t size);
/** At most 2 * size bytes; *used is in how many there are, out how many were used. Fails for no data. */
kinds_status kinds_pack(const void *data, size_t size, unsigned char *packed, unsigned long *used);
/** How many there are, also where buffer is NULL or too small, and nothing is written. */
size_t kinds_list(int count, double *buffer, size_t capacity);
/** Fails with KINDS_SMALL where it does not fit. */
kinds_status kinds_expand(int size, void *buffer, size_t *used);

/* Failure and outputs. */
enum { KINDS_OK, KINDS_EMPTY, KINDS_BROKEN, KINDS_SMALL, KINDS_DONE = 100, KINDS_MORE };
const char *kinds_message(kinds_status status);
/** Fails with any status but 0. */
kinds_status kinds_fail(int status);
/** Quotient and rest. Fails for a divisor of 0. */
kinds_status kinds_divide(int dividend, int divisor, int *quotient, int *rest);
/** What is the value when multiplied by itself. Fails for what is negative. */
kinds_status kinds_root(double value, double *result);
/** Adds one to what it is given. */
void kinds_increment(int *value);
/** Negative for a failure. */
int kinds_find(const char *text, char character);

/* Objects. */
/** A stack of numbers. */
typedef struct kinds_stack kinds_stack;
/** A place in a stack. */
typedef struct kinds_cursor *kinds_cursor_t;
/**
 * @brief Makes a stack.
 * @param limit How many numbers it holds at most; 0 is refused.
 * @param stack The stack.
 */
kinds_status kinds_stack_create(int limit, kinds_stack **stack);
void kinds_stack_destroy(kinds_stack *stack);
/** A stack with all that is in another. */
kinds_stack *kinds_stack_copy(const kinds_stack *stack);
kinds_status kinds_stack_push(kinds_stack *stack, int64_t number);
/** Takes the uppermost number off. There is none in an empty stack. */
kinds_status kinds_stack_pop(kinds_stack *stack, int64_t *number);
int kinds_stack_size(const kinds_stack *stack);
const char *kinds_stack_last_error(const kinds_stack *stack);
const char *kinds_stack_title(const kinds_stack *stack);
kinds_status kinds_stack_set_title(kinds_stack *stack, const char *title);
/** Moves all numbers of another stack onto this one. */
kinds_status kinds_stack_move(kinds_stack *stack, kinds_stack *other);
/** The stack on which this one was made, if any. */
kinds_stack *kinds_stack_above(kinds_stack *stack);
/** The stack that belongs to this one. */
kinds_stack *kinds_stack_below(kinds_stack *stack);
/** Takes another stack over, which is destroyed with this one. */
kinds_status kinds_stack_adopt(kinds_stack *stack, kinds_stack *other);
/** What several stacks share. */
typedef struct kinds_shared kinds_shared;
kinds_shared *kinds_shared_create(void);
void kinds_shared_ref(kinds_shared *shared);
void kinds_shared_unref(kinds_shared *shared);
int kinds_shared_references(const kinds_shared *shared);
/** Shares it: it lives as long as one of both. */
void kinds_stack_share(kinds_stack *stack, kinds_shared *shared);
kinds_shared *kinds_stack_shared(kinds_stack *stack);
kinds_cursor_t kinds_cursor_open(kinds_stack *stack);
void kinds_cursor_close(kinds_cursor_t cursor);
/** True as long as there is a number. */
kinds_status kinds_cursor_next(kinds_cursor_t cursor);
int64_t kinds_cursor_number(kinds_cursor_t cursor);
/** What one thread at a time may pass. */
typedef struct kinds_gate kinds_gate;
kinds_gate *kinds_gate_create(void);
void kinds_gate_destroy(kinds_gate *gate);
/** Returns after so many milliseconds. */
void kinds_gate_wait(kinds_gate *gate, int milliseconds);
/** How often somebody has waited. */
int kinds_gate_passed(const kinds_gate *gate);
/** How many stacks and cursors there are. */
int kinds_alive(void);
/** The next allocation fails. */
void kinds_fail_next_allocation(void);

/* More of some kinds. */
/** Has a negative value. */
typedef enum { KINDS_SIGN_NEGATIVE = -1, KINDS_SIGN_ZERO, KINDS_SIGN_POSITIVE } kinds_sign;
kinds_sign kinds_sign_of(double value);
/** Results of several kinds. Fails for what is negative. */
kinds_status kinds_report(int value, bool *even, kinds_color *color, double *half, const char **name);
/** Several results and no status. */
void kinds_limits(int16_t *least, uint16_t *most);
/** Bytes of the library's own: 0, 1, 2, .. */
const uint8_t *kinds_table(void);
size_t kinds_table_size(void);
/** Fails, with kinds_long_message(), which has 1000 characters. */
int kinds_refuse(void);
const char *kinds_long_message(void);
/** The numbers of both; the other may be NULL. */
int kinds_stack_size_with(const kinds_stack *stack, const kinds_stack *other);
/** Reads the stack for some 10 ms. */
int kinds_stack_linger(const kinds_stack *stack);

/* Structs. */
/** A point of the plane. */
typedef struct kinds_point {
    int32_t x; /**< To the right. */
    int32_t y; /**< Upwards. */
} kinds_point;
/** From one point to another. */
typedef struct {
    kinds_point from, to;
    kinds_color color;
    bool dashed;
} kinds_line;
kinds_point kinds_point_mirror(kinds_point point);
int64_t kinds_point_dot(const kinds_point *left, const kinds_point *right);
/** -1 for none. */
int kinds_point_quadrant(const kinds_point *point);
void kinds_point_move(kinds_point *point, int32_t right, int32_t up);
/** Fails for what is not on a grid of 2. */
kinds_status kinds_point_halve(kinds_point point, kinds_point *half);
/** The corner that is farthest from the origin, of 4; NULL for another number. */
const kinds_point *kinds_point_corner(int number);
kinds_line kinds_line_reverse(kinds_line line);
/** The middle, and the field norm of x + iy. Fails for a line that is a point. */
kinds_status kinds_line_middle(const kinds_line *line, kinds_point *middle, double *norm);
/** One of each number. */
struct kinds_numbers {
    int8_t int8;
    uint8_t uint8;
    int16_t int16;
    uint16_t uint16;
    uint32_t uint32;
    int64_t int64;
    uint64_t uint64;
    size_t size;
    long of_long;
    unsigned long of_ulong;
    float of_float;
    double of_double;
    char character;
    kinds_flags flags;
};
struct kinds_numbers kinds_numbers_same(struct kinds_numbers numbers);
enum { KINDS_LABEL_ROOM = 16 };
/** What hangs on a thing. */
typedef struct kinds_label {
    uint32_t id;
    const char *text;             /**< What it says. */
    const char *note;             /**< May be missing. */
    char owner[KINDS_LABEL_ROOM]; /**< Who has written it. */
    unsigned char key[4];
    double box[2];
    void *reserved;
} kinds_label;
/** The label's text and owner backwards, and its box doubled. They are in memory that the next call uses again. */
kinds_label kinds_label_turn(const kinds_label *label);
/** How many bytes all its texts have. */
size_t kinds_label_bytes(kinds_label label);
/** A label whose owner fills its room, and whose text is NULL for 0. */
kinds_label kinds_label_full(int text);
/** What is told apart by its bytes. */
typedef struct kinds_id {
    unsigned char bytes[8];
} kinds_id;
/** Where it is used. */
typedef struct kinds_entry {
    kinds_id id;
    int32_t number;
} kinds_entry;
kinds_id kinds_id_next(kinds_id id);
int kinds_id_compare(const kinds_id *left, const kinds_id *right);
/** Fails for no text. */
kinds_status kinds_id_of(const char *text, kinds_id *id);
const kinds_id *kinds_id_none(void);
kinds_entry kinds_entry_next(kinds_entry entry);
/** An enum of the same name has a function. */
enum kinds_shade { KINDS_SHADE_LIGHT, KINDS_SHADE_DARK };
enum kinds_shade kinds_shade(int number);
/** How a stack is made. */
typedef struct kinds_options {
    int limit; /**< How many numbers it holds at most. */
    double ratio;
    kinds_color color;
    bool strict;
    const char *title;  /**< What it is called. The text is not copied. */
    const char *author; /**< Who has made it. The text is not copied. */
    uint8_t seed[4];
    kinds_point start;
    void (*unused)(void);
} kinds_options;
/** 10, 0.5, green, strict, "a stack", no author, seed 1 2 3 4, at 3 4. */
kinds_options kinds_default_options(void);
/** Fails for a limit below 1. */
kinds_status kinds_stack_create_with(const kinds_options *options, kinds_stack **stack);
/** The title and author that it was made with. */
const char *kinds_stack_made_title(const kinds_stack *stack);
const char *kinds_stack_made_author(const kinds_stack *stack);
/** The text is not copied. */
void kinds_stack_change_options(kinds_stack *stack, kinds_options options);
/** Whether a function is there, although nobody has set one. */
bool kinds_options_is_unused(kinds_options options);
/** How it looks. */
typedef struct kinds_style {
    int width;
    char font[8];
    int64_t reserved;
} kinds_style;
void kinds_style_init(kinds_style *style);
/** Its width and 1000 for what is reserved. */
int kinds_style_width(const kinds_style *style);
kinds_style kinds_style_wider(kinds_style style);
/** The sum of all, in both directions. */
kinds_point kinds_point_sum(const kinds_point *points, size_t count);
/** How many bytes all texts of all labels have. */
size_t kinds_label_all_bytes(const kinds_label *labels, int count);
/** The corners, which are the library's own. */
const kinds_point *kinds_corners(void);
/** So many labels; the caller frees them. NULL for none. */
kinds_label *kinds_labels(size_t count);
/** The points of a grid. */
size_t kinds_grid(int side, kinds_point *points, size_t capacity);
#endif
