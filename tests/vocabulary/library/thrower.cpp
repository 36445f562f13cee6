#include "thrower.h"

#include <atomic>
#include <cstdio>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

static std::atomic<int> alive;

struct thrower_store {
    size_t capacity;
    std::vector<int> numbers;
    explicit thrower_store(int capacity) : capacity(static_cast<size_t>(capacity)) {
        if (capacity < 0)
            throw std::length_error("a capacity below 0");
        alive++;
    }
    thrower_store(const thrower_store &other) : capacity(other.capacity), numbers(other.numbers) { alive++; }
    ~thrower_store() { alive--; }
};

const char *thrower_message(thrower_status) { return "it is full"; }

int32_t thrower_divide(int32_t dividend, int32_t divisor) {
    if (divisor == 0)
        throw std::invalid_argument("division by zero ✗");
    return dividend / divisor;
}

void thrower_throw(int what) {
    if (what == 1)
        throw std::runtime_error("thrown");
    if (what == 2)
        throw std::bad_alloc();
    if (what == 3)
        throw 3;
}

const char *thrower_name(bool known) { return known ? "known" : throw std::out_of_range("no name"); }

int thrower_alive(void) { return alive; }
thrower_store *thrower_store_create(int capacity) { return new thrower_store(capacity); }

void thrower_store_destroy(thrower_store *store) {
    delete store;
    throw std::runtime_error("destroyed");
}

thrower_status thrower_store_put(thrower_store *store, int number) {
    if (store->numbers.size() == store->capacity)
        return THROWER_FULL;
    store->numbers.push_back(number);
    return THROWER_OK;
}

int thrower_store_at(const thrower_store *store, int index) { return store->numbers.at(static_cast<size_t>(index)); }

thrower_status thrower_store_clone(const thrower_store *store, thrower_store **copy) {
    *copy = new thrower_store(*store);
    if (store->numbers.empty()) {
        delete *copy;
        throw std::logic_error("nothing to copy");
    }
    return THROWER_OK;
}

int thrower_store_text(const thrower_store *store, char *text, size_t size) {
    std::string all;
    for (int number : store->numbers)
        all += std::to_string(number);
    if (all.empty())
        throw std::logic_error("no text");
    return std::snprintf(text, size, "%s", all.c_str());
}

void thrower_store_each(const thrower_store *store, thrower_visit *visit, void *data) {
    for (int number : store->numbers)
        if (!visit(number, data))
            throw std::runtime_error("it was stopped");
}
