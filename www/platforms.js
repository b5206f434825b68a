/*
 * Where a tag goes on each kind of site, and what it looks like there. A row for each: name, steps, and how it is written
 * from the address of the loader, its hash, and the attributes.
 */
const escape = (value) => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

const written = (attributes, prefix = "") =>
  attributes.map(([name, value]) => ` ${prefix}${name}="${escape(value)}"`).join("");

const integrity = ({ hash }) => (hash ? `\n  integrity="${hash}" crossorigin="anonymous"` : "");

/** One tag, put where the widget shall stand. */
const tag = (it) => `<script async src="${escape(it.src)}"${integrity(it)}${written(it.attributes, "data-")}></script>${it.style}`;

/** The loader once, the style with it, and the element where it shall stand: in a component, a style would be read as code. */
const element = (it) =>
  `<script type="module" src="${escape(it.src)}"${integrity(it)}></script>${it.style}\n` +
  `<therapist-fit${written(it.attributes)}></therapist-fit>`;

export const PLATFORMS = [
  { name: "Any HTML page", steps: ["Paste the tag where the widget shall stand."], write: tag },
  {
    name: "WordPress",
    steps: [
      "Open the page in the editor and add a block called Custom HTML.",
      "Paste the tag into it. Preview shows an empty block: that is all right.",
      "Publish. If the tag is gone afterwards, your role or plan does not allow scripts: ask an administrator.",
    ],
    write: tag,
  },
  {
    name: "Squarespace",
    steps: [
      "Edit the page, add a block, and choose Code. Scripts in it need a plan that allows them.",
      "Set it to HTML, switch Display Source off, and paste the tag.",
      "Save. The widget shows on the live page, not in the editor.",
    ],
    write: tag,
  },
  {
    name: "Wix",
    steps: [
      "In the editor choose Add Elements, Embed Code, then Embed HTML.",
      "Choose Code, paste the tag, and make the box as wide as your text.",
      "Wix puts it into a frame of its own and does not let it grow: set the height to 900 pixels or more.",
    ],
    write: tag,
  },
  {
    name: "Webflow",
    steps: ["Drag an Embed element to where the widget shall stand. It needs a site plan that allows custom code.", "Paste the tag, then Save & Close.", "Publish: the designer does not run scripts."],
    write: tag,
  },
  {
    name: "Ghost",
    steps: ["In the editor type /html and press Enter.", "Paste the tag into the HTML card.", "Update the post or page."],
    write: tag,
  },
  {
    name: "React",
    steps: ["Put the script into the head of your index.html, once, and the style with it if there is one.", "Use the element in any component. React 19 hands attributes on; an event is heard as ontherapist-fit-complete={…}.", "For types, add therapist-fit.d.ts and therapist-fit.react.d.ts to your project. With the npm package, write import \"therapist-fit\" instead of the script, and import \"therapist-fit/react\" for the types."],
    write: element,
  },
  {
    name: "Vue",
    steps: [
      "Put the script into the head of your index.html, once, and the style with it if there is one. With the npm package, write import \"therapist-fit\" instead of the script.",
      "Tell Vue that the element is not a component of yours: compilerOptions.isCustomElement = (tag) => tag === 'therapist-fit'.",
      "Use the element in any template.",
    ],
    write: element,
  },
  { name: "Several on one page", steps: ["Put the script into the head, once.", "Put an element wherever you want one. Give each its own profile if check-ins shall not mix."], write: element },
];

/** The attributes that name a file, and the word that names none. */
const FILES = ["checklist", "messages"];
const BUILT_IN = "alliance";

/** Where an address leads, as a policy names it: one without a host leads to the page's own site. */
const source = (address) => {
  if (!/^(https?:)?\/\//i.test(address)) return "'self'";
  // Without a scheme it takes the page's, so the host says enough.
  const full = address.startsWith("//") ? `https:${address}` : address;
  if (!URL.canParse(full)) return "'self'";
  const { origin, host } = new URL(full);
  return full === address ? origin : host;
};

/** The lines that a content security policy needs for the loader at `src` with these attributes. */
export const policy = (src, attributes) => {
  const { origin } = new URL(src);
  const isFrame = attributes.some(([name, value]) => name === "isolation" && value === "frame");
  const files = attributes.filter(([name, value]) => FILES.includes(name) && value !== BUILT_IN);
  const fetched = [...new Set([origin, ...files.map(([, value]) => source(value))])].join(" ");
  const wasm = isFrame ? "" : " 'wasm-unsafe-eval'";
  const frame = isFrame ? `; frame-src ${origin}` : "";
  return `script-src ${origin}${wasm}; connect-src ${fetched}${frame}`;
};
