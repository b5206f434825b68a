/*
 * `isolation="frame"`, the side inside of the frame: puts the element onto this page, sets it as the host page says, and
 * tells that page its events, its height and what has the focus. It listens to the page around it only, once, and takes
 * nothing but attributes, custom properties and texts that the widget knows. The build replaces the quoted tokens.
 */
const ATTRIBUTES = "__ATTRIBUTES__";
const PROPERTIES = "__PROPERTIES__";
const EVENTS = "__EVENTS__";

/** The least height for a dialog, in CSS pixels. */
const ROOM = 480;

const sheet = new CSSStyleSheet();
sheet.replaceSync("html,body{margin:0;background:transparent;overflow:hidden}");
document.adoptedStyleSheets = [sheet];

/** The addresses of texts that came with a message: the element takes addresses. */
const addresses = new Map();

const address = (text) => {
  if (!addresses.has(text)) {
    addresses.set(text, URL.createObjectURL(new Blob([text], { type: "application/json" })));
  }
  return addresses.get(text);
};

/** Sets an attribute, or takes it off; one that stays as it is is not touched. */
const set = (element, name, value) => {
  if (typeof value !== "string") element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

const apply = (element, { attributes = {}, properties = {}, checklist, messages, help = [] }) => {
  for (const name of ATTRIBUTES) set(element, name, attributes[name]);
  set(element, "loading", "eager");
  set(element, "checklist", checklist && address(checklist));
  set(element, "messages", messages && address(messages));
  document.documentElement.lang = attributes.lang ?? "en";
  document.documentElement.style.colorScheme = properties["color-scheme"] ?? "";
  for (const name of [...PROPERTIES, "font-size"]) element.style.setProperty(name, properties[name] ?? "");
  const lines = help.filter((line) => typeof line === "string").map((line) => {
    const paragraph = document.createElement("p");
    paragraph.slot = "help";
    paragraph.textContent = line;
    return paragraph;
  });
  element.replaceChildren(...lines);
};

const begin = (wanted, port) => {
  const element = document.createElement("therapist-fit");
  apply(element, wanted);
  for (const event of EVENTS) {
    element.addEventListener(event, ({ detail }) => port.postMessage({ event, detail }));
  }
  port.onmessage = ({ data }) => {
    if (data?.wanted) apply(element, data.wanted);
    if (["start", "clear"].includes(data?.call)) element[data.call]();
  };
  const root = element.shadowRoot;

  // Not before the widget is there: the host page shows the first screen until then.
  const tell = () => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    port.postMessage({ height, result: Boolean(root.querySelector("slot[name=after-summary]")) });
  };
  const follow = () => {
    tell();
    new ResizeObserver(tell).observe(element);
    new MutationObserver(tell).observe(root, { childList: true, subtree: true });
  };
  element.addEventListener("therapist-fit-ready", follow, { once: true });

  // Where the focus has gone by a key or by itself, the page around is to show. A pointer is there already, and what it is
  // on must not move away under it. Of answers it is told the whole group, never which one: that is nobody's affair.
  let byKey, last;
  addEventListener("keydown", () => (byKey = true), true);
  addEventListener("pointerdown", () => (byKey = false), true);
  root.addEventListener("focusin", ({ target }) => {
    const shown = target.closest("dialog,[role=radiogroup],fieldset") ?? target;
    if (shown === last) return;
    last = shown;
    const { top, height } = shown.getBoundingClientRect();
    if (byKey || target.tabIndex < 0 || shown.matches("dialog")) port.postMessage({ top, tall: height });
  });

  // A dialog opens where the visitor is looking, not in the middle of a frame that is much taller than the window. Where
  // only a strip of the frame shows, it takes the room beside it.
  const look = () => {
    const observer = new IntersectionObserver(([{ intersectionRect: seen }]) => {
      observer.disconnect();
      const bottom = Math.min(innerHeight, Math.max(seen.bottom, seen.top + ROOM));
      const top = Math.max(0, Math.min(seen.top, bottom - ROOM));
      document.body.style.setProperty("--frame-top", `${top}px`);
      document.body.style.setProperty("--frame-bottom", `${innerHeight - bottom}px`);
    });
    observer.observe(document.documentElement);
  };
  for (const type of ["pointerdown", "keydown", "focusin"]) addEventListener(type, look, true);

  document.body.append(element);
  port.postMessage({ hello: true });
};

const listen = ({ source, data, ports: [port] }) => {
  if (source !== parent || parent === self || data?.name !== "therapist-fit" || !data.wanted || !port) return;
  removeEventListener("message", listen);
  begin(data.wanted, port);
};
addEventListener("message", listen);
