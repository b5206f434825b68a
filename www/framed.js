/*
 * `isolation="frame"`, the side inside of the frame: puts the element onto this page, sets it as the host page says, and
 * tells that page its events and height. It listens to the page around it only, once, and takes nothing but attributes,
 * custom properties and texts that the widget knows. The build replaces the quoted tokens.
 */
const ATTRIBUTES = "__ATTRIBUTES__";
const PROPERTIES = "__PROPERTIES__";
const EVENTS = "__EVENTS__";

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
  const tell = () => port.postMessage({ height: Math.ceil(element.getBoundingClientRect().height) });
  new ResizeObserver(tell).observe(element);
  document.body.append(element);
};

const listen = ({ source, data, ports: [port] }) => {
  if (source !== parent || parent === self || data?.name !== "therapist-fit" || !data.wanted || !port) return;
  removeEventListener("message", listen);
  begin(data.wanted, port);
};
addEventListener("message", listen);
