/*
 * `isolation="frame"`, the side of the host page: in the place of the widget, an iframe on the origin of the widget's files,
 * in which www/framed.js runs it. The loader fetches this instead of the WebAssembly, and calls it the same way.
 *
 * It hands attributes, custom properties and the texts of the owner's files down, and takes events, the height and the place
 * of what has the focus from there; it never sees an answer. The frame gets one end of a message channel, so nobody else can
 * speak on it; what comes up is still checked. The build replaces the quoted tokens.
 */
const PAGE = new URL("__PAGE__", import.meta.url);
const ATTRIBUTES = "__ATTRIBUTES__";
const PROPERTIES = "__PROPERTIES__";
const EVENTS = "__EVENTS__";
/** Language -> the loader's first words: title, lead, Start, and that it failed. */
const WORDS = "__WORDS__";

/** What the frame needs: scripts and its own storage; files to save, printing, help lines in a new tab, leaving quickly. */
const SANDBOX =
  "allow-scripts allow-same-origin allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox " +
  "allow-top-navigation-by-user-activation";

/** The tallest that a frame may make itself, in CSS pixels. */
const TALLEST = 100_000;

/** How long the frame may take to load, and then to speak up, before it counts as missing, in milliseconds. */
const LOADING = 30_000;
const SPEAKING = 5_000;

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

/** What the frame is called: the owner's words for the first heading, else ours. */
const title = (tag, ...owners) => {
  for (const text of owners) {
    try {
      const { texts, ...words } = JSON.parse(text);
      const found = words["intro.title"] ?? texts[tag]["intro.title"];
      if (found) return found;
    } catch {
      // No such file, or not a good one: whoever reads it inside of the frame says so.
    }
  }
};

const styled = (name, style) => {
  const element = document.createElement(name);
  Object.assign(element.style, style);
  return element;
};

/** Puts the frame into `root`. The language's own messages are fetched again inside, so they are not handed down. */
export const mount = (host, root, ...texts) => {
  if (PAGE.origin === location.origin) {
    console.warn(
      'therapist-fit: isolation="frame" is no wall here, because the widget\'s files are on the page\'s own origin. ' +
        "Include the script from another one.",
    );
  }
  const frame = styled("iframe", { display: "block", width: "100%", border: "0", height: "0" });
  frame.setAttribute("sandbox", SANDBOX);
  frame.allow = navigator.share ? "clipboard-write; web-share" : "clipboard-write";
  frame.referrerPolicy = "no-referrer";
  // What shall be seen of what is in the frame is where this mark is: WebKit lets no frame scroll the page around it.
  const mark = styled("div", { position: "absolute", insetInline: "0", pointerEvents: "none", scrollMargin: "24px" });
  const stage = styled("div", { position: "relative" });
  stage.append(frame, mark);
  // The owner's own words come below the frame, while there is a result.
  const after = document.createElement("slot");
  after.name = "after-summary";
  after.hidden = true;

  let port, wanted, sorry, timer;
  /** Whether the frame has spoken up since it was loaded, and whether it was given up. */
  let isHeard, isLost;
  /** What was asked for before the frame could hear it. */
  const asked = new Set();

  const want = ([tag, , checklist, messages]) => {
    wanted = settings(host, tag, checklist, messages);
    const words = WORDS[tag.split("-")[0].toLowerCase()] ?? WORDS.en;
    frame.title = title(tag, messages, checklist) ?? words[0];
    sorry = words[3];
  };
  want(texts);

  const fire = (name, detail) =>
    host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail: detail ?? null }));

  /** Until the widget has come, the loader's first screen stands there, and says so if it can't. */
  const first = () => root.querySelector("#first");
  const failed = () => {
    const status = first()?.querySelector("[role=status]");
    if (status) status.textContent = sorry;
  };

  const waitFor = (time) => {
    isHeard = isLost = false;
    clearTimeout(timer);
    timer = setTimeout(() => {
      isLost = true;
      console.warn(`therapist-fit: ${PAGE} is missing, or a policy keeps it out of a frame`);
      failed();
      fire("therapist-fit-error", { code: "load-failed" });
    }, time);
  };

  const hear = ({ data }) => {
    if (data?.hello) {
      clearTimeout(timer);
      isHeard = true;
      isLost = false;
      for (const name of asked) port.postMessage({ call: name });
      asked.clear();
    }
    if (Number.isFinite(data?.height) && data.height >= 0) {
      frame.style.height = `${Math.min(data.height, TALLEST)}px`;
      after.hidden = !data.result;
      first()?.remove();
    }
    if (Number.isFinite(data?.top) && Number.isFinite(data.tall)) {
      Object.assign(mark.style, { top: `${data.top}px`, height: `${data.tall}px` });
      mark.scrollIntoView({ block: "nearest" });
    }
    if (!EVENTS.includes(data?.event)) return;
    if (data.event.endsWith("-error")) failed();
    fire(data.event, plain(data.detail));
  };

  // Whenever it loads: an element that is moved within the page loads its frame anew. Not as what the function returns:
  // WebKit takes the sender of a call in that place to be the frame itself.
  frame.onload = () => {
    port?.close();
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = hear;
    waitFor(SPEAKING);
    frame.contentWindow.postMessage({ name: "therapist-fit", wanted }, PAGE.origin, [channel.port2]);
  };

  const load = () => {
    waitFor(LOADING);
    frame.src = PAGE;
  };
  load();
  root.append(stage, after);

  const hand = () => port?.postMessage({ wanted });
  /** Help lines of the owner's that are changed. */
  const lines = new MutationObserver(() => {
    want(texts);
    hand();
  });
  lines.observe(host, { childList: true, characterData: true, subtree: true });

  const call = (name) => {
    if (isHeard) return port.postMessage({ call: name });
    asked.add(name);
    if (isLost) load();
  };
  return {
    start() {
      // The focus shall go to the first question, and it can't from outside of the frame.
      frame.focus({ preventScroll: true });
      call("start");
    },
    clear: () => call("clear"),
    update(...changed) {
      texts = changed;
      want(texts);
      hand();
    },
    unmount() {
      clearTimeout(timer);
      lines.disconnect();
      port?.close();
      stage.remove();
      after.remove();
    },
  };
};
