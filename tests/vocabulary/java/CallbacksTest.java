import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import calls.Alarm;
import calls.Calls;
import calls.CallsException;
import calls.Clock;
import calls.Color;
import calls.Settings;
import calls.Tick;
import calls.Timer;
import calls.Value;
import calls.Verdict;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CallbacksTest {
  @Test
  void aCallbackIsGivenWhatCGives() {
    List<List<Object>> seen = new ArrayList<>();
    assertTrue(Calls.each(4, (index, share, text, color) -> seen.add(Arrays.asList(index, share, text, color))));
    assertEquals(
        List.of(
            List.of(0, 0.0, "grün 😀", Color.UNRECOGNIZED),
            Arrays.asList(1, 0.25, null, Color.RED),
            List.of(2, 0.5, "grün 😀", Color.GREEN),
            Arrays.asList(3, 0.75, null, Color.BLUE)),
        seen);
  }

  @Test
  void numbersOfEveryWidth() {
    List<Object> seen = new ArrayList<>();
    Calls.extremes((a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p) ->
        seen.addAll(List.of(a, b, c, d, e, f, g, h, i, j, k, l, m, n)));
    assertEquals(
        List.of(Byte.MIN_VALUE, (short) 0, Short.MIN_VALUE, 0, Integer.MIN_VALUE, 0L, Long.MIN_VALUE, 0L, -1.5f, -2.5, false, 'a'),
        seen.subList(0, 12));
    assertEquals(
        List.of(Byte.MAX_VALUE, (short) 255, Short.MAX_VALUE, 65535, Integer.MAX_VALUE, 0xffff_ffffL, Long.MAX_VALUE, -1L, 1.5f, 2.5,
            true, 'z'),
        seen.subList(14, 26));
  }

  @Test
  void arraysAndBytes() {
    List<int[]> seen = new ArrayList<>();
    assertEquals(5, Calls.blocks(3, data -> {
      seen.add(data);
      return data == null ? 0 : Arrays.stream(data).sum();
    }));
    assertNull(seen.get(0));
    assertArrayEquals(new int[] {1, 2, -1}, seen.get(1));
    assertEquals(3, Calls.judged(
        (index, data) -> Arrays.equals(new byte[] {(byte) index, 0, -1}, data) ? Verdict.GO_ON : Verdict.STOP, 3));
  }

  @Test
  void theAnswerStops() {
    assertFalse(Calls.each(5, (index, share, text, color) -> index < 2));
    Verdict[] verdicts = {Verdict.GO_ON, Verdict.SKIP, Verdict.GO_ON, Verdict.STOP, Verdict.GO_ON};
    assertEquals(2, Calls.judged((index, data) -> verdicts[index], 5));
  }

  @Test
  void anAnswerThatCHasNot() {
    assertThrows(IllegalArgumentException.class, () -> Calls.judged((index, data) -> Verdict.UNRECOGNIZED, 1));
    assertThrows(NullPointerException.class, () -> Calls.judged((index, data) -> null, 1));
  }

  static <T extends Throwable> boolean raise(Throwable thrown) throws T {
    @SuppressWarnings("unchecked")
    T raised = (T) thrown;
    throw raised;
  }

  /** Also one that no method declares. */
  @Test
  void anExceptionArrivesWhereTheCallReturns() {
    IOException error = new IOException("mine");
    List<Integer> seen = new ArrayList<>();
    assertSame(error, assertThrows(IOException.class, () -> Calls.each(5, (index, share, text, color) -> {
      seen.add(index);
      return index < 2 || CallbacksTest.<RuntimeException>raise(error);
    })));
    assertEquals(List.of(0, 1, 2), seen);
  }

  @Test
  void anExceptionWinsOverTheLibrarysError() {
    assertEquals(3, Calls.search(3, (index, share, text, color) -> true));
    assertEquals(
        "it was cancelled",
        assertThrows(CallsException.class, () -> Calls.search(3, (index, share, text, color) -> false)).getMessage());
    assertThrows(ArithmeticException.class, () -> Calls.search(3, (index, share, text, color) -> 1 / index > 0));
  }

  @Test
  void afterAnExceptionNoCallbackIsCalled() {
    List<Integer> seen = new ArrayList<>();
    assertThrows(IllegalStateException.class, () -> Calls.spelled(5, item -> {
      seen.add(item);
      throw new IllegalStateException();
    }));
    assertEquals(List.of(0), seen);
  }

  @Test
  void noCallback() {
    assertEquals(3, Calls.maybe(3, null));
    assertEquals("each(): step: null", assertThrows(NullPointerException.class, () -> Calls.each(1, null)).getMessage());
  }

  @Test
  void aCallbackMayCallTheLibrary() {
    List<Integer> seen = new ArrayList<>();
    assertTrue(Calls.each(2, (index, share, text, color) -> {
      assertThrows(ArithmeticException.class, () -> Calls.each(2, (i, s, t, c) -> Math.floorDiv(i, 0) > 0));
      return Calls.each(2, (i, s, t, c) -> seen.add(10 * index + i));
    }));
    assertEquals(List.of(0, 1, 10, 11), seen);
  }

  @Test
  void threadsOfTheLibrarys() {
    List<Thread> seen = Collections.synchronizedList(new ArrayList<>());
    assertTrue(Calls.eachThread(50, 32, (index, share, text, color) -> seen.add(Thread.currentThread())));
    assertEquals(32 * 50, seen.size());
    assertFalse(seen.contains(Thread.currentThread()));
  }

  @Test
  void noExceptionOfAThreadOfTheLibrarysIsLost() {
    List<String> raised = Collections.synchronizedList(new ArrayList<>()), reported = Collections.synchronizedList(new ArrayList<>());
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> reported.add(error.getMessage()));
    try {
      for (int threads : new int[] {1, 32}) {
        reported.add(assertThrows(IllegalStateException.class, () -> Calls.eachThread(50, threads, (index, share, text, color) -> {
          raised.add(threads + " " + Thread.currentThread().getName());
          throw new IllegalStateException(threads + " " + Thread.currentThread().getName());
        })).getMessage());
      }
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertEquals(raised.stream().sorted().collect(Collectors.toList()), reported.stream().sorted().collect(Collectors.toList()));
  }

  /* ---- Callbacks that an object keeps ---- */

  static void until(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 1000 && !condition.getAsBoolean(); i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertTrue(condition.getAsBoolean());
  }

  @AfterEach
  void nothingIsLeft() throws InterruptedException {
    until(() -> Calls.alive() == 0);
  }

  @Test
  void anObjectKeepsACallbackAndGivesItself() {
    List<Object> seen = new ArrayList<>();
    try (Clock clock = new Clock()) {
      clock.onTick((own, number) -> !seen.add(own) || !seen.add(number), false);
      System.gc();
      assertEquals(2, clock.run(2));
      assertEquals(List.of(clock, 0L, clock, 1L), seen);
      clock.onTick((own, number) -> number == 4, false);
      assertEquals(2, clock.run(10));
      clock.onTick(null, false);
      assertEquals(3, clock.run(3));
      assertEquals(4, seen.size());
    }
  }

  @Test
  void anObjectThatIsAKindOfAnotherGivesItself() {
    try (Timer timer = new Timer(60)) {
      timer.onTick((own, number) -> own == timer && timer.seconds() == 60, false);
      assertEquals(0, timer.run(10));
    }
  }

  @Test
  void whatCRefusedIsNotKept() {
    List<Long> seen = new ArrayList<>();
    try (Clock clock = new Clock()) {
      clock.onTick((own, number) -> !seen.add(number), false);
      assertThrows(CallsException.class, () -> clock.onTick((own, number) -> !seen.add(-1L), true));
      System.gc();
      clock.run(2);
    }
    assertEquals(List.of(0L, 1L), seen);
  }

  @Test
  void anExceptionOfAKeptCallback() {
    try (Clock clock = new Clock()) {
      clock.onTick((own, number) -> { throw new IllegalStateException("" + number); }, false);
      assertEquals("0", assertThrows(IllegalStateException.class, () -> clock.run(5)).getMessage());
      assertEquals("1", assertThrows(IllegalStateException.class, () -> clock.run(5)).getMessage());
    }
  }

  @Test
  void aCallbackReplacesItself() {
    List<Long> seen = new ArrayList<>();
    try (Clock clock = new Clock()) {
      Tick[] tick = new Tick[1];
      tick[0] = (own, number) -> {
        own.onTick((another, next) -> {
          another.onTick(tick[0], false);
          return !seen.add(-next);
        }, false);
        return !seen.add(number);
      };
      clock.onTick(tick[0], false);
      assertEquals(4, clock.run(4));
    }
    assertEquals(List.of(0L, -1L, 2L, -3L), seen);
  }

  @Test
  void aCallbackClosesItsObject() {
    Clock clock = new Clock();
    clock.onTick((own, number) -> {
      own.close();
      assertThrows(IllegalStateException.class, () -> own.run(1));
      return false;
    }, false);
    assertEquals(3, clock.run(3));
    assertThrows(IllegalStateException.class, () -> clock.run(1));
    assertEquals(0, Calls.alive());
  }

  @Test
  void aCallbackInAThreadOfTheLibrarysClosesItsObject() throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      Clock clock = new Clock();
      clock.onTick((own, number) -> {
        own.close();
        return false;
      }, false);
      clock.start();
      until(() -> Calls.alive() == 0);
    }
  }

  @Test
  void threadsOfTheLibrarysAreAttachedOnce() throws InterruptedException {
    Set<Thread> seen = Collections.newSetFromMap(new ConcurrentHashMap<>());
    try (Clock clock = new Clock()) {
      clock.onTick((own, number) -> seen.add(Thread.currentThread()) && number > 1000, false);
      clock.start();
      until(() -> !seen.isEmpty());
      clock.stop();
      assertEquals(1, seen.size());
    }
    until(() -> !seen.iterator().next().isAlive());
  }

  @Test
  void replacedAndClosedWhileAThreadCalls() {
    for (int i = 0; i < 100; i++) {
      Clock clock = new Clock();
      clock.onTick((own, number) -> false, false);
      clock.start();
      for (int j = 0; j < 20; j++) clock.onTick((own, number) -> false, false);
      clock.close();
    }
  }

  @Test
  void aChildCallsWhatItsParentKeeps() {
    List<Long> seen = new ArrayList<>();
    try (Alarm alarm = alarm(seen)) {
      System.gc();
      System.gc();
      alarm.ring();
    }
    assertEquals(List.of(0L), seen);
  }

  static Alarm alarm(List<Long> seen) {
    Clock clock = new Clock();
    clock.onTick((own, number) -> !seen.add(number), false);
    return Alarm.create(clock);
  }

  @Test
  void aCallbackThatRefersToItsOwnObjectIsCollected() throws InterruptedException {
    for (int i = 0; i < 10; i++) {
      Clock clock = new Clock();
      clock.onTick((own, number) -> clock.run(0) == 1, false);
      Alarm.create(clock);
    }
    until(() -> Calls.alive() == 0);
  }

  @Test
  void keptForEver() {
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    Calls.logSet((level, text) -> seen.add(level + text));
    System.gc();
    Calls.logEmit(1, "grün", 0);
    Calls.logEmit(2, "two", 2);
    assertEquals(List.of("1grün", "2two", "2two"), seen);
    Calls.logSet((level, text) -> { throw new IllegalStateException(text); });
    assertThrows(IllegalStateException.class, () -> Calls.logEmit(1, "", 0));
    Calls.logSet(null);
    Calls.logEmit(3, "", 1);
    assertEquals(3, seen.size());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void memoryStaysFlat() throws IOException, InterruptedException {
    cycles(50_000);
    System.gc();
    long before = LeaksTest.memory();
    cycles(100_000);
    until(() -> memory() - before < 8 << 20); // that of closed objects goes when their proxies are collected
  }

  static long memory() {
    try {
      return LeaksTest.memory();
    } catch (IOException error) {
      throw new java.io.UncheckedIOException(error);
    }
  }

  static void cycles(int times) {
    for (int i = 0; i < times; i++) {
      try (Clock clock = new Clock()) {
        clock.onTick((own, number) -> false, false);
        clock.onTick((own, number) -> false, false);
        clock.run(1);
        Calls.logSet((level, text) -> {});
      }
    }
    Calls.logSet(null);
  }

  @Test
  void rows() {
    List<String> seen = new ArrayList<>();
    assertEquals(2, Calls.rows((values, names) -> seen.add(Arrays.toString(values) + Arrays.toString(names)) ? 0 : 1, 2));
    assertEquals(List.of("[zero, grün][id, text]", "[one, null][id, text]"), seen);
    assertEquals(0, Calls.rows((values, names) -> 1, 2));
  }

  @Test
  void aFunctionOfTheUsers() {
    List<Value> kept = new ArrayList<>();
    try (Clock clock = new Clock()) {
      assertThrows(CallsException.class, () -> clock.apply(6, 7));
      clock.define((context, values) -> {
        kept.addAll(List.of(values));
        context.result(values[0].number() * values[1].number());
      });
      assertEquals(42, clock.apply(6, 7));
      assertThrows(IllegalStateException.class, () -> kept.get(1).number());
      clock.define((context, values) -> { throw new ArithmeticException(); });
      assertThrows(ArithmeticException.class, () -> clock.apply(6, 7));
    }
  }

  /* ---- Callbacks that C keeps until it lets go of them ---- */

  static WeakReference<Tick> place(Clock clock, int place, int number) {
    Tick tick = (own, of) -> of == number;
    clock.place(place, tick);
    return new WeakReference<>(tick);
  }

  @Test
  void eachIsKeptUntilCLetsGoOfIt() throws InterruptedException {
    try (Clock clock = new Clock()) {
      List<WeakReference<Tick>> placed = new ArrayList<>();
      for (int i = 0; i < 6; i++) placed.add(place(clock, i, i));
      System.gc();
      for (int i = 0; i < 6; i++) assertTrue(clock.call(i));
      place(clock, 1, 9);
      until(() -> placed.get(1).get() == null);
      assertEquals(5, placed.stream().filter(each -> each.get() != null).count());
      assertFalse(clock.call(1));
      for (int refused : new int[] {8, 9}) assertThrows(CallsException.class, () -> place(clock, refused, 0));
      for (int i = 2; i < 6; i++) assertTrue(clock.call(i));
    }
  }

  @Test
  void oneThatRefersToItsOwnObjectAndIsLetGoOfByIt() throws InterruptedException {
    for (int i = 0; i < 10; i++) {
      Clock clock = new Clock();
      clock.place(1, (own, place) -> clock.run(0) == 1);
    }
    until(() -> Calls.alive() == 0);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void thoseThatCLetsGoOfTakeNoMemory() throws IOException, InterruptedException {
    try (Clock clock = new Clock()) {
      replaces(clock, 20_000);
      System.gc();
      long before = LeaksTest.memory();
      replaces(clock, 100_000);
      until(() -> memory() - before < 8 << 20);
    }
  }

  static void replaces(Clock clock, int times) {
    for (int i = 0; i < times; i++) clock.place(i % 8, (own, place) -> false);
  }

  /* ---- Callbacks in structs ---- */

  @Test
  void callbacksInAStruct() {
    List<Integer> steps = new ArrayList<>();
    List<Long> ticks = new ArrayList<>(), ends = new ArrayList<>();
    try (Clock clock = Clock.make(new Settings()
        .count(2)
        .step((index, share, text, color) -> steps.add(index))
        .tick((own, number) -> !ticks.add(number))
        .ended(ends::add))) {
      System.gc();
      assertEquals(List.of(0, 1), steps);
      assertEquals(2, clock.run(2));
      assertEquals(List.of(0L, 1L, 2L), ticks);
      clock.change(new Settings().tick((own, number) -> number == 4), false);
      System.gc();
      assertEquals(1, clock.run(5));
      assertThrows(CallsException.class, () -> clock.change(new Settings().tick((own, number) -> false), true));
      assertEquals(5, clock.run(5));
      assertEquals(List.of(2L, 1L), ends);
    }
    Clock.make(new Settings().ended(each -> {})).close();
  }

  @Test
  void aStructWithoutCallbacksHasTheLibrarys() {
    assertNull(new Settings().step());
    try (Clock clock = Clock.make(new Settings())) {
      assertEquals(3, clock.run(3));
    }
  }

  @Test
  void anExceptionOfACallbackInAStruct() {
    assertThrows(ArithmeticException.class,
        () -> Clock.make(new Settings().step((index, share, text, color) -> 1 / index > 0)));
    assertThrows(ArithmeticException.class, () -> Clock.make(new Settings().tick((own, number) -> 1 / number > 0)));
    assertEquals(0, Calls.alive());
  }

  @Test
  void aCallbackInAStructGoesWithTheObject() throws InterruptedException {
    WeakReference<Tick> gone = made();
    until(() -> gone.get() == null);
  }

  static WeakReference<Tick> made() {
    Tick tick = (own, number) -> Math.floorMod(number, 7) == 100;
    WeakReference<Tick> reference = new WeakReference<>(new Tick() {
      @Override
      public boolean call(Clock clock, long number) {
        return tick.call(clock, number);
      }
    });
    Clock.make(new Settings().tick(reference.get()));
    return reference;
  }

  @Test
  void aPointerToAnythingIsWhatTheAuthorSays() {
    List<String> seen = new ArrayList<>();
    Calls.told(2, (kind, what) -> seen.add(kind + what));
    assertEquals(List.of("0grün", "1null"), seen);
  }

  @Test
  void manyCallsTakeNoMemory() {
    for (int i = 0; i < 1000; i++) assertTrue(Calls.each(1000, (index, share, text, color) -> true));
  }
}
