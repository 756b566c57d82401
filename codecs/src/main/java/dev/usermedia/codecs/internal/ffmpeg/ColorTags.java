package dev.usermedia.codecs.internal.ffmpeg;

import dev.usermedia.frame.VideoColorSpace;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * The numbers that FFmpeg (and H.273) give colours by: {@code AVCOL_PRI}, {@code AVCOL_TRC}, {@code
 * AVCOL_SPC} and {@code AVCOL_RANGE}.
 */
public record ColorTags(int primaries, int transfer, int matrix, int range) {
  /** The tags of one of our colour spaces. */
  public static ColorTags of(VideoColorSpace colors) {
    return new ColorTags(
        switch (colors.primaries()) {
          case "bt709" -> avutil.AVCOL_PRI_BT709;
          case "bt470bg" -> avutil.AVCOL_PRI_BT470BG;
          case "smpte170m" -> avutil.AVCOL_PRI_SMPTE170M;
          case "bt2020" -> avutil.AVCOL_PRI_BT2020;
          case "smpte432" -> avutil.AVCOL_PRI_SMPTE432;
          default -> avutil.AVCOL_PRI_UNSPECIFIED;
        },
        switch (colors.transfer()) {
          case "bt709" -> avutil.AVCOL_TRC_BT709;
          case "smpte170m" -> avutil.AVCOL_TRC_SMPTE170M;
          case "iec61966-2-1" -> avutil.AVCOL_TRC_IEC61966_2_1;
          case "linear" -> avutil.AVCOL_TRC_LINEAR;
          case "pq" -> avutil.AVCOL_TRC_SMPTE2084;
          case "hlg" -> avutil.AVCOL_TRC_ARIB_STD_B67;
          default -> avutil.AVCOL_TRC_UNSPECIFIED;
        },
        switch (colors.matrix()) {
          case "rgb" -> avutil.AVCOL_SPC_RGB;
          case "bt709" -> avutil.AVCOL_SPC_BT709;
          case "bt470bg" -> avutil.AVCOL_SPC_BT470BG;
          case "smpte170m" -> avutil.AVCOL_SPC_SMPTE170M;
          case "bt2020-ncl" -> avutil.AVCOL_SPC_BT2020_NCL;
          default -> avutil.AVCOL_SPC_UNSPECIFIED;
        },
        colors.fullRange() ? avutil.AVCOL_RANGE_JPEG : avutil.AVCOL_RANGE_MPEG);
  }

  /** The same with a matrix: BT.601 where none is specified, as everybody takes it. */
  public ColorTags withMatrix() {
    return matrix == avutil.AVCOL_SPC_UNSPECIFIED
        ? new ColorTags(primaries, transfer, avutil.AVCOL_SPC_SMPTE170M, range)
        : this;
  }

  /** Our colour space of the tags; empty names where FFmpeg knows no better or we have no name. */
  public VideoColorSpace toColorSpace() {
    return new VideoColorSpace(
        switch (primaries) {
          case avutil.AVCOL_PRI_BT709 -> "bt709";
          case avutil.AVCOL_PRI_BT470BG -> "bt470bg";
          case avutil.AVCOL_PRI_SMPTE170M, avutil.AVCOL_PRI_SMPTE240M -> "smpte170m";
          case avutil.AVCOL_PRI_BT2020 -> "bt2020";
          case avutil.AVCOL_PRI_SMPTE432 -> "smpte432";
          default -> "";
        },
        switch (transfer) {
          case avutil.AVCOL_TRC_BT709 -> "bt709";
          case avutil.AVCOL_TRC_SMPTE170M -> "smpte170m";
          case avutil.AVCOL_TRC_IEC61966_2_1 -> "iec61966-2-1";
          case avutil.AVCOL_TRC_LINEAR -> "linear";
          case avutil.AVCOL_TRC_SMPTE2084 -> "pq";
          case avutil.AVCOL_TRC_ARIB_STD_B67 -> "hlg";
          default -> "";
        },
        switch (matrix) {
          case avutil.AVCOL_SPC_RGB -> "rgb";
          case avutil.AVCOL_SPC_BT709 -> "bt709";
          case avutil.AVCOL_SPC_BT470BG -> "bt470bg";
          case avutil.AVCOL_SPC_SMPTE170M -> "smpte170m";
          case avutil.AVCOL_SPC_BT2020_NCL -> "bt2020-ncl";
          default -> "";
        },
        range == avutil.AVCOL_RANGE_JPEG);
  }
}
