/* What generated code does with arrays, seen from the virtual machine's side: a pretended one counts, copies and fails.
 */
#undef NDEBUG
#include <assert.h>
#include <jni.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef SIZES_OF_32_BITS
#define size_t uint32_t
#define ptrdiff_t int32_t
#endif
#include WRAPPER

#define SQUARE_ARRAY Java_org_example_square_SquareMathJNI_squareArray
#define SQUARE_BUFFERS Java_org_example_square_SquareMathJNI_squareArrayDirect

enum { LONG = (2 << 22) + 2, LAST = LONG - 1 };

typedef struct {
    int32_t *elements;
    jsize length;
    int gets, held, written_back;
} array;

static int copies;
static int gets_before_failure;
static size_t longest; /* that C was called for */

/* ---- The library ---- */

int32_t square(int32_t number) { return -number; }

size_t square_array(const int32_t *numbers, size_t count, int32_t *squares) {
    size_t first = count;
    longest = count > longest ? count : longest;
    for (size_t i = count; i-- > 0;) {
        squares[i] = numbers[i] > 46340 ? -1 : numbers[i] * numbers[i];
        first = squares[i] < 0 ? i : first;
    }
    return first;
}

const char *square_version(void) { return ""; }

/* ---- The virtual machine ---- */

static jsize JNICALL get_length(JNIEnv *env, jarray object) { return (void)env, ((array *)object)->length; }

static void *JNICALL get(JNIEnv *env, jarray object, jboolean *is_copy) {
    array *array = (void *)object;
    size_t size = (size_t)array->length * sizeof(int32_t);
    (void)env, (void)is_copy;
    if (gets_before_failure-- == 0)
        return NULL;
    array->gets++;
    array->held++;
    return copies ? memcpy(malloc(size), array->elements, size) : array->elements;
}

static void JNICALL release(JNIEnv *env, jarray object, void *elements, jint mode) {
    array *array = (void *)object;
    (void)env;
    array->held--;
    array->written_back += mode == 0;
    if (!copies)
        return;
    if (mode == 0)
        memcpy(array->elements, elements, (size_t)array->length * sizeof(int32_t));
    free(elements);
}

static void *JNICALL get_address(JNIEnv *env, jobject buffer) { return (void)env, (void *)buffer; }

static const struct JNINativeInterface_ functions = {
    .GetArrayLength = get_length,
    .GetPrimitiveArrayCritical = get,
    .ReleasePrimitiveArrayCritical = release,
    .GetDirectBufferAddress = get_address,
};

static JNIEnv environment = &functions;

/* ---- The tests ---- */

static int32_t numbers[LONG], squares[LONG];
static array input, output;

static jlong call(jsize length, int in_place) {
    for (int i = 0; i < LONG; i++)
        numbers[i] = -3, squares[i] = 0;
    numbers[LAST] = 46341;
    longest = 0;
    input = (array){.elements = numbers, .length = length};
    output = (array){.elements = squares, .length = length};
    return SQUARE_ARRAY(&environment, NULL, (void *)&input, (void *)(in_place ? &input : &output));
}

static void assert_squared(jsize length, const int32_t *result) {
    for (int i = 0; i < length; i++)
        assert(result[i] == (i == LAST ? -1 : 9));
    assert(input.held == 0 && output.held == 0);
}

static void what_is_pinned_is_pinned_for_a_block(void) {
    assert(call(LONG, 0) == LAST);
    assert_squared(LONG, squares);
    assert(input.written_back == 0 && output.written_back == 3);
    assert(output.gets == 3 && longest == 1 << 22);
    assert(call(1 << 22, 0) == 1 << 22);
    assert(input.gets == 1 && output.gets == 1);
}

static void what_is_copied_is_copied_once(void) {
    copies = 1;
    assert(call(LONG, 0) == LAST);
    assert_squared(LONG, squares);
    assert(input.gets == 3 && output.gets == 1 && longest == LONG);
    assert(input.written_back == 0 && output.written_back == 1);
    assert(call(LONG, 1) == LAST);
    assert_squared(LONG, numbers);
    assert(input.written_back == 1);
    copies = 0;
}

static void without_access_nothing_is_held_or_called(void) {
    for (int before = 0; before < 2; before++) {
        gets_before_failure = before;
        assert(call(4, 0) == -1);
        assert(input.held == 0 && output.held == 0 && longest == 0);
    }
    for (int before = 0; before < 8; before++) {
        gets_before_failure = before;
        assert(call(LONG, 0) == (before < 2 ? LAST : -1)); /* those are only a look */
        assert(input.held == 0 && output.held == 0);
    }
    gets_before_failure = -1;
}

static jlong call_buffers(char *in, jlong count, char *out) {
    return SQUARE_BUFFERS(&environment, NULL, (void *)in, 1, count, (void *)out, 2);
}

static void buffers_say_what_is_wrong_with_them(void) {
    char *out = (char *)numbers, *in = out + 4; /* of their first elements, 1 and 2, the address is the same */
    assert(call_buffers(in, 4, out + 4) == -2);
    assert(call_buffers(in + 4, 4, out) == -2);
    assert(call_buffers(in, 4, out + 2) == -3);
    assert(call_buffers(in + 2, 4, out) == -3);
    assert(call_buffers(NULL, 4, out) == -3);
    assert(call_buffers(in, 4, NULL) == -3);
    assert(call_buffers(NULL, 0, NULL) == 0);
    assert(call_buffers(in, 4, out) == 4);
    assert(call_buffers(in, 4, out + 16) == 4);
    assert(numbers[1] == -3 && numbers[2] == 9 && numbers[5] == 9 && numbers[6] == 81 && numbers[9] == 81 &&
           numbers[10] == -3);
}

int main(void) {
    gets_before_failure = -1;
    what_is_pinned_is_pinned_for_a_block();
    what_is_copied_is_copied_once();
    without_access_nothing_is_held_or_called();
    buffers_say_what_is_wrong_with_them();
    puts("passed");
    return 0;
}
