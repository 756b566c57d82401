"use strict";
// https://w3c.github.io/mediacapture-main/#device-info
(function (agent) {
  class MediaDeviceInfo extends agent.PlatformObject {
    constructor(realm, host) {
      super(realm);
      this.host = host;
      this.deviceId = host.deviceId();
      this.kind = host.kind();
      this.label = host.label();
      this.groupId = host.groupId();
    }
  }
  agent.implement("MediaDeviceInfo", MediaDeviceInfo, "deviceId kind label groupId");

  class InputDeviceInfo extends MediaDeviceInfo {
    getCapabilities() { return this.host.getCapabilities(); }
  }
  agent.implement("InputDeviceInfo", InputDeviceInfo);

  agent.shared.deviceInfo = (realm, host) => new (host.isInput() ? InputDeviceInfo : MediaDeviceInfo)(realm, host);
});
