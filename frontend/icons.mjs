/** Finds which icons the sources name and binds them into one SVG sprite. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** `<c-icon name="lock">`, `icon="lock"`, `icon='lock'`, `"icon": "lock"` and `iconSvg("lock")`. */
const NAMED = [
  /<c-icon\b[^>]*?(?<!:)\bname="([a-z0-9-]+)"/g,
  /\b(?:\w+_)?icon["']?\s*[:=]\s*["']([a-z0-9-]+)["']/g,
  /\biconSvg\(\s*["']([a-z0-9-]+)["']/g,
];

async function* sourceFiles(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!["static", "node_modules", "__pycache__"].includes(entry.name)) yield* sourceFiles(path);
    } else if (/\.(html|py|ts)$/.test(entry.name)) yield path;
  }
}

/** The names in the sources, and in `icons.json` those that are only known at run time. */
async function iconNames(root) {
  const names = new Set(JSON.parse(await readFile(join(root, "frontend/icons.json"), "utf8")));
  for (const folder of ["src/squaremile", "frontend/src"]) {
    for await (const path of sourceFiles(join(root, folder))) {
      const text = await readFile(path, "utf8");
      for (const pattern of NAMED) for (const match of text.matchAll(pattern)) names.add(match[1]);
    }
  }
  return [...names].sort();
}

/** Writes the sprite and answers how many icons it holds; an unknown name fails the build. */
export async function buildSprite({ root, icons, out }) {
  const symbols = [];
  const unknown = [];
  for (const name of await iconNames(root)) {
    let svg;
    try {
      svg = await readFile(join(icons, `${name}.svg`), "utf8");
    } catch {
      unknown.push(name);
      continue;
    }
    const body = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>")).replace(/\s*\n\s*/g, "");
    symbols.push(`<symbol id="${name}" viewBox="0 0 24 24">${body}</symbol>`);
  }
  if (unknown.length) throw new Error(`No such icons: ${unknown.join(", ")} (see lucide's list)`);
  const notice = "<!-- Icons by Lucide, ISC licence -->";
  await writeFile(out, `<svg xmlns="http://www.w3.org/2000/svg">${notice}${symbols.join("")}</svg>\n`);
  return symbols.length;
}
