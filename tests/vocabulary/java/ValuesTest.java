import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vocabulary.Color;
import vocabulary.Entry;
import vocabulary.Flags;
import vocabulary.Kinds;
import vocabulary.KindsException;
import vocabulary.Label;
import vocabulary.Line;
import vocabulary.LineMiddleResult;
import vocabulary.Numbers;
import vocabulary.Point;
import vocabulary.Shade;

class ValuesTest {
  static final double[] BOX = {1, 2.5};

  static Label label(String text, String note, String owner) {
    return new Label(7, text, note, owner, new byte[] {0, 'k', 'e', 'y'}, BOX);
  }

  static <T extends Throwable> void refused(Class<T> type, String message, Executable call) {
    assertEquals(message, assertThrows(type, call).getMessage());
  }

  static void unfit(String message, Executable call) {
    refused(IllegalArgumentException.class, message, call);
  }

  @Test
  void aValueIsEqualAndHashed() {
    Point point = new Point(1, 2);
    assertEquals(new Point(1, 2), point);
    assertEquals(new Point(1, 2).hashCode(), point.hashCode());
    assertNotEquals(new Point(1, 3), point);
    assertEquals("Point[x=1, y=2]", point.toString());
    assertEquals(label("t", null, "o"), label("t", null, "o"));
    assertEquals(label("t", null, "o").hashCode(), label("t", null, "o").hashCode());
    assertEquals("Label[id=7, text=t, note=null, owner=o, key=[0, 107, 101, 121], box=[1.0, 2.5]]", label("t", null, "o").toString());
  }

  @Test
  void byValueByAddressAndBack() {
    assertEquals(new Point(2, 1), Kinds.pointMirror(new Point(1, 2)));
    assertEquals(23, Kinds.pointDot(new Point(2, 3), new Point(4, 5)));
    assertEquals(3, Kinds.pointQuadrant(new Point(-1, -1)));
    assertEquals(-1, Kinds.pointQuadrant(null));
    assertEquals(new Point(-1, -1), Kinds.pointCorner(2));
    assertNull(Kinds.pointCorner(4));
    refused(NullPointerException.class, "pointMirror(): point: null", () -> Kinds.pointMirror(null));
  }

  @Test
  void outAndInOut() {
    assertEquals(new Point(11, 22), Kinds.pointMove(new Point(1, 2), 10, 20));
    assertEquals(new Point(2, -3), Kinds.pointHalve(new Point(4, -6)));
    assertThrows(KindsException.class, () -> Kinds.pointHalve(new Point(1, 2)));
    LineMiddleResult result = Kinds.lineMiddle(new Line(new Point(0, 0), new Point(6, 8), Color.RED, false));
    assertEquals(new Point(3, 4), result.middle);
    assertEquals(100, result.norm);
  }

  @Test
  void valuesInValues() {
    Line line = new Line(new Point(1, 2), new Point(3, 4), Color.GREEN, true);
    assertEquals(new Line(new Point(3, 4), new Point(1, 2), Color.GREEN, false), Kinds.lineReverse(line));
    refused(NullPointerException.class, "Line(): to: null", () -> new Line(line.from, null, Color.RED, true));
    refused(NullPointerException.class, "Line(): color: null", () -> new Line(line.from, line.to, null, true));
    unfit("Line(): color: UNRECOGNIZED has no value in C",
        () -> Kinds.lineReverse(new Line(line.from, line.to, Color.UNRECOGNIZED, true)));
  }

  static Numbers numbers(byte int8, int uint8, short int16, int uint16, long uint32, long wide, long size, char character) {
    return new Numbers(int8, (short) uint8, int16, uint16, uint32, wide, wide, size, wide, wide, wide, wide, character,
        Set.of(Flags.SAFE, Flags.LOUD));
  }

  @Test
  void theLimitsOfEveryNumber() {
    Numbers least = numbers(Byte.MIN_VALUE, 0, Short.MIN_VALUE, 0, 0, Long.MIN_VALUE, 0, '\0');
    Numbers most = numbers(Byte.MAX_VALUE, 255, Short.MAX_VALUE, 65535, 0xffff_ffffL, Long.MAX_VALUE, Long.MAX_VALUE, 'ÿ');
    assertEquals(least, Kinds.numbersSame(least));
    assertEquals(most, Kinds.numbersSame(most));
    unfit("Numbers(): uint8 = 256: from 0 to 255 is required", () -> numbers((byte) 0, 256, (short) 0, 0, 0, 0, 0, 'c'));
    unfit("Numbers(): uint8 = -1: from 0 to 255 is required", () -> numbers((byte) 0, -1, (short) 0, 0, 0, 0, 0, 'c'));
    unfit("Numbers(): uint16 = 65536: from 0 to 65535 is required", () -> numbers((byte) 0, 0, (short) 0, 65536, 0, 0, 0, 'c'));
    unfit("Numbers(): uint32 = 4294967296: from 0 to 4294967295 is required",
        () -> numbers((byte) 0, 0, (short) 0, 0, 1L << 32, 0, 0, 'c'));
    unfit("Numbers(): uint32 = -1: from 0 to 4294967295 is required", () -> numbers((byte) 0, 0, (short) 0, 0, -1, 0, 0, 'c'));
    assertThrows(IllegalArgumentException.class, () -> numbers((byte) 0, 0, (short) 0, 0, 0, 0, -1, 'c'));
    assertThrows(IllegalArgumentException.class, () -> numbers((byte) 0, 0, (short) 0, 0, 0, 0, 0, 'Ā'));
  }

