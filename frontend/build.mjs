/**
 * Builds everything the browser needs into Django's static files:
 * scripts (split, with content-hashed chunks), one stylesheet, the font subsets
 * it names, and an SVG sprite of the icons that templates and Python name.
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import { buildSprite } from "./icons.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const out = join(root, "src/squaremile/web/static/squaremile");
const watch = process.argv.includes("--watch");
const packageFolder = (name) => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

/** Copies the variable Pretendard subsets and rewrites their stylesheet to plain file names. */
async function buildFonts() {
  const source = join(packageFolder("pretendard"), "dist/web/variable");
  await mkdir(join(out, "fonts"), { recursive: true });
  const css = await readFile(join(source, "pretendardvariable-dynamic-subset.css"), "utf8");
  const files = [...css.matchAll(/woff2-dynamic-subset\/([\w.]+\.woff2)/g)].map((match) => match[1]);
  await Promise.all(files.map((file) => cp(join(source, "woff2-dynamic-subset", file), join(out, "fonts", file))));
  const plain = css.replaceAll("./woff2-dynamic-subset/", "./");
  await writeFile(join(out, "fonts/pretendard.css"), plain.replace(/\n\s*/g, "\n"));
  return files.length;
}

/** Copies the two weights that documents on paper are set in (core/documents): whole fonts, for the PDF compiler. */
async function buildPrintFonts() {
  const source = join(packageFolder("pretendard"), "dist/public/static");
  await mkdir(join(out, "print"), { recursive: true });
  await Promise.all(["Regular", "Bold"].map((weight) => cp(join(source, `Pretendard-${weight}.otf`), join(out, `print/Pretendard-${weight}.otf`))));
}

/** The map's worker is a file of our own, so that no page needs the right to make one out of a string (settings.py). */
async function buildMapWorker() {
  const folder = packageFolder("maplibre-gl");
  await cp(join(folder, "dist/maplibre-gl-worker.mjs"), join(out, "maplibre-worker.js"));
}
const maplibre = JSON.parse(await readFile(join(packageFolder("maplibre-gl"), "package.json"), "utf8")).version;

const scripts = {
  entryPoints: { squaremile: join(here, "src/main.ts") },
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["es2022"],
  minify: !watch,
  sourcemap: watch ? "inline" : false,
  chunkNames: "chunks/[name]-[hash]",
  conditions: ["browser", "production"],
  define: { "process.env.NODE_ENV": '"production"', MAPLIBRE_VERSION: JSON.stringify(maplibre) },
  legalComments: "linked",
  logLevel: "warning",
};
/** Runs before the first paint, so it is a classic script of its own. */
const early = {
  entryPoints: { early: join(here, "src/early.ts") },
  outdir: out,
  bundle: true,
  format: "iife",
  target: ["es2022"],
  minify: true,
  logLevel: "warning",
};
const styles = {
  entryPoints: { squaremile: join(here, "css/main.css"), atlas: join(here, "css/atlas.css") },
  outdir: out,
  bundle: true,
  minify: !watch,
  target: ["chrome120", "safari17", "firefox121"],
  legalComments: "linked",
  logLevel: "warning",
};

const began = performance.now();
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const [fonts, icons] = await Promise.all([
  buildFonts(),
  buildSprite({ root, icons: join(packageFolder("lucide-static"), "icons"), out: join(out, "icons.svg") }),
  cp(join(here, "images"), out, { recursive: true }),
  buildPrintFonts(),
  buildMapWorker(),
  ...[scripts, early, styles].map((options) => esbuild.build(options)),
]);
const files = await readdir(out);
console.log(`${files.length} files, ${fonts} font subsets, ${icons} icons in ${Math.round(performance.now() - began)} ms`);

if (watch) {
  for (const options of [scripts, early, styles]) {
    const context = await esbuild.context(options);
    await context.watch();
  }
}
