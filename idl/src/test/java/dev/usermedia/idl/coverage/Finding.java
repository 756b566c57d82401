package dev.usermedia.idl.coverage;

/**
 * Something of the IDL that Java does not have.
 *
 * @param key names it: {@code MediaStream}, {@code MediaStream()} for a constructor, {@code
 *     MediaStream.id}, {@code MediaStreamTrackState."live"}
 * @param lack what was looked for
 */
record Finding(String key, String lack) {
  @Override
  public String toString() {
    return key + ": " + lack;
  }
}
