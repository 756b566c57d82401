"use strict";
// https://w3c.github.io/permissions/#permissions-interface
(function (agent) {
  const { EventTarget } = agent.implementations;
  const known = ["camera", "microphone", "display-capture", "speaker-selection", "window-management"];

  class PermissionStatus extends EventTarget {
    constructor(realm, name, host) {
      super(realm);
      this.name = name;
      this.host = host;
    }
    get state() { return this.host.state(); }
    listenersChanged(type) {
      if (type === "change" && !this.listening) {
        this.listening = true;
        this.host.onChange(() => this.fire("change"));
      }
    }
  }
  agent.implement("PermissionStatus", PermissionStatus, "name");

  agent.implement("Permissions", class Permissions extends agent.PlatformObject {
    query(descriptor) {
      const { realm } = this;
      const { name } = realm.convert(["dictionary", "PermissionDescriptor"], descriptor, "Failed to execute 'query' on 'Permissions'");
      if (!known.includes(name)) throw new realm.TypeError("Failed to execute 'query' on 'Permissions': '" + name + "' is not a valid PermissionName.");
      const more = name === "camera" ? realm.convert(["dictionary", "CameraDevicePermissionDescriptor"], descriptor, "query") : {};
      const { promise, resolve } = realm.deferred();
      realm.queueTask(() => resolve(new PermissionStatus(realm, name, realm.media().permission(name, !!more.panTiltZoom))));
      return promise;
    }
  });
});
