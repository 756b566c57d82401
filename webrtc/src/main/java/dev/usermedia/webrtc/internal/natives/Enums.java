package dev.usermedia.webrtc.internal.natives;

import dev.onvoid.webrtc.media.MediaType;
import dev.usermedia.MediaKind;
import dev.usermedia.webrtc.RTCBundlePolicy;
import dev.usermedia.webrtc.RTCIceConnectionState;
import dev.usermedia.webrtc.RTCIceGatheringState;
import dev.usermedia.webrtc.RTCIceTransportPolicy;
import dev.usermedia.webrtc.RTCPeerConnectionState;
import dev.usermedia.webrtc.RTCRtpTransceiverDirection;
import dev.usermedia.webrtc.RTCSdpType;
import dev.usermedia.webrtc.RTCSignalingState;

/** The binding's names for values and the specification's. */
final class Enums {
  private Enums() {}

  static MediaType of(MediaKind kind) {
    return kind == MediaKind.AUDIO ? MediaType.AUDIO : MediaType.VIDEO;
  }

  static RTCSignalingState of(dev.onvoid.webrtc.RTCSignalingState state) {
    return switch (state) {
      case STABLE -> RTCSignalingState.STABLE;
      case HAVE_LOCAL_OFFER -> RTCSignalingState.HAVE_LOCAL_OFFER;
      case HAVE_LOCAL_PR_ANSWER -> RTCSignalingState.HAVE_LOCAL_PRANSWER;
      case HAVE_REMOTE_OFFER -> RTCSignalingState.HAVE_REMOTE_OFFER;
      case HAVE_REMOTE_PR_ANSWER -> RTCSignalingState.HAVE_REMOTE_PRANSWER;
      case CLOSED -> RTCSignalingState.CLOSED;
    };
  }

  static RTCIceGatheringState of(dev.onvoid.webrtc.RTCIceGatheringState state) {
    return switch (state) {
      case NEW -> RTCIceGatheringState.NEW;
      case GATHERING -> RTCIceGatheringState.GATHERING;
      case COMPLETE -> RTCIceGatheringState.COMPLETE;
    };
  }

  static RTCIceConnectionState of(dev.onvoid.webrtc.RTCIceConnectionState state) {
    return switch (state) {
      case NEW -> RTCIceConnectionState.NEW;
      case CHECKING -> RTCIceConnectionState.CHECKING;
      case CONNECTED -> RTCIceConnectionState.CONNECTED;
      case COMPLETED -> RTCIceConnectionState.COMPLETED;
      case FAILED -> RTCIceConnectionState.FAILED;
      case DISCONNECTED -> RTCIceConnectionState.DISCONNECTED;
      case CLOSED -> RTCIceConnectionState.CLOSED;
    };
  }

  static RTCPeerConnectionState of(dev.onvoid.webrtc.RTCPeerConnectionState state) {
    return switch (state) {
      case NEW -> RTCPeerConnectionState.NEW;
      case CONNECTING -> RTCPeerConnectionState.CONNECTING;
      case CONNECTED -> RTCPeerConnectionState.CONNECTED;
      case DISCONNECTED -> RTCPeerConnectionState.DISCONNECTED;
      case FAILED -> RTCPeerConnectionState.FAILED;
      case CLOSED -> RTCPeerConnectionState.CLOSED;
    };
  }

  static RTCRtpTransceiverDirection of(dev.onvoid.webrtc.RTCRtpTransceiverDirection direction) {
    return switch (direction) {
      case SEND_RECV -> RTCRtpTransceiverDirection.SENDRECV;
      case SEND_ONLY -> RTCRtpTransceiverDirection.SENDONLY;
      case RECV_ONLY -> RTCRtpTransceiverDirection.RECVONLY;
      case INACTIVE -> RTCRtpTransceiverDirection.INACTIVE;
      case STOPPED -> RTCRtpTransceiverDirection.STOPPED;
    };
  }

  static dev.onvoid.webrtc.RTCRtpTransceiverDirection of(RTCRtpTransceiverDirection direction) {
    return switch (direction) {
      case SENDRECV -> dev.onvoid.webrtc.RTCRtpTransceiverDirection.SEND_RECV;
      case SENDONLY -> dev.onvoid.webrtc.RTCRtpTransceiverDirection.SEND_ONLY;
      case RECVONLY -> dev.onvoid.webrtc.RTCRtpTransceiverDirection.RECV_ONLY;
      case INACTIVE -> dev.onvoid.webrtc.RTCRtpTransceiverDirection.INACTIVE;
      case STOPPED -> dev.onvoid.webrtc.RTCRtpTransceiverDirection.STOPPED;
    };
  }

  static dev.onvoid.webrtc.RTCSdpType of(RTCSdpType type) {
    return switch (type) {
      case OFFER -> dev.onvoid.webrtc.RTCSdpType.OFFER;
      case PRANSWER -> dev.onvoid.webrtc.RTCSdpType.PR_ANSWER;
      case ANSWER -> dev.onvoid.webrtc.RTCSdpType.ANSWER;
      case ROLLBACK -> dev.onvoid.webrtc.RTCSdpType.ROLLBACK;
    };
  }

  static RTCSdpType of(dev.onvoid.webrtc.RTCSdpType type) {
    return switch (type) {
      case OFFER -> RTCSdpType.OFFER;
      case PR_ANSWER -> RTCSdpType.PRANSWER;
      case ANSWER -> RTCSdpType.ANSWER;
      case ROLLBACK -> RTCSdpType.ROLLBACK;
    };
  }

  static dev.onvoid.webrtc.RTCIceTransportPolicy of(RTCIceTransportPolicy policy) {
    return switch (policy) {
      case ALL -> dev.onvoid.webrtc.RTCIceTransportPolicy.ALL;
      case RELAY -> dev.onvoid.webrtc.RTCIceTransportPolicy.RELAY;
    };
  }

  static dev.onvoid.webrtc.RTCBundlePolicy of(RTCBundlePolicy policy) {
    return switch (policy) {
      case BALANCED -> dev.onvoid.webrtc.RTCBundlePolicy.BALANCED;
      case MAX_COMPAT -> dev.onvoid.webrtc.RTCBundlePolicy.MAX_COMPAT;
      case MAX_BUNDLE -> dev.onvoid.webrtc.RTCBundlePolicy.MAX_BUNDLE;
    };
  }
}
