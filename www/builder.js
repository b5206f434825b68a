/*
 * The snippet builder: a form made of the element's own manifest, a live preview, and the tag for each kind of site.
 * Whatever attribute the widget gets, it appears here by itself.
 */
import { PLATFORMS, policy } from "./platforms.js";

/** What is settled elsewhere in the form, or makes no sense in it. */
const LEFT_OUT = ["loading"];

/** What the preview can't show: files of other sites, and another place for it. */
const NOT_IN_PREVIEW = ["checklist", "messages", "isolation", "profile"];

const form = document.querySelector("#options");
const live = document.querySelector("#live");
const platform = document.querySelector("#platform");
const snippet = document.querySelector("#snippet");
const policies = document.querySelector("#policy");
const note = document.querySelector("#note");
const copied = document.querySelector("#copied");

const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

/** What a file says. Without it there is nothing to build from, and the page says so. */
const json = async (name) => {
  try {
    return await (await fetch(name)).json();
  } catch (cause) {
    note.textContent = `The builder could not load ${name}. Please reload the page.`;
    throw cause;
  }
};

/** The field of an attribute: a choice where there are some words only, else a line of text. */
const field = ({ name, description, default: fallback, type }) => {
  const words = [...type.text.matchAll(/"([^"]+)"/g)].map(([, word]) => word);
  const hint = `${name}-hint`;
  const input = words.length
    ? make("select", { name }, make("option", { value: "" }, `${words[0]} (default)`), ...words.slice(1).map((word) => make("option", {}, word)))
    : make("input", { name, placeholder: fallback, autocomplete: "off", spellcheck: false });
  input.setAttribute("aria-describedby", hint);
  const label = make("label", {}, make("code", {}, name), input);
  return make("div", {}, label, make("small", { id: hint }, `${description}.`));
};

const [manifest, hashes] = await Promise.all([json("custom-elements.json"), json("integrity.json")]);
const { attributes } = manifest.modules[0].declarations[0];
const shown = attributes.filter(({ name }) => !LEFT_OUT.includes(name));
document.querySelector("#attributes").append(...shown.map(field));
platform.append(...PLATFORMS.map(({ name }, value) => make("option", { value }, name)));
form.elements.base.value = new URL(".", location).href;

/** The attributes that are set, in the order of the reference. */
const chosen = () =>
  shown.map(({ name }) => [name, form.elements[name].value.trim()]).filter(([, value]) => value);

/** The folder of the files. What is no address of the web stands for the folder of this page. */
const base = () => {
  const typed = form.elements.base.value.trim();
  // Without the slash the last part would count as a file, and be lost.
  const folder = /^https?:/i.test(typed) && URL.canParse(typed) ? typed.replace(/\/*$/, "/") : ".";
  return new URL(folder, location);
};

/** What keeps a page's policy from letting the tag in as it is. */
const INLINE = "The tag has a style in it. If your policy forbids inline styles, move that rule to your stylesheet.";

const show = () => {
  const set = chosen();
  for (const { name } of shown) {
    if (NOT_IN_PREVIEW.includes(name)) continue;
    const value = set.find(([known]) => known === name)?.[1];
    if (value === undefined) live.removeAttribute(name);
    else if (live.getAttribute(name) !== value) live.setAttribute(name, value);
  }
  const { painted, accent, pinned } = form.elements;
  live.style.setProperty("--tf-accent", painted.checked ? accent.value : "");

  const folder = pinned.checked ? `${document.documentElement.dataset.version}/` : "";
  const src = new URL(`${folder}therapist-fit.js`, base()).href;
  const style = painted.checked ? `\n<style>therapist-fit { --tf-accent: ${accent.value} }</style>` : "";
  const hash = pinned.checked && hashes["therapist-fit.js"];
  const { steps, write } = PLATFORMS[platform.value];
  snippet.textContent = write({ src, hash, attributes: set, style });
  policies.textContent = policy(src, set);
  note.textContent = painted.checked ? INLINE : "";
  document.querySelector("#steps").replaceChildren(...steps.map((step) => make("li", {}, step)));
  copied.textContent = "";
};

document.addEventListener("click", async ({ target }) => {
  const source = document.getElementById(target.dataset?.copy ?? "");
  if (!source) return;
  try {
    await navigator.clipboard.writeText(source.textContent);
    copied.textContent = "Copied.";
  } catch {
    // No clipboard here: the text stands selected instead.
    getSelection().selectAllChildren(source);
    copied.textContent = "Selected. Copy it with your keyboard.";
  }
});

form.addEventListener("input", ({ target }) => {
  // Who picks a colour wants it.
  if (target.name === "accent") form.elements.painted.checked = true;
  show();
});
form.addEventListener("submit", (event) => event.preventDefault());
platform.addEventListener("input", show);
show();
