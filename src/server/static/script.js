// Keys, suggestions and copying. Every page works without it.
(() => {
  "use strict";
  const all = (selector) => [...document.querySelectorAll(selector)];
  const box = document.querySelector("input[type=search]");
  const said = document.body.dataset;

  // copying a citation, with the address of the place
  for (const button of all("button.copy")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      let { copy, href } = button.dataset;
      const line = /^#L\d+$/.test(location.hash) && document.querySelector(location.hash);
      if (button.dataset.stem && line) {
        // of a document the line is cited that was gone to
        let page = line;
        while (page && !page.dataset.page) page = page.previousElementSibling;
        const place = [button.dataset.stem, page && page.dataset.page, button.dataset.line + " " + line.value];
        copy = place.filter(Boolean).join(", ");
        href += location.hash;
      }
      const text = copy + "\n" + new URL(href, location.href).href;
      let done = true;
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        // without https a browser has no clipboard: a field is selected and copied the old way
        const field = document.createElement("textarea");
        field.value = text;
        document.body.append(field);
        field.select();
        done = document.execCommand("copy");
        field.remove();
        button.focus();
      }
      if (!done) return;
      const label = button.textContent;
      button.textContent = said.copied;
      setTimeout(() => { button.textContent = label; }, 1500);
    });
  }

  // names and numbers of the index while typing
  const known = document.getElementById("known");
  let waiting = 0, asked = "";
  if (box && known) box.addEventListener("input", () => {
    clearTimeout(waiting);
    const typed = box.value.trim();
    if (typed.length < 2 || typed === asked) return;
    waiting = setTimeout(async () => {
      asked = typed;
      try {
        const answer = await fetch("/suggest?q=" + encodeURIComponent(typed.slice(0, 200)));
        if (!answer.ok || asked !== typed) return;
        const { suggestions } = await answer.json();
        known.replaceChildren(...suggestions.map((text) => {
          const option = document.createElement("option");
          option.value = text;
          return option;
        }));
      } catch { /* typing goes on without */ }
    }, 150);
  });

  // keys, which may be switched off
  const name = "tracuu-keys";
  let on = true;
  try { on = localStorage.getItem(name) !== "off"; } catch { /* nothing is kept */ }
  const toggle = document.getElementById("switch");
  if (toggle) {
    const show = () => { toggle.textContent = on ? said.off : said.on; toggle.setAttribute("aria-pressed", String(on)); };
    toggle.hidden = false;
    toggle.addEventListener("click", () => {
      on = !on;
      try { localStorage.setItem(name, on ? "on" : "off"); } catch { /* until the page is left */ }
      show();
    });
    show();
  }

  const step = (list, by, mark) => {
    if (!list.length) return;
    const now = list.findIndex((each) => each.classList.contains(mark));
    const next = list[Math.min(Math.max(now + by, 0), list.length - 1)];
    if (now >= 0) list[now].classList.remove(mark);
    next.classList.add(mark);
    next.scrollIntoView({ block: "center" });
    const link = next.matches("li") && next.querySelector("a");
    if (link) link.focus({ preventScroll: true });
  };
  const keys = {
    "/": () => { box.focus(); box.select(); },
    j: () => step(all(".hits > li"), 1, "now"),
    k: () => step(all(".hits > li"), -1, "now"),
    n: () => step(all("main mark[id]"), 1, "here"),
    p: () => step(all("main mark[id]"), -1, "here"),
    "?": () => { location.href = document.querySelector('nav a[href^="/help"]').href; },
  };
  document.addEventListener("keydown", (event) => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, textarea, select")) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
})();
