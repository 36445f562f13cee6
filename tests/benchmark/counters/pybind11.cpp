#include <counters.h>
#include <pybind11/pybind11.h>

namespace py = pybind11;

class Counter {
  public:
    Counter() : object(counter_new()) {}
    ~Counter() { close(); }
    Counter(const Counter &) = delete;
    void close() {
        counter_free(object);
        object = nullptr;
    }
    int64_t add(int64_t number) { return counter_add(opened(), number); }
    size_t label(const char *text) { return counter_label(opened(), text); }
    uint32_t feed(const py::buffer &data) {
        py::buffer_info view = data.request();
        return counter_feed(opened(), view.ptr, static_cast<size_t>(view.size * view.itemsize));
    }
    void fail() {
        if (counter_fail(opened()) != COUNTER_OK)
            throw std::runtime_error("fail(): failed with 1");
    }

  private:
    counter *opened() {
        if (!object)
            throw py::value_error("Counter is closed");
        return object;
    }

    counter *object;
};

PYBIND11_MODULE(counters_pybind11, module) {
    py::class_<Counter>(module, "Counter")
        .def(py::init<>())
        .def("add", &Counter::add)
        .def("label", &Counter::label)
        .def("feed", &Counter::feed)
        .def("close", &Counter::close)
        .def("fail", &Counter::fail);
}
