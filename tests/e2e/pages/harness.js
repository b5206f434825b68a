/*
 * A stand-in for the widget, with just enough in it to test the harness: two screens, a button, radios, a late arrival.
 */
const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

customElements.define(
  "therapist-fit",
  class extends HTMLElement {
    connectedCallback() {
      this.attachShadow({ mode: "open" });
      setTimeout(() => this.show("Welcome", element("button", { textContent: "Start", onclick: () => this.ask(1) })), 100);
    }

    show(title, ...content) {
      const heading = element("h2", { textContent: title, tabIndex: -1 });
      this.shadowRoot.replaceChildren(element("div", {}, heading, ...content));
      if (title !== "Welcome") heading.focus();
    }

    ask(number) {
      const radio = (label) => {
        const input = element("input", { type: "radio", name: "answer", onclick: (event) => event.detail && choose(label) });
        input.style.cssText = "appearance:none;width:44px;height:44px;border:1px solid";
        return element("label", {}, input, label);
      };
      const choose = (label) => {
        localStorage.setItem(`answer-${number}`, label);
        this.ask(number + 1);
      };
      const legend = element("legend", { textContent: `Question ${number}` });
      this.show(`Question ${number}`, element("fieldset", {}, legend, radio("Partly"), radio("Mostly")));
    }
  },
);
