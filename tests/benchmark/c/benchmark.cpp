// benchmark --rounds N FILE
#include <algorithm>
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <square.h>
#include <string>
#include <thread>
#include <vector>

using Number = int32_t(int32_t);
using Array = size_t(const int32_t *, size_t, int32_t *);
extern "C" Number direct_call_O3;
extern "C" Array naive_O2, naive_O3, early_exit_O2, early_exit_O3;

static size_t copy(const int32_t *numbers, size_t count, int32_t *squares) {
    std::memcpy(squares, numbers, count * sizeof *numbers);
    return count;
}

// The name is the start of the line that is written, so that the reporter needs no table.
template <class Body>
static benchmark::internal::Benchmark *add(const char *group, size_t n, const char *variant, const char *role,
                                           Body body) {
    const auto name = std::string(R"({"language": "C", "group": ")") + group + R"(", "n": )" + std::to_string(n) +
                      R"(, "variant": ")" + variant + R"(", "role": ")" + role + R"(", "ns": )";
    return benchmark::RegisterBenchmark(name.c_str(), body)->MinTime(0.002)->Repetitions(5);
}

static void add_scalar(const char *variant, const char *role, Number *function) {
    add("scalar", 1, variant, role, [=](benchmark::State &state) {
        int32_t number = 7;
        for (auto _ : state) {
            benchmark::DoNotOptimize(number);
            benchmark::DoNotOptimize(function(number));
        }
    });
}

static void add_array(size_t n, const char *variant, const char *role, Array *function) {
    static std::vector<int32_t> numbers(10'000'000, 7), squares(10'000'000);
    add("array", n, variant, role, [=](benchmark::State &state) {
        for (auto _ : state)
            benchmark::DoNotOptimize(function(numbers.data(), n, squares.data()));
    });
}

// Each thread has arrays of its own; the nanoseconds are those of one array. Not Google Benchmark's threads: their time
// is that of each alone, so two that take turns on one core look like two cores.
static void add_threads(size_t n, const char *variant, size_t count) {
    static std::vector<int32_t> numbers(20'000'000, 7), squares(20'000'000);
    const size_t times = 50'000'000 / n; // the start of a thread then takes no time that counts
    auto square_arrays = [=](ptrdiff_t own) {
        for (size_t i = 0; i < times; i++)
            square_array(numbers.data() + own, n, squares.data() + own);
    };
    auto body = [=](benchmark::State &state) {
        while (state.KeepRunningBatch(static_cast<int64_t>(count * times))) {
            std::vector<std::thread> threads;
            for (size_t i = 0; i < count; i++)
                threads.emplace_back(square_arrays, 10'000'000 * i);
            for (auto &thread : threads)
                thread.join();
        }
    };
    add("threads", n, variant, "ours", body)->UseRealTime();
}

class JsonLines : public benchmark::BenchmarkReporter {
  public:
    explicit JsonLines(const char *file) : file(file) {}
    bool ReportContext(const Context &) override { return true; }
    // The least of five repetitions: the others were disturbed for a moment.
    void ReportRuns(const std::vector<Run> &runs) override {
        if (runs.front().run_type == Run::RT_Aggregate)
            return;
        auto faster = [](const Run &a, const Run &b) { return a.GetAdjustedRealTime() < b.GetAdjustedRealTime(); };
        auto least = std::min_element(runs.begin(), runs.end(), faster);
        file << least->run_name.function_name << least->GetAdjustedRealTime() << "}" << std::endl;
    }

  private:
    std::ofstream file;
};

int main(int, char **arguments) {
    add_scalar("ours", "ours", square);
    add_scalar("direct call", "limit", direct_call_O3);
    for (size_t n : {0, 16, 1'000, 100'000, 10'000'000}) {
        add_array(n, "ours", "ours", square_array);
        add_array(n, "memcpy", "limit", copy);
        add_array(n, "naive loop, -O3", "peer", naive_O3);
        add_array(n, "naive loop, -O2", "peer", naive_O2);
        add_array(n, "early exit, -O3", "peer", early_exit_O3);
        add_array(n, "early exit, -O2", "peer", early_exit_O2);
    }
    for (size_t n : {100'000, 10'000'000}) {
        add_threads(n, "one thread", 1);
        add_threads(n, "two threads", 2);
    }
    // Not Google Benchmark's random interleaving: in each of our rounds, what is compared is measured side by side.
    JsonLines reporter(arguments[3]);
    for (int round = std::atoi(arguments[2]); round > 0; round--)
        benchmark::RunSpecifiedBenchmarks(&reporter);
}
