/*
 * Elements of a widget by role and accessible name, as a person would look for them: only what can be seen and used now.
 * Arguments: the widget's place among those of the page, the role, the name or null for any, the name of the group around
 * them or null for anywhere. Gives the elements.
 */
const [place, role, name, group] = arguments;
const root = document.querySelectorAll("therapist-fit, therapist-fit-component")[place]?.shadowRoot;
if (!root) return [];

const SELECTORS = {
  button: "button, summary, input[type=button], input[type=submit], [role=button]",
  checkbox: "input[type=checkbox], [role=checkbox]",
  dialog: "dialog, [role=dialog], [role=alertdialog]",
  group: "fieldset, [role=group]",
  heading: "h1, h2, h3, h4, h5, h6, [role=heading]",
  img: "img, svg[role=img], [role=img]",
  link: "a[href], [role=link]",
  combobox: "select, [role=combobox]",
  radio: "input[type=radio], [role=radio]",
  radiogroup: "fieldset, [role=radiogroup]",
  status: "[role=status], output",
  textbox: "textarea, input:not([type]), input[type=text], [role=textbox]",
};

const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();

/** What stands in the element for a reader: no hidden parts, but pictures' names. */
const words = (element) => {
  if (element.nodeType === Node.TEXT_NODE) return element.data;
  if (element.nodeType !== Node.ELEMENT_NODE || element.ariaHidden === "true" || !element.checkVisibility()) return "";
  return element.ariaLabel || [...element.childNodes].map(words).join("");
};

const named = (element) => {
  const others = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  if (others.length) return plain(others.map((id) => root.getElementById(id)?.textContent ?? "").join(" "));
  if (element.ariaLabel) return plain(element.ariaLabel);
  if (element.matches("fieldset")) return plain(element.querySelector(":scope > legend")?.textContent);
  if (element.labels?.length) return plain([...element.labels].map(words).join(" "));
  return plain(words(element));
};

/** Natively hidden inputs may be drawn by their label; either one that can be seen will do. */
const seen = (element) =>
  [element, ...(element.labels ?? [])].some((it) => it.checkVisibility({ visibilityProperty: true })) &&
  !element.closest("[inert], [aria-hidden=true]");

// While a modal dialog is open, all else is out of reach.
const modal = [...root.querySelectorAll("dialog")].find((dialog) => dialog.matches(":modal"));
const within = modal && role !== "dialog" ? modal : root;
return [...within.querySelectorAll(SELECTORS[role] ?? `[role=${role}]`)].filter(
  (element) =>
    seen(element) &&
    (name === null || named(element) === name) &&
    (group === null || [...within.querySelectorAll(SELECTORS.group)].some((it) => it.contains(element) && named(it) === group)),
);
