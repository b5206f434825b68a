/*
 * The checker on the page about own checklists: asks the widget's own WebAssembly what is wrong with a file. It finds the
 * files by the list of hashes, because they are named by their content.
 */
const form = document.querySelector("#checker");
const verdict = document.querySelector("#verdict");

/** The widget's module, once it runs. */
let running;

const load = async () => {
  const names = Object.keys(await (await fetch("integrity.json")).json());
  const named = (ending) => names.find((name) => new RegExp(`^therapist-fit-[0-9a-f]{8}\\.${ending}$`).test(name));
  const widget = await import(new URL(named("js"), location));
  await widget.default({ module_or_path: fetch(named("wasm")) });
  return widget;
};

const say = (lines, good) => {
  const list = document.createElement("ul");
  for (const line of lines) {
    const item = document.createElement("li");
    const [place, ...rest] = line.split(": ");
    const code = document.createElement("code");
    code.textContent = place;
    item.append(...(rest.length ? [code, `: ${rest.join(": ")}`] : [line]));
    list.append(item);
  }
  verdict.className = `verdict ${good ? "good" : "bad"}`;
  verdict.replaceChildren(list);
};

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    running ??= load();
    const lines = (await running).check_checklist(form.elements.file.value).split("\n").filter(Boolean);
    if (lines.length) say(lines, false);
    else say(["Nothing is wrong with it. It can be used."], true);
  } catch {
    running = undefined;
    say(["The checker could not load. Please try again."], false);
  }
});

form.elements.pick.addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  if (!file) return;
  form.elements.file.value = await file.text();
  form.requestSubmit();
});
