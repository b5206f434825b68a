/*
 * The demo page's own script: the tag to paste, with the address of this very copy and the options chosen, and the live
 * check-in beside it that takes the same options. It knows the widget only by its attributes, as any page does.
 */
const tag = document.querySelector("#tag");
const tune = document.querySelector("#tune");
const live = document.querySelector("#live");
const copy = document.querySelector("#copy");
const copied = document.querySelector("#copied");

const part = (name, text) => {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text;
  return span;
};

const attribute = (name, value) => [" ", part("name", name), `="`, part("value", value), `"`];

/** Writes the tag as the options have it, and gives the live check-in the same. */
const write = () => {
  const chosen = [...new FormData(tune)];
  tag.replaceChildren(
    "<",
    part("element", "script"),
    " ",
    part("name", "async"),
    ...attribute("src", new URL("therapist-fit.js", location.href).href),
    ...chosen.flatMap(([name, value]) => (value ? attribute(`data-${name}`, value) : [])),
    "></",
    part("element", "script"),
    ">",
  );
  for (const [name, value] of chosen) {
    if ((live.getAttribute(name) ?? "") === value) continue;
    if (value) live.setAttribute(name, value);
    else live.removeAttribute(name);
  }
  copied.textContent = "";
};

copy.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(tag.textContent);
    copied.textContent = "Copied. Paste it into your page.";
  } catch {
    // No clipboard here: the tag stands selected instead.
    getSelection().selectAllChildren(tag);
    copied.textContent = "Selected. Copy it with your keyboard.";
  }
});

tune.addEventListener("input", write);
write();
