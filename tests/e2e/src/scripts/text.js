/*
 * The words that a widget shows now. Argument: the widget's place among those of the page.
 */
const root = document.querySelectorAll("therapist-fit, therapist-fit-component")[arguments[0]]?.shadowRoot;
if (!root) return null;
return [...root.children]
  .map((element) => element.innerText ?? "")
  .join("\n")
  .trim();
