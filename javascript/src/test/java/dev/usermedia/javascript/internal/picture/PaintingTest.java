package dev.usermedia.javascript.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Coverage, composition and scaling, each against its definition. */
class PaintingTest {
  private static final int SIZE = 40;
  private static final int ROUNDS = 2_000;

  @Test
  void theCoverageOfATriangleIsItsArea() {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      double[] p = random.doubles(6, 0, SIZE).toArray();
      double area = Math.abs((p[2] - p[0]) * (p[5] - p[1]) - (p[4] - p[0]) * (p[3] - p[1])) / 2;
      assertThat(covered(List.of(p), false)).isCloseTo(area, offset(4.0));
    }
  }

  @Test
  void wholePixelsAreCoveredWhollyAndTheirNeighboursNotAtAll() {
    Coverage coverage = new Coverage(List.of(rectangle(3, 5, 7, 9)), false);
    int[] parts = new int[SIZE];
    for (int y = 0; y < SIZE; y++) {
      boolean any = coverage.row(y, parts);
      assertThat(any).isEqualTo(y >= 5 && y < 9);
      for (int x = 0; x < SIZE; x++) {
        assertThat(parts[x]).isEqualTo(any && x >= 3 && x < 7 ? Coverage.WHOLE : 0);
      }
    }
  }

  @Test
  void theRulesDifferWhereShapesOverlap() {
    List<double[]> both = List.of(rectangle(0, 0, 10, 10), rectangle(5, 0, 15, 10));
    assertThat(covered(both, false)).isCloseTo(150, offset(0.01));
    assertThat(covered(both, true)).isCloseTo(100, offset(0.01));
  }

  @ParameterizedTest
  @EnumSource
  void operatorsDoWhatPorterAndDuffSay(CompositeOperator operator) {
    Random random = new Random(2);
    for (int round = 0; round < ROUNDS; round++) {
      int source = random.nextInt();
      int backdrop = random.nextInt();
      double as = Pixels.alpha(source) / 255.0;
      double ab = Pixels.alpha(backdrop) / 255.0;
      double[] parts =
          switch (operator) {
            case SOURCE_OVER -> new double[] {1, 1 - as};
            case SOURCE_ATOP -> new double[] {ab, 1 - as};
            case DESTINATION_OVER -> new double[] {1 - ab, 1};
            case DESTINATION_OUT -> new double[] {0, 1 - as};
            case XOR -> new double[] {1 - ab, 1 - as};
            case LIGHTER -> new double[] {1, 1};
            case COPY -> new double[] {1, 0};
          };
      int result = operator.apply(source, backdrop);
      double alpha = Math.min(1, as * parts[0] + ab * parts[1]);
      assertThat(Pixels.alpha(result) / 255.0).isCloseTo(alpha, offset(0.003));
      for (int shift = 0; shift < 24; shift += 8) {
        double cs = (source >>> shift & 255) / 255.0;
        double cb = (backdrop >>> shift & 255) / 255.0;
        double multiplied = Math.min(alpha, cs * as * parts[0] + cb * ab * parts[1]);
        double actual = (result >>> shift & 255) / 255.0 * (Pixels.alpha(result) / 255.0);
        assertThat(actual).isCloseTo(multiplied, offset(0.005));
      }
    }
  }

  @Test
  void aPictureThatShrinksKeepsItsMean() {
    Raster checkered = new Raster(64, 64);
    for (int y = 0; y < 64; y++) {
      int[] row = new int[64];
      for (int x = 0; x < 64; x++) {
        row[x] = (x + y) % 2 == 0 ? 0xffffffff : 0xff000000;
      }
      checkered.write(0, y, 64, row);
    }
    Raster small = new Raster(8, 8);
    new Painter(small).draw(checkered, 0, 0, 64, 64, 0, 0, 8, 8);
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 8; x++) {
        assertThat(small.get(x, y) & 255).isCloseTo(128, offset(2));
      }
    }
  }

  @Test
  void aMirroredPictureIsMirrored() {
    Raster picture = new Raster(4, 1);
    picture.write(0, 0, 4, new int[] {0xff000001, 0xff000002, 0xff000003, 0xff000004});
    Raster mirrored = new Raster(4, 1);
    Painter painter = new Painter(mirrored);
    painter.transform(new Affine(-1, 0, 0, 1, 4, 0));
    painter.draw(picture, 0, 0, 4, 1, 0, 0, 4, 1);
    int[] row = new int[4];
    mirrored.read(0, 0, 4, row);
    assertThat(row).containsExactly(0xff000004, 0xff000003, 0xff000002, 0xff000001);
  }

  private static double covered(List<double[]> polygons, boolean evenOdd) {
    Coverage coverage = new Coverage(polygons, evenOdd);
    int[] parts = new int[SIZE];
    double sum = 0;
    for (int y = coverage.firstRow(SIZE); y < coverage.endRow(SIZE); y++) {
      if (coverage.row(y, parts)) {
        for (int part : parts) {
          sum += part;
        }
      }
    }
    return sum / Coverage.WHOLE;
  }

  private static double[] rectangle(double x0, double y0, double x1, double y1) {
    return new double[] {x0, y0, x1, y0, x1, y1, x0, y1};
  }
}
