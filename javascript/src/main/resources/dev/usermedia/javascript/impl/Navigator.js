"use strict";
// https://html.spec.whatwg.org/#the-navigator-object
(function (agent) {
  class NavigatorBase extends agent.PlatformObject {
    get userAgent() { return "Usermedia/" + agent.bridge.version(); }
    get appCodeName() { return "Mozilla"; }
    get appName() { return "Netscape"; }
    get appVersion() { return "5.0"; }
    get platform() { return agent.bridge.platform(); }
    get product() { return "Gecko"; }
    get language() { return "en-US"; }
    get languages() { return this.frozenLanguages ??= Object.freeze(this.realm.outSequence(["en-US"])); }
    get onLine() { return true; }
    get hardwareConcurrency() { return agent.bridge.processors(); }
    get permissions() { return this.ownPermissions ??= new agent.implementations.Permissions(this.realm); }
  }
  class Navigator extends NavigatorBase {
    get mediaDevices() { return this.ownMediaDevices ??= new agent.implementations.MediaDevices(this.realm); }

    // https://w3c.github.io/mediacapture-main/#navigator-interface-extensions
    getUserMedia(constraints, fulfilled, rejected) {
      const { realm } = this;
      let answer;
      try {
        answer = this.mediaDevices.getUserMedia(constraints);
      } catch (error) {
        answer = realm.rejected(error);
      }
      realm.then(answer, (stream) => fulfilled.report(undefined, stream), (error) => rejected.report(undefined, error));
    }

    // https://html.spec.whatwg.org/#the-useractivation-interface
    get userActivation() { return this.ownActivation ??= new agent.implementations.UserActivation(this.realm); }
  }
  agent.implement("Navigator", Navigator);
  agent.implement("UserActivation", class UserActivation extends agent.PlatformObject {
    get isActive() { return this.realm.hasTransientActivation(); }
    get hasBeenActive() { return this.realm.activatedAt > -Infinity; }
  });
  agent.implement("WorkerNavigator", class WorkerNavigator extends NavigatorBase {});
});
