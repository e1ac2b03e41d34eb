// Pages in a real browser: with and without JavaScript, narrow and wide, in both languages, with what `axe` finds.
//
//   node tests/browser/page.mjs http://127.0.0.1:7878 [FOLDER OF PICTURES]
//
// Needs the npm packages playwright-core and @axe-core/playwright in a node_modules of the current folder or one above,
// and a Chromium (environment CHROMIUM, else /usr/bin/chromium). Exit code 1 tells of a failure, 2 of what is missing.
import { createRequire } from "node:module";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

const [site, pictures] = process.argv.slice(2);
if (!site) {
  console.error("name the address of a server over corpus/");
  process.exit(2);
}
const take = createRequire(join(process.cwd(), "package.json"));
let chromium, AxeBuilder;
try {
  ({ chromium } = take("playwright-core"));
  AxeBuilder = take("@axe-core/playwright").default;
} catch (error) {
  console.error(`npm packages are missing: ${error.message.split("\n")[0]}`);
  process.exit(2);
}

const PATHS = [
  "/",
  "/search?q=đại hội lần thứ hai bao nhiêu đại biểu",
  "/search?q=142/kh-ldld",
  "/search?q=do van thang&person=Đỗ Văn Thắng&from=2021&to=2021",
  "/search?q=zzzzqqqq",
  "/doc/corpus/cao-bang-1955-1975.txt?q=đại hội#L14",
  "/number/142/KH-LĐLĐ",
  "/numbers",
  "/person/Đỗ Văn Thắng",
  "/people",
  "/timeline",
  "/check",
  "/status",
  "/help",
  "/nothing",
];
const WIDTHS = [320, 1280];
const LANGUAGES = ["vi", "en"];

let failures = 0;
const check = (holds, what) => {
  if (holds) return;
  failures += 1;
  console.error(`FAILED: ${what}`);
};
const address = (path, lang) => {
  const url = new URL(path, site);
  if (lang) url.searchParams.set("lang", lang);
  return url.href;
};

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const open = async (options, use) => {
  const context = await browser.newContext({ locale: "vi-VN", ...options });
  const page = await context.newPage();
  const told = [];
  page.on("console", (message) => message.type() === "error" && told.push(message.text()));
  page.on("pageerror", (error) => told.push(String(error)));
  await use(page, told);
  await context.close();
};

// what every page must do at every width
for (const width of WIDTHS) {
  for (const javaScriptEnabled of [true, false]) {
    await open({ javaScriptEnabled, viewport: { width, height: 800 } }, async (page, told) => {
      for (const lang of LANGUAGES) {
        for (const path of PATHS) {
          const what = `${path} in ${lang}, ${width} px, JavaScript ${javaScriptEnabled ? "on" : "off"}`;
          const answer = await page.goto(address(path, lang));
          const text = await page.locator("main").innerText();
          check(text.trim().length > 20 || path === "/search", `${what}: the page is empty`);
          check(path === "/nothing" || answer.status() === 200, `${what}: ${answer.status()}`);
          if (javaScriptEnabled) {
            const wide = await page.evaluate(() => document.documentElement.scrollWidth);
            check(wide <= width, `${what}: it is ${wide} px wide`);
            const edge = await page.evaluate(() => document.querySelector("form[role=search]").getBoundingClientRect().right);
            check(edge <= width - 8, `${what}: the box reaches to ${edge} px`);
            const broken = await page.evaluate(() => [...document.querySelectorAll("td, th")].find((cell) => cell.innerText.trim() && cell.clientWidth < 24)?.innerText);
            check(!broken, `${what}: a cell has no room for its words: ${broken}`);
          }
        }
      }
      const own = told.filter((line) => !line.includes("404"));
      check(own.length === 0, `${width} px: the browser complains: ${own[0]}`);
    });
  }
}

// accessibility, light and dark
for (const colorScheme of ["light", "dark"]) {
  await open({ colorScheme, viewport: { width: 1280, height: 900 } }, async (page) => {
    for (const lang of LANGUAGES) {
      for (const path of PATHS) {
        await page.goto(address(path, lang));
        const { violations } = await new AxeBuilder({ page }).analyze();
        for (const { id, help, nodes } of violations) {
          check(false, `axe, ${path} in ${lang}, ${colorScheme}: ${id}: ${help}: ${nodes[0].html.slice(0, 160)}`);
        }
      }
    }
  });
}

// a search without JavaScript, from the box to the line and back to its marks
await open({ javaScriptEnabled: false }, async (page) => {
  await page.goto(site);
  await page.fill("input[type=search]", "do van thang");
  await page.press("input[type=search]", "Enter");
  check((await page.locator(".hits > li").count()) === 10, "ten hits without JavaScript");
  check((await page.locator("button.copy:visible").count()) === 0, "no button that does nothing");
  await page.click(".hits > li:first-child h2 a");
  check(page.url().includes("#L"), "the link leads to the line");
  check((await page.locator("main mark").count()) > 0, "the marks stay in the document");
});

