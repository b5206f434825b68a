/*
 * `isolation="frame"`, the side of the host page: in the place of the widget, an iframe on the origin of the widget's files,
 * in which www/framed.js runs it. The loader fetches this instead of the WebAssembly, and calls it the same way.
 *
 * It hands attributes, custom properties and the texts of the owner's files down, and takes events and the height from
 * there; it never sees an answer. The frame gets one end of a message channel, so nobody else can speak on it; what comes up
 * is still checked. The build replaces the quoted tokens.
 */
const PAGE = new URL("__PAGE__", import.meta.url);
const ATTRIBUTES = "__ATTRIBUTES__";
const PROPERTIES = "__PROPERTIES__";
const EVENTS = "__EVENTS__";

/** What the frame needs: scripts and its own storage; files to save, printing, help lines in a new tab, leaving quickly. */
const SANDBOX =
  "allow-scripts allow-same-origin allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox " +
  "allow-top-navigation-by-user-activation";

/** The tallest that a frame may make itself, in CSS pixels. */
const TALLEST = 100_000;

/** What an event may carry: whole numbers, or a code. */
const plain = (detail) =>
  detail &&
  Object.fromEntries(
    Object.entries(detail).filter(
      ([name, value]) =>
        (["answered", "total"].includes(name) && Number.isInteger(value)) ||
        (name === "code" && /^[a-z-]{1,40}$/.test(value)),
    ),
  );

/** How the widget shall be: what `host` says, and what it stands in. */
const settings = (host, tag, checklist, messages) => {
  const style = getComputedStyle(host);
  const attributes = {};
  for (const name of ATTRIBUTES) {
    if (host.hasAttribute(name)) attributes[name] = host.getAttribute(name);
  }
  const properties = {
    "--tf-font": style.fontFamily,
    "font-size": style.fontSize,
    // A frame of another scheme than the page's would be opaque.
    "color-scheme": style.colorScheme,
  };
  for (const name of PROPERTIES) {
    const value = style.getPropertyValue(name).trim();
    if (value) properties[name] = value;
  }
  // Where the page settles it, so that the frame need not ask the system.
  const scheme = style.colorScheme;
  if (["light", "dark"].includes(scheme)) attributes.theme = scheme;
  const help = [...host.querySelectorAll(":scope > [slot=help]")].map((one) => one.textContent.trim());
  return { attributes: { ...attributes, lang: tag }, properties, checklist, messages, help };
};

/** Puts the frame into `root`. The language's own messages are fetched again inside, so they are not handed down. */
export const mount = (host, root, tag, language, checklist, messages) => {
  if (PAGE.origin === location.origin) {
    console.warn(
      'therapist-fit: isolation="frame" is no wall here, because the widget\'s files are on the page\'s own origin. ' +
        "Include the script from another one.",
    );
  }
  const frame = document.createElement("iframe");
  frame.title = root.querySelector("h1,h2,h3,h4,h5,h6")?.textContent ?? "Therapist fit";
  frame.setAttribute("sandbox", SANDBOX);
  frame.allow = navigator.share ? "clipboard-write; web-share" : "clipboard-write";
  frame.referrerPolicy = "no-referrer";
  Object.assign(frame.style, { display: "block", width: "100%", border: "0", height: "0" });
  // The owner's own words come below the frame, once there is a result.
  const after = document.createElement("slot");
  after.name = "after-summary";
  after.hidden = true;

  const { port1: port, port2: end } = new MessageChannel();
  let wanted = settings(host, tag, checklist, messages);
  frame.onload = () => frame.contentWindow.postMessage({ name: "therapist-fit", wanted }, PAGE.origin, [end]);

  port.onmessage = ({ data }) => {
    if (Number.isFinite(data?.height) && data.height >= 0) {
      frame.style.height = `${Math.min(data.height, TALLEST)}px`;
    }
    if (!EVENTS.includes(data?.event)) return;
    if (data.event.endsWith("-ready")) root.querySelector("[data-tf-placeholder]")?.remove();
    after.hidden = !data.event.endsWith("-complete");
    const detail = plain(data.detail) ?? null;
    host.dispatchEvent(new CustomEvent(data.event, { bubbles: true, composed: true, detail }));
  };

  frame.src = PAGE;
  root.append(frame, after);

  const call = (name) => {
    // The focus shall go to the first question, and it can't from outside of the frame.
    frame.focus({ preventScroll: true });
    port.postMessage({ call: name });
  };
  return {
    start: () => call("start"),
    clear: () => call("clear"),
    update(...texts) {
      const [newTag, , newChecklist, newMessages] = texts;
      wanted = settings(host, newTag, newChecklist, newMessages);
      port.postMessage({ wanted });
    },
    unmount() {
      port.close();
      frame.remove();
      after.remove();
    },
  };
};
