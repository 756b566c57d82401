"use strict";
// Makes a global a dedicated worker's, once the interfaces are there.
(function (R) {
  const { agent, global, about } = R;
  const { bridge, implementations, shared } = agent;
  for (const setup of agent.setups) setup(R);
  R.finish();
  const scope = new implementations.DedicatedWorkerGlobalScope(R);
  agent.tie(global, scope);

  R.evaluate = (text, url) => bridge.evaluate(text, url, false);
  R.runScript = (text, url) => { try { R.evaluate(text, url); } catch (error) { R.report(error); } };
  R.unhandled = (text, { message, filename, lineno, colno }) => bridge.messages().scope().failed(text, message, filename, lineno, colno);

  // https://html.spec.whatwg.org/#run-a-worker
  R.start = (text, url, isModule) => {
    agent.current = R;
    R.isModule = isModule;
    try {
      bridge.evaluate(text, url, isModule);
    } catch (error) {
      R.report(error);
    }
    if (!R.closed) shared.receive(scope, bridge.messages().scope().port());
  };
});