// a draft is pasted, by keys alone and without JavaScript, and nothing in the answer is hard to reach
for (const javaScriptEnabled of [true, false]) {
  for (const [lang, known, over] of [["vi", "có trong chỉ mục", "không có ngày này"], ["en", "found", "impossible"]]) {
    await open({ javaScriptEnabled, viewport: { width: 320, height: 800 } }, async (page, told) => {
      await page.goto(address("/check", lang));
      await page.focus("#draft");
      await page.keyboard.insertText("Căn cứ Kế hoạch số 142/KH-LĐLĐ, đồng chí Đỗ Văn Thắng và ông Zậu Văn Xyz họp ngày 31/6/2021.");
      await page.keyboard.press("Tab");
      await Promise.all([page.waitForURL(/\/check/), page.waitForSelector("#found"), page.keyboard.press("Enter")]);
      const what = `a draft in ${lang}, JavaScript ${javaScriptEnabled ? "on" : "off"}`;
      const said = await page.locator("main").innerText();
      check(said.includes(known) && said.includes(over), `${what}: ${said.slice(0, 300)}`);
      check((await page.locator('.hits a[href^="/number/142/"]').count()) > 0, `${what}: the number leads to its page`);
      check((await page.locator('.hits a[href^="/person/"]').count()) > 0, `${what}: the name leads to its page`);
      check((await page.locator("#draft").inputValue()).startsWith("Căn cứ Kế hoạch"), `${what}: the draft stays`);
      check(told.length === 0, `${what}: the browser complains: ${told[0]}`);
      if (!javaScriptEnabled) return;
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      check(wide <= 320, `${what}: it is ${wide} px wide`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, help, nodes } of violations) check(false, `axe, ${what}: ${id}: ${help}: ${nodes[0].html.slice(0, 160)}`);
      await page.evaluate(() => document.activeElement.blur());
      await page.keyboard.press("j");
      check((await page.locator(".hits > li.now").count()) === 1, `${what}: j goes to what is named`);
    });
  }
}

// one request for each of page, style and script
await open({}, async (page) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(address("/search?q=do van thang"), { waitUntil: "networkidle" });
  const own = asked.filter((path) => path !== "/favicon.ico");
  check(own.length === 3, `three requests, not ${own.join(" ")}`);
  const bytes = (await page.content()).length;
  check(bytes <= 30 * 1024, `a page of ten hits has ${bytes} letters`);
});

// keys, suggestions, copying
await open({ permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
  await page.goto(address("/search?q=do van thang"));
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  check((await page.locator(".hits > li.now").count()) === 1, "j goes to a hit");
  check(await page.evaluate(() => document.querySelectorAll(".hits > li")[1].classList.contains("now")), "j goes to the second");
  await page.keyboard.press("/");
  check(await page.evaluate(() => document.activeElement.matches("input[type=search]")), "/ goes to the box");
  await page.keyboard.type("lò th");
  await page.keyboard.press("Escape");
  await page.evaluate(() => document.activeElement.blur());
  await page.fill("input[type=search]", "đỗ văn");
  await page.waitForFunction(() => document.querySelectorAll("#known option").length > 0, null, { timeout: 5000 })
    .catch(() => check(false, "names are suggested"));
  await page.locator("button.copy").first().click();
  await page.waitForFunction(() => document.querySelector("button.copy").textContent === document.body.dataset.copied);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  check(copied.includes("dòng") && copied.includes("http://"), `a citation is copied, not ${copied}`);
  await page.goto(address("/doc/corpus/cao-bang-1955-1975.txt?q=đại hội#L14"));
  await page.locator(".tools button.copy").click();
  await page.waitForFunction(() => document.querySelector(".tools button.copy").textContent === document.body.dataset.copied);
  const cited = await page.evaluate(() => navigator.clipboard.readText());
  check(cited.includes("dòng 14") && cited.includes("#L14"), `the line is cited that was gone to, not ${cited}`);
  await page.keyboard.press("n");
  check((await page.locator("mark.here").count()) > 0, "n goes to a mark");
  await page.keyboard.press("?");
  await page.waitForURL(/\/help/);
  await page.click("#switch");
  await page.goto(address("/search?q=do van thang"));
  await page.keyboard.press("j");
  check((await page.locator(".hits > li.now").count()) === 0, "keys can be switched off");
});

// what a document says never acts
await open({}, async (page, told) => {
  let dialogs = 0;
  page.on("dialog", (dialog) => { dialogs += 1; dialog.dismiss(); });
  await page.goto(address("/search?q=<script>alert(1)</script>\"><img src=x onerror=alert(2)>"));
  check(dialogs === 0 && told.length === 0, "what is typed does not act");
});

if (pictures) {
  mkdirSync(pictures, { recursive: true });
  const picture = async (name, path, options) => open({ viewport: { width: 1100, height: 760 }, ...options }, async (page) => {
    await page.goto(address(path));
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  });
  await picture("search", "/search?q=đại hội lần thứ hai bao nhiêu đại biểu");
  await picture("document", "/doc/corpus/cao-bang-1955-1975.txt?q=đại hội lần thứ hai#L14");
  await picture("number", "/number/142/KH-LĐLĐ");
  await picture("person", "/person/Đỗ Văn Thắng");
  await picture("timeline", "/timeline");
  await picture("narrow", "/search?q=đỗ văn thắng", { viewport: { width: 390, height: 760 }, colorScheme: "dark" });
}
await browser.close();
console.log(failures ? `${failures} failures` : "the pages are right in a browser");
process.exit(failures ? 1 : 0);