  @Test
  void textsAndArraysWithin() {
    assertEquals(label("cba", "é", "em").text, Kinds.labelTurn(label("abc", "é", "me")).text);
    Label turned = Kinds.labelTurn(label("abc", "é", "me"));
    assertEquals("é", turned.note);
    assertEquals("em", turned.owner);
    assertArrayEquals(new double[] {2, 5}, turned.box);
    assertArrayEquals(new byte[] {0, 'k', 'e', 'y'}, turned.key);
    assertEquals(8, Kinds.labelBytes(label("héllo", null, "me")));
    assertEquals(5008, Kinds.labelBytes(label("héllo", "x".repeat(5000), "me")));
    assertEquals("o".repeat(16), Kinds.labelFull(1).owner);
    assertEquals(0xffff_ffffL, Kinds.labelFull(1).id);
    refused(IllegalStateException.class, "Label.text: the library has NULL there", () -> Kinds.labelFull(0));
    unfit("Label(): owner: at most 15 bytes of UTF-8, not 16", () -> Kinds.labelBytes(Kinds.labelFull(1)));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    refused(NullPointerException.class, "Label(): text: null", () -> label(null, null, "o"));
    unfit("Label(): text: a null character, which would end it in C, at index 1", () -> label("a\0b", null, "o"));
    unfit("Label(): note: half of a surrogate pair at index 0", () -> label("", "\ud800", "o"));
    unfit("Label(): owner: at most 15 bytes of UTF-8, not 16", () -> label("", null, "é".repeat(8)));
    unfit("Label(): owner: a null character, which would end it in C, at index 0", () -> label("", null, "\0"));
    unfit("Label(): key: a length of 4 is required, not 3", () -> new Label(0, "", null, "", new byte[3], BOX));
    unfit("Label(): box: a length of 2 is required, not 1", () -> new Label(0, "", null, "", new byte[4], new double[1]));
    refused(NullPointerException.class, "Label(): box: null", () -> new Label(0, "", null, "", new byte[4], null));
    unfit("Label(): id = -1: from 0 to 4294967295 is required", () -> new Label(-1, "", null, "", new byte[4], BOX));
  }

  @Test
  void anArrayIsCopied() {
    double[] box = {1, 2};
    Label label = new Label(0, "", null, "", new byte[4], box);
    box[0] = 9;
    assertEquals(1, label.box[0]);
  }

  @Test
  void listsIn() {
    assertEquals(new Point(4, 6), Kinds.pointSum(List.of(new Point(1, 2), new Point(3, 4))));
    assertEquals(new Point(0, 0), Kinds.pointSum(List.of()));
    assertEquals(new Point(1_000_000, 0), Kinds.pointSum(Collections.nCopies(1_000_000, new Point(1, 0))));
    assertEquals(13, Kinds.labelAllBytes(List.of(label("abc", null, "me"), label("a", "12345", "me"))));
    refused(NullPointerException.class, "pointSum(): points: null", () -> Kinds.pointSum(null));
    refused(NullPointerException.class, "pointSum(): points[1]: null",
        () -> Kinds.pointSum(Arrays.asList(new Point(1, 2), null)));
  }

  @Test
  void listsOut() {
    assertEquals(List.of(new Point(1, 1), new Point(-1, 1), new Point(-1, -1), new Point(1, -1)), Kinds.corners());
    assertEquals("one of many", Kinds.labels(3).get(2).text);
    assertNull(Kinds.labels(0));
    assertEquals(List.of(), Kinds.grid(0));
    assertEquals(new Point(499, 499), Kinds.grid(500).get(249_999));
    assertThrows(UnsupportedOperationException.class, () -> Kinds.corners().clear());
  }

  @Test
  void aStructThatIsItsBytes() {
    byte[] id = {1, 2, 3, 4, 5, 6, 7, 8};
    assertArrayEquals(new byte[] {2, 2, 3, 4, 5, 6, 7, 8}, Kinds.idNext(id));
    assertArrayEquals(new byte[] {'a', 'b', 0, 0, 0, 0, 0, 0}, Kinds.idOf("ab"));
    assertArrayEquals(new byte[8], Kinds.idNone());
    assertEquals(0, Kinds.idCompare(id, id.clone()));
    assertThrows(KindsException.class, () -> Kinds.idOf(""));
    assertEquals(new Entry(new byte[] {2, 2, 3, 4, 5, 6, 7, 8}, 2), Kinds.entryNext(new Entry(id, 1)));
    unfit("idCompare(): right: 8 bytes are required, not 7", () -> Kinds.idCompare(id, new byte[7]));
    unfit("Entry(): id: a length of 8 is required, not 9", () -> new Entry(new byte[9], 1));
  }

  @Test
  void anEnumAndAFunctionOfOneName() {
    assertEquals(Shade.DARK, Kinds.shade(1));
  }
}
