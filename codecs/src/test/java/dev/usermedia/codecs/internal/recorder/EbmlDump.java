package dev.usermedia.codecs.internal.recorder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A WebM file as text, an element in a line: what it says, not where. Random and versioned values
 * (identifiers, program names, positions, sizes of blocks) are left out.
 */
final class EbmlDump {
  private enum Type {
    MASTER,
    UNSIGNED,
    FLOAT,
    STRING,
    BLOCK,
    HIDDEN
  }

  private record Element(String name, Type type) {}

  private static final Map<Long, Element> ELEMENTS =
      Map.ofEntries(
          element(0x1A45DFA3, "EBML", Type.MASTER),
          element(0x4286, "EBMLVersion", Type.UNSIGNED),
          element(0x42F7, "EBMLReadVersion", Type.UNSIGNED),
          element(0x42F2, "EBMLMaxIDLength", Type.UNSIGNED),
          element(0x42F3, "EBMLMaxSizeLength", Type.UNSIGNED),
          element(0x4282, "DocType", Type.STRING),
          element(0x4287, "DocTypeVersion", Type.UNSIGNED),
          element(0x4285, "DocTypeReadVersion", Type.UNSIGNED),
          element(0x18538067, "Segment", Type.MASTER),
          element(0x114D9B74, "SeekHead", Type.MASTER),
          element(0x4DBB, "Seek", Type.MASTER),
          element(0x53AB, "SeekID", Type.HIDDEN),
          element(0x53AC, "SeekPosition", Type.HIDDEN),
          element(0xEC, "Void", Type.HIDDEN),
          element(0xBF, "CRC-32", Type.HIDDEN),
          element(0x1549A966, "Info", Type.MASTER),
          element(0x2AD7B1, "TimestampScale", Type.UNSIGNED),
          element(0x4489, "Duration", Type.FLOAT),
          element(0x4D80, "MuxingApp", Type.HIDDEN),
          element(0x5741, "WritingApp", Type.HIDDEN),
          element(0x1654AE6B, "Tracks", Type.MASTER),
          element(0xAE, "TrackEntry", Type.MASTER),
          element(0xD7, "TrackNumber", Type.UNSIGNED),
          element(0x73C5, "TrackUID", Type.HIDDEN),
          element(0x83, "TrackType", Type.UNSIGNED),
          element(0x88, "FlagDefault", Type.UNSIGNED),
          element(0x9C, "FlagLacing", Type.UNSIGNED),
          element(0x22B59C, "Language", Type.STRING),
          element(0x86, "CodecID", Type.STRING),
          element(0x56AA, "CodecDelay", Type.UNSIGNED),
          element(0x56BB, "SeekPreRoll", Type.UNSIGNED),
          element(0x63A2, "CodecPrivate", Type.HIDDEN),
          element(0xE0, "Video", Type.MASTER),
          element(0xB0, "PixelWidth", Type.UNSIGNED),
          element(0xBA, "PixelHeight", Type.UNSIGNED),
          element(0x9A, "FlagInterlaced", Type.UNSIGNED),
          element(0x53C0, "AlphaMode", Type.UNSIGNED),
          element(0x55B0, "Colour", Type.MASTER),
          element(0x55B1, "MatrixCoefficients", Type.UNSIGNED),
          element(0x55B9, "Range", Type.UNSIGNED),
          element(0x55BA, "TransferCharacteristics", Type.UNSIGNED),
          element(0x55BB, "Primaries", Type.UNSIGNED),
          element(0x55B7, "ChromaSitingHorz", Type.UNSIGNED),
          element(0x55B8, "ChromaSitingVert", Type.UNSIGNED),
          element(0xE1, "Audio", Type.MASTER),
          element(0xB5, "SamplingFrequency", Type.FLOAT),
          element(0x78B5, "OutputSamplingFrequency", Type.FLOAT),
          element(0x9F, "Channels", Type.UNSIGNED),
          element(0x6264, "BitDepth", Type.UNSIGNED),
          element(0x1254C367, "Tags", Type.HIDDEN),
          element(0x1F43B675, "Cluster", Type.MASTER),
          element(0xE7, "Timestamp", Type.UNSIGNED),
          element(0xA3, "SimpleBlock", Type.BLOCK),
          element(0xA0, "BlockGroup", Type.MASTER),
          element(0xA1, "Block", Type.BLOCK),
          element(0x75A2, "DiscardPadding", Type.UNSIGNED),
          element(0x9B, "BlockDuration", Type.UNSIGNED),
          element(0xFB, "ReferenceBlock", Type.HIDDEN),
          element(0x1C53BB6B, "Cues", Type.MASTER),
          element(0xBB, "CuePoint", Type.MASTER),
          element(0xB3, "CueTime", Type.UNSIGNED),
          element(0xB7, "CueTrackPositions", Type.MASTER),
          element(0xF7, "CueTrack", Type.UNSIGNED),
          element(0xF1, "CueClusterPosition", Type.HIDDEN),
          element(0xF0, "CueRelativePosition", Type.HIDDEN));

