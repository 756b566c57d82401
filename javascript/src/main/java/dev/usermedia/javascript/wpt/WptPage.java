package dev.usermedia.javascript.wpt;

/** The two scripts that a runner of the tests supplies. */
final class WptPage {
  /** The name of the host function that both call. */
  static final String HOST_FUNCTION = "__wptRunner";

  /** With a place for what the harness's time limits are multiplied with. */
  static final String REPORT =
      """
      "use strict";
      (() => {
        if (typeof document === "undefined" || typeof __wptRunner === "undefined") return;
        const runner = __wptRunner;
        setup({ output: false, timeout_multiplier: %s });
        add_completion_callback((tests, status) => {
          for (const test of tests) {
            runner("subtest", test.name, ["PASS", "FAIL", "TIMEOUT", "NOTRUN", "PRECONDITION_FAILED"][test.status], test.message ?? "");
          }
          runner("done", ["OK", "ERROR", "TIMEOUT", "PRECONDITION_FAILED"][status.status], status.message ?? "");
        });
      })();
      """;

  static final String VENDOR =
      """
      "use strict";
      (() => {
        const driver = window.test_driver_internal;
        const runner = window.__wptRunner ?? window.top.__wptRunner;
        driver.in_automation = true;
        driver.click = async (element) => {
          runner("click");
          const init = { bubbles: true, cancelable: true, composed: true };
          for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup"]) {
            element.dispatchEvent(new (type.startsWith("p") ? PointerEvent : MouseEvent)(type, init));
          }
          element.click();
        };
        // Nothing is laid out here, so nothing can be in the way of a click.
        window.test_driver.click = driver.click;
        driver.set_permission = async ({ descriptor, state }) => {
          runner("set_permission", descriptor.name, state);
        };
        driver.delete_all_cookies = async () => {};
      })();
      """;

  private WptPage() {}
}
