/*
 * Records all that the page complains of (the console, errors nobody caught, what the content security policy held back)
 * in `__recorded`, and the widgets' events in `__events`. The server puts it before every other script of every page. It
 * works in every engine and under every policy that allows scripts of the own origin.
 */
(() => {
  const recorded = [];
  Object.defineProperty(window, "__recorded", { value: recorded });

  const shown = (value) => {
    if (value instanceof Error) return value.stack || String(value);
    if (typeof value !== "object" || value === null) return String(value);
    try {
      return JSON.stringify(value);
    } catch {
      return String(value);
    }
  };
  const record = (kind, ...values) => recorded.push({ kind, text: values.map(shown).join(" ") });

  for (const kind of ["debug", "log", "info", "warn", "error", "trace"]) {
    const original = console[kind];
    console[kind] = (...values) => {
      record(kind, ...values);
      original.apply(console, values);
    };
  }
  const originalAssert = console.assert;
  console.assert = (holds, ...values) => {
    if (!holds) record("assert", ...values);
    originalAssert.call(console, holds, ...values);
  };

  // Errors of loading a file don't bubble, so they are caught on their way down.
  addEventListener(
    "error",
    (event) => {
      if (event instanceof ErrorEvent) record("uncaught", event.message, event.error);
      else record("not-loaded", event.target?.src || event.target?.href || event.target);
    },
    true,
  );
  addEventListener("unhandledrejection", (event) => record("unhandled", event.reason));
  addEventListener("securitypolicyviolation", (event) =>
    record("policy", event.effectiveDirective, event.blockedURI, event.sample),
  );

  const events = [];
  Object.defineProperty(window, "__events", { value: events });
  for (const name of ["ready", "start", "progress", "complete", "clear", "error"]) {
    addEventListener(`therapist-fit-${name}`, ({ detail, bubbles, composed, cancelable }) =>
      events.push({ name, detail, bubbles, composed, cancelable }),
    );
  }
})();