  /** Where they stand and how long they are differs with the values that are left out. */
  private static final Set<String> UNMENTIONED = Set.of("Void", "CRC-32");

  private final ByteBuffer file;
  private final StringBuilder text = new StringBuilder();

  private EbmlDump(byte[] file) {
    this.file = ByteBuffer.wrap(file);
  }

  private static Map.Entry<Long, Element> element(long id, String name, Type type) {
    return Map.entry(id, new Element(name, type));
  }

  static String of(byte[] file) {
    EbmlDump dump = new EbmlDump(file);
    dump.elements(file.length, "");
    return dump.text.toString();
  }

  private void elements(int end, String indent) {
    while (file.position() < end) {
      long id = number(false);
      long size = number(true);
      Element element = ELEMENTS.get(id);
      if (element == null) {
        throw new AssertionError("element 0x%x at %d".formatted(id, file.position()));
      }
      if (size < 0 || file.position() + size > end) {
        throw new AssertionError(element.name + " of " + size + " bytes at " + file.position());
      }
      element(element, file.position() + (int) size, indent);
    }
  }

  private void element(Element element, int end, String indent) {
    if (!UNMENTIONED.contains(element.name)) {
      text.append(indent).append(element.name);
      switch (element.type) {
        case UNSIGNED -> text.append(' ').append(unsigned(end - file.position()));
        case FLOAT -> text.append(' ').append(floating(end - file.position()));
        case STRING ->
            text.append(' ')
                .append(UTF_8.decode(file.slice(file.position(), end - file.position())));
        case BLOCK -> block();
        case MASTER, HIDDEN -> {}
      }
      text.append('\n');
    }
    if (element.type == Type.MASTER) {
      elements(end, indent + "  ");
    }
    file.position(end);
  }

  private void block() {
    long track = number(true);
    int time = file.getShort();
    boolean key = (file.get() & 0x80) != 0;
    text.append(" track ").append(track).append(" at ").append(time).append(key ? " key" : "");
  }

  /** A variable-length number, with or without its length marker; -1 for an unknown size. */
  private long number(boolean withoutMarker) {
    int first = file.get() & 0xff;
    int length = Integer.numberOfLeadingZeros(first) - 24 + 1;
    long value = withoutMarker ? first & (0xff >> length) : first;
    boolean unknown = withoutMarker && value == 0xff >> length;
    for (int i = 1; i < length; i++) {
      int next = file.get() & 0xff;
      unknown &= next == 0xff;
      value = value << 8 | next;
    }
    return unknown ? -1 : value;
  }

  private long unsigned(int size) {
    long value = 0;
    for (int i = 0; i < size; i++) {
      value = (value << 8) | (file.get() & 0xff);
    }
    return value;
  }

  private String floating(int size) {
    double value = size == 4 ? file.getFloat() : file.getDouble();
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
