"use strict";
(() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const words = one("words"), verdict = one("verdict"), clause = one("clause"), found = one("found");
  const LONG = 40, ITEMS = ".item, .ids li";

  const text = new Map();
  const textOf = (item) => {
    if (!text.has(item)) text.set(item, item.textContent.toLowerCase());
    return text.get(item);
  };
  const told = (item, what) => item.closest(`[data-${what}]`).dataset[what];
  const has = (list, name) => !name || list.split(" ").includes(name);
  const admitted = (item) => has(told(item, "verdict"), verdict.value) && has(told(item, "clauses"), clause.value);
  const matches = (item, wanted) => admitted(item) && wanted.every((word) => textOf(item).includes(word));
  const show = (element, shown) => element.classList.toggle("out", !shown);

  const items = all(ITEMS), clusters = all(".cluster");
  const apply = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const filtered = wanted.length > 0 || verdict.value !== "" || clause.value !== "";
    const shown = new Set(items.filter((item) => matches(item, wanted)));
    for (const cluster of clusters) {
      const [head, ...rest] = all(ITEMS, cluster);
      if (shown.has(head)) rest.filter(admitted).forEach((item) => shown.add(item));
      const some = rest.some((item) => shown.has(item));
      if (some) shown.add(head);
      show(cluster, shown.has(head));
      for (const details of all("details", cluster)) {
        const ids = all(ITEMS, details);
        if (filtered) details.open = ids.some((item) => matches(item, wanted)) && wanted.length > 0;
        show(details, !filtered || ids.some((item) => shown.has(item)));
      }
    }
    items.forEach((item) => show(item, shown.has(item)));
    for (const table of all("table.clauses")) show(table, all(ITEMS, table).some((item) => shown.has(item)));
    for (const nothing of all(".nothing")) {
      const inside = all(ITEMS, nothing.parentElement);
      nothing.hidden = inside.length === 0 || inside.some((item) => shown.has(item));
    }
    found.textContent = filtered ? `${shown.size} of ${items.length} entries match` : "";
  };

  const copied = async (content) => {
    try {
      await navigator.clipboard.writeText(content);
      return true;
    } catch {
      const area = document.createElement("textarea");
      area.value = content;
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
  };
  for (const line of all(".repro")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-label", "Copy the command line");
    button.addEventListener("click", async () => {
      button.textContent = await copied(line.querySelector("code").textContent) ? "Copied" : "Not copied";
      setTimeout(() => { button.textContent = "Copy"; }, 2000);
    });
    line.append(button);
  }

  all("details").filter((details) => all("li", details).length > LONG).forEach((details) => { details.open = false; });
  addEventListener("beforeprint", () => all("details").forEach((details) => { details.open = true; }));
  let waiting;
  words.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 120); });
  verdict.addEventListener("change", apply);
  clause.addEventListener("change", apply);
  one("clear").addEventListener("click", () => {
    words.value = verdict.value = clause.value = "";
    apply();
    words.focus();
  });
  document.querySelector(".filters").hidden = false;
})();
