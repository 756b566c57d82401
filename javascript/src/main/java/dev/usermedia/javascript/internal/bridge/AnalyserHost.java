package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.webaudio.AnalyserNode;
import java.nio.ByteBuffer;
import org.graalvm.polyglot.HostAccess.Export;

/** An analyser as a script may use it. */
public final class AnalyserHost extends AudioNodeHost {
  private final AnalyserNode analyser;

  AnalyserHost(AnalyserNode analyser, MediaHost media) {
    super(analyser, media);
    this.analyser = analyser;
  }

  @Export
  public int fftSize() {
    return analyser.fftSize();
  }

  @Export
  public void setFftSize(double size) {
    run(() -> analyser.fftSize((int) Math.min(size, Integer.MAX_VALUE)));
  }

  @Export
  public double minDecibels() {
    return analyser.minDecibels();
  }

  @Export
  public double maxDecibels() {
    return analyser.maxDecibels();
  }

  @Export
  public void setDecibels(double min, double max) {
    run(() -> analyser.decibels(min, max));
  }

  @Export
  public double smoothingTimeConstant() {
    return analyser.smoothingTimeConstant();
  }

  @Export
  public void setSmoothingTimeConstant(double constant) {
    run(() -> analyser.smoothingTimeConstant(constant));
  }

  /** As many as there are, floats. */
  @Export
  public ByteBuffer floatFrequencyData() {
    float[] data = new float[analyser.frequencyBinCount()];
    analyser.getFloatFrequencyData(data);
    return AudioHost.bytes(data);
  }

  @Export
  public ByteBuffer byteFrequencyData() {
    byte[] data = new byte[analyser.frequencyBinCount()];
    analyser.getByteFrequencyData(data);
    return Buffers.direct(data);
  }

  @Export
  public ByteBuffer floatTimeDomainData() {
    float[] data = new float[analyser.fftSize()];
    analyser.getFloatTimeDomainData(data);
    return AudioHost.bytes(data);
  }

  @Export
  public ByteBuffer byteTimeDomainData() {
    byte[] data = new byte[analyser.fftSize()];
    analyser.getByteTimeDomainData(data);
    return Buffers.direct(data);
  }
}
