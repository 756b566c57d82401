package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.webrtc.RTCRtpTransceiver;
import dev.usermedia.webrtc.RTCRtpTransceiverDirection;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** A transceiver as a script may use it. */
public final class TransceiverHost {
  private final RTCRtpTransceiver transceiver;
  private final MediaHost media;
  private final SenderHost sender;
  private final ReceiverHost receiver;
  private @Nullable Value peer;

  TransceiverHost(RTCRtpTransceiver transceiver, MediaHost media, Waiting waiting) {
    this.transceiver = transceiver;
    this.media = media;
    this.sender = new SenderHost(transceiver.sender(), media, waiting);
    this.receiver = new ReceiverHost(transceiver.receiver(), media, waiting);
  }

  /** The script's object for this transceiver; undefined until {@link #setPeer}. */
  @Export
  public Object peer() {
    return peer == null ? media.undefined() : peer;
  }

  @Export
  public void setPeer(Value newPeer) {
    peer = newPeer;
  }

  /** Undefined while none was agreed upon. */
  @Export
  public Object mid() {
    return transceiver.mid().<Object>map(it -> it).orElse(media.undefined());
  }

  @Export
  public SenderHost sender() {
    return sender;
  }

  @Export
  public ReceiverHost receiver() {
    return receiver;
  }

  @Export
  public String direction() {
    return transceiver.direction().value();
  }

  @Export
  public void setDirection(String direction) {
    media
        .answers()
        .get(
            () -> {
              transceiver.direction(
                  DisplayOptions.named(RTCRtpTransceiverDirection.values(), direction));
              return media.undefined();
            });
  }

  /** Undefined while none was agreed upon. */
  @Export
  public Object currentDirection() {
    return transceiver.currentDirection().<Object>map(it -> it.value()).orElse(media.undefined());
  }

  @Export
  public void stop() {
    media
        .answers()
        .get(
            () -> {
              transceiver.stop();
              return media.undefined();
            });
  }

  /** Of an array of dictionaries. */
  @Export
  public void setCodecPreferences(Value codecs) {
    media
        .answers()
        .get(
            () -> {
              transceiver.setCodecPreferences(ConnectionDictionaries.codecs(Trees.list(codecs)));
              return media.undefined();
            });
  }
}
