/*
 * The loader: the one script a site owner pastes, and the only hand-written one that every page gets.
 *
 * It owns the element <therapist-fit> until the WebAssembly runs: where the files are, when to fetch them, which language
 * to fetch, the first screen's words meanwhile, and what to say when they can't be had. It knows nothing of questions,
 * answers or storage, and of attributes only those that say what to fetch and how the first screen looks: the WebAssembly
 * reads them all by itself.
 *
 * It must work as `<script async>`, as `defer` and as `type="module"`, so it holds no import statement, export or
 * import.meta; under `script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'`, so it
 * holds no markup in strings; and any number of times on a page. It leaves nothing there but the element's definition.
 *
 * The build replaces the quoted tokens below (file names are relative to this script's address), minifies, and holds
 * the result to its share of the size budget. That is why the first screen is this plain.
 */
(() => {
  const NAME = "therapist-fit";
  /** Each file: its name, and the hash that its content must have. */
  const GLUE = "__GLUE__";
  const WASM = "__WASM__";
  /** Stands in for the glue where the widget shall run in a frame. */
  const FRAME = "__FRAME__";
  /** Language -> file of its messages. English is inside the WebAssembly. */
  const MESSAGES = "__MESSAGES__";
  /** Language -> the first screen's words: title, lead, Start, and that it failed. */
  const PLACEHOLDER = "__PLACEHOLDER__";

  const current = document.currentScript;
  /** The address where this line runs. */
  const here = Error().stack.match(/http\S+js/)?.[0];
  const tags = [...document.querySelectorAll(`script[src*="${NAME}.js"]`)];
  /**
   * This script's tag. A module isn't told its own, and another version may have one too; a library that fetched the text
   * of this script runs it in a tag without address.
   */
  const script = current?.src ? current : (tags.find(({ src }) => src.startsWith(here)) ?? tags[0]);
  /** This script's address. */
  const address = script?.src || here;

  let told;
  /** Tells the console of a failure: once, however many elements share it. */
  const warn = ({ message }) => {
    if (message === told) return;
    told = message;
    console.warn(`${NAME}: ${/-eval|CSP/.test(message) ? "script-src needs 'wasm-unsafe-eval'" : message}`);
  };

  /** Whether the browser is new enough, as of spring 2024. An older one gets the first screen's words, unstyled. */
  const MODERN = CSS.supports("color:light-dark(#fff,#fff)");

  /** The error code where another try is no use. */
  const HOPELESS = !self.WebAssembly ? "no-webassembly" : !MODERN && "unsupported";

  const sheet = (css) => {
    if (!MODERN) return {};
    const made = new CSSStyleSheet();
    made.replaceSync(css);
    return made;
  };

  /** The first screen's looks: sizes, room and colours as in the widget's own stylesheet, so that nothing jumps. */
  const BASE = sheet(
    ":host(:not([hidden])){display:block}" +
      ":host([theme=light]){color-scheme:light}" +
      ":host([theme=dark]){color-scheme:dark}" +
      "#first{max-width:39.4rem;min-height:max(34em,68em - 90vw);margin:auto;padding:clamp(18px,5%,36px);" +
      "font-family:var(--tf-font,inherit);line-height:1.55;color:var(--tf-text,light-dark(#1e2726,#e9efee));" +
      "background:var(--tf-surface,light-dark(#fffdfa,#171c1c));" +
      "border:1px solid var(--tf-border,#8884);border-radius:var(--tf-radius,16px)}" +
      "#first>div{padding-top:2.6em}" +
      "#first div :first-child{font-size:1.6em;line-height:1.25;margin:0}" +
      "#first>button{font:inherit;font-weight:600;min-height:48px;padding:0 1.6em;color:light-dark(#fff,#0d2220);" +
      "background:var(--tf-accent,light-dark(#1d6b66,#86cfc6));" +
      "border:2px solid #0000;border-radius:var(--tf-radius,12px)}",
  );

  /* ---- Fetching ---- */

  const missing = (url) => Error(`${url} is missing or changed`);

  const file = async ([name, integrity], base = address) => {
    let url = name;
    try {
      url = new URL(name, base);
      const response = await fetch(url, { integrity });
      if (response.ok) return response;
    } catch {
      // No address, no connection, or not the content that it must have: all the same to whoever asked.
    }
    throw missing(url);
  };

  const promises = {};

  /** What `make` promises, asked for once a page. A failure is forgotten, so that it can be tried again. */
  const once = (name, make) =>
    (promises[name] ??= make().catch((cause) => {
      delete promises[name];
      throw cause;
    }));

  let attempts = 0;

  /** The running WebAssembly's JavaScript side, or what puts it into a frame. */
  const load = async (entry) => {
    if (HOPELESS) throw Error(HOPELESS);
    const wasm = entry === GLUE && file(WASM);
    // Its failure is told where it is awaited, by the glue; until then it must not count as unhandled.
    if (wasm) wasm.catch(() => {});
    // Browsers remember a failed import under its address: another try needs another address.
    const [name, integrity] = entry;
    const href = new URL(attempts++ ? `${name}?${attempts}` : name, address);
    // An import can't name the hash it expects. A preload can, and the import then gets what that brought. The import also
    // has the leave that this script's nonce gives; the preload must be given it.
    let link;
    await new Promise((onload, failed) => {
      const onerror = () => failed(missing(href));
      link = make("link", { rel: "modulepreload", integrity, href, nonce: script?.nonce, onload, onerror });
      document.head.append(link);
    }).finally(() => link.remove());
    // WebKit's preload brings what has another hash all the same; its fetch, which then gets that again, does not.
    if (/^A/.test(navigator.vendor)) await file([href, integrity]);
    const glue = await import(/* @vite-ignore */ /* webpackIgnore: true */ href);
    if (wasm) await glue.default({ module_or_path: wasm });
    return glue;
  };

  /** The text of a file, fetched once. */
  const text = (entry, base) => once(entry, async () => (await file(entry, base)).text());

  /** The tag to speak and the text of its message file. English has no file, and stands in for one that can't be had. */
  const messages = async (tag) => {
    const own = MESSAGES[primary(tag)];
    try {
      return [tag, own && (await text(own))];
    } catch (cause) {
      warn(cause);
      return ["en", undefined];
    }
  };

  /** The address of a file of the owner's own that an attribute names. */
  const named = (host, name) => host.getAttribute(name)?.replace(/^alliance$/, "");

  /** The text of that file. */
  const own = (host, name) => {
    const url = named(host, name);
    if (url) return text([url], host.baseURI);
  };

  /** What `host` needs beside the code: the tag to speak, its messages, and the owner's checklist and messages. */
  const texts = async (host, tag) =>
    (await Promise.all([messages(tag), own(host, "checklist"), own(host, "messages")?.catch(warn)])).flat();

  /* ---- Where an element stands ---- */

  /** The element around `node`, also out of a shadow root. */
  const around = (node) => node.parentElement ?? node.getRootNode().host;

  /** The languages wanted for `node`: its own, those of what is around it, the browser's, English. */
  const langs = (node) => (node ? [node.lang, ...langs(around(node))] : [...navigator.languages, "en"]);

  const primary = (tag = "") => tag.split("-")[0].toLowerCase();

  /** The tag of the first language wanted that we speak. */
  const choose = (host) => langs(host).find((tag) => PLACEHOLDER[primary(tag)]);

  /* ---- One widget ---- */

  const make = (name, properties, ...children) => {
    const element = document.createElement(name);
    element.append(...children);
    return Object.assign(element, properties);
  };

  /** What `host`, an element, does: connect, disconnect, ask. */
  const widget = (host) => {
    const root = host.attachShadow({ mode: "open" });
    /** Theme "auto" on a page that says nothing of its colour scheme: follows the system. */
    const system = sheet(":host{color-scheme:light dark}");
    if (MODERN) root.adoptedStyleSheets = [BASE, system];

    /** Calls when the element comes near the viewport. Set while the element is in the page. */
    let near;
    /** The load under way or done: another object each time, so that a late one sees that it is no longer wanted. */
    let turn;
    /** The running widget, and the attributes it was last told of: another object each time, too. */
    let handle, newest;
    /** Whether anything has changed since the load began. */
    let isStale;
    /** What it left when it was taken off the page, to go on from when it is put back. */
    let snapshot;
    /** What was asked for before it ran: "start", "clear". */
    const calls = new Set();
    /** The language tag shown. */
    let tag;
    /** The first screen, what it was drawn from, and its words. */
    let screen, status, drawn, title, lead, start, sorry;

    /** Hears, once a microtask, that the attributes of the element or of one around it have changed. */
    const changes = new MutationObserver((records) => {
      if (!host.isConnected) return;
      follow();
      if (records.some((one) => one.target === host) || choose(host) !== tag) refresh();
    });

    /** `light-dark()` is always light where a page names no colour scheme; ours follows the system there. */
    const follow = () => {
      system.disabled = getComputedStyle(around(host)).colorScheme !== "normal";
    };

    /**
     * Puts up the first screen: what the page put into the element, else our words; and Start. The widget takes it down.
     * One that stands is drawn anew, and true returned, only where it would differ: focus and status would be lost.
     */
    const draw = () => {
      const from = choose(host) + ["heading-level", "checklist", "loading"].map((name) => host.getAttribute(name));
      if (screen?.isConnected && from === drawn) return;
      drawn = from;
      tag = choose(host);
      [title, lead, start, sorry] = PLACEHOLDER[primary(tag)];
      const slot = make("slot");
      const intro = make(
        "div",
        {},
        make(`h${host.getAttribute("heading-level")?.match(/^[1-6]$/) ?? 2}`, {}, title),
        make("p", {}, lead),
      );
      // What the page put into the element stands in for our words; what has a slot of its own, or never shows, does not.
      // Nor do our words suit an owner's checklist.
      slot.onslotchange = () => {
        intro.hidden = named(host, "checklist") || host.querySelector(":scope>:not([slot],noscript)");
      };
      slot.onslotchange();
      const onclick = () => {
        ask("start");
        status.textContent = "…";
      };
      status = make("p", { role: "status" });
      // Our words come before the slot, because they tell the direction: a slot would bring in that of the page.
      const about = { id: "first", lang: tag, dir: "auto", part: "base" };
      screen = make("div", about, intro, slot, make("button", { onclick }, start), status);
      root.replaceChildren(screen);
      return true;
    };

    const begin = async () => {
      if (turn) return;
      const mine = (turn = {});
      near.disconnect();
      isStale = false;
      status.textContent = "";
      try {
        const entry = host.matches("[isolation=frame]") ? FRAME : GLUE;
        const [glue, all] = await Promise.all([once(entry, () => load(entry)), texts(host, tag)]);
        if (mine !== turn) return;
        handle = glue.mount(host, root, ...all, snapshot);
        for (const call of calls) handle[call]();
        calls.clear();
        if (isStale) refresh();
      } catch (cause) {
        if (mine !== turn) return;
        turn = handle = undefined;
        calls.clear();
        // A widget that broke while it was put up has taken the first screen down.
        draw();
        status.textContent = sorry;
        // No widget, no room to keep for it.
        screen.style = "min-height:0";
        warn(cause);
        const detail = { code: HOPELESS || cause.code || "load-failed" };
        host.dispatchEvent(new CustomEvent(`${NAME}-error`, { bubbles: true, composed: true, detail }));
      }
    };

    /** Puts up the first screen, and begins once the element is near, or at once where it isn't to wait for that. */
    const stand = () => {
      if (!draw()) return;
      near.observe(host);
      if (calls.size || host.matches("[loading=eager]")) begin();
    };

    /** Tells the widget, or the first screen, that attributes or surroundings have changed. */
    const refresh = async () => {
      isStale = true;
      if (!handle) return stand();
      tag = choose(host);
      const mine = (newest = {});
      try {
        const all = await texts(host, tag);
        if (mine === newest) handle?.update(...all);
      } catch (cause) {
        warn(cause);
      }
    };

    const ask = (call) => {
      if (handle) return handle[call]();
      calls.add(call);
      if (near) begin();
    };

    return {
      ask,
      connect() {
        follow();
        for (let one = host; one; one = around(one)) changes.observe(one, { attributes: true });
        // Moved within the page: it runs on, but what is around it may be different.
        if (near) return refresh();
        near = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && begin(), {
          rootMargin: "600px",
        });
        stand();
      },
      disconnect() {
        if (host.isConnected || !near) return;
        near.disconnect();
        changes.disconnect();
        snapshot = handle?.unmount();
        near = turn = handle = undefined;
        calls.clear();
        root.replaceChildren();
      },
    };
  };

  if (!customElements.get(NAME)) {
    customElements.define(
      NAME,
      class extends HTMLElement {
        #widget = widget(this);

        /** Goes to the first question, or on with a draft; has the widget fetched if need be. */
        start() { this.#widget.ask("start"); }

        /** Deletes everything this widget keeps. */
        clear() { this.#widget.ask("clear"); }

        connectedCallback() { this.#widget.connect(); }

        // Who moves an element takes it out and puts it in: wait and see.
        disconnectedCallback() { queueMicrotask(this.#widget.disconnect); }
      },
    );
  }

  /** Where the page holds no element of ours, puts one where this script stands, with its `data-*` as attributes. */
  const place = () => {
    // In a page's head nothing shows: whoever loads the script there makes the elements, now or later.
    if (document.querySelector(NAME) || !script?.closest("body")) return;
    const element = make(NAME);
    for (const { name, value } of script.attributes) {
      if (/^data-/.test(name)) element.setAttribute(name.slice(5), value);
    }
    script.before(element);
  };

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", place);
  else place();
})();
