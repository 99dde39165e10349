/**
 * Narrows the lists of records: by boxes, words and dates. What is chosen stands in the address, so that a view can be
 * passed on, and only what is shown is saved. Without it the whole list stands there. Nothing is stored or sent.
 */
(function () {
  "use strict";

  const root = /** @type {HTMLElement | null} */ (document.querySelector("[data-nk-explore]"));
  if (!root) return;
  /** @param {string} selector @param {ParentNode} [within] @returns {HTMLElement[]} */
  const all = (selector, within) => Array.from((within || root).querySelectorAll(selector));
  const one = /** @param {string} selector */ (selector) => all(selector)[0];
  const noun = root.dataset.nkNoun || "entries";
  const status = one(".nk-explore__count");
  const chips = one(".nk-explore__chips");
  const form = /** @type {HTMLFormElement | undefined} */ (one(".nk-filters"));
  const dates = /** @type {HTMLFormElement | undefined} */ (one(".nk-axis__dates"));
  const axis = one("[data-nk-axis]");
  const cuts = axis ? (axis.dataset.nkAxis || "").split(" ") : [];
  const edges = /** @type {HTMLInputElement[]} */ (all("[data-nk-edge]"));
  const entries = all("[data-nk-entry]").map((node) => ({ node, text: "" }));

  /** Letters without marks and case, as the site's search folds Latin script. @param {string} text */
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
    .replace(/ə/g, "a").replace(/ı/g, "i").replace(/[’'ʼ]/g, "");
  /** @param {string} name */
  const field = (name) => /** @type {HTMLInputElement | undefined} */ (
    (form && form.elements.namedItem(name)) || (dates && dates.elements.namedItem(name)) || undefined);
  const words = field("words"), from = field("from"), to = field("to");
  const boxes = /** @type {HTMLInputElement[]} */ (form ? all("input[type=checkbox]", form) : []);

  /** The facets in which a box is ticked. */
  const asked = () => (form ? all("[data-nk-facet]", form) : []).map((set) => ({
    name: "data-" + set.dataset.nkFacet,
    every: "nkEvery" in set.dataset,
    wanted: boxes.filter((box) => box.checked && set.contains(box)).map((box) => box.value),
  })).filter((facet) => facet.wanted.length);

  /** @param {HTMLElement} node @param {ReturnType<typeof asked>} facets */
  function fits(node, facets) {
    for (const { name, every, wanted } of facets) {
      const has = (node.getAttribute(name) || "").split(" ");
      const found = (/** @type {string} */ value) => has.includes(value);
      if (!(every ? wanted.every(found) : wanted.some(found))) return false;
    }
    if (from && from.value && (node.dataset.to || "") < from.value) return false;
    return !(to && to.value && (node.dataset.from || "9") > to.value);
  }

  /** @param {string} text @param {() => void} off */
  function chip(text, off) {
    const item = document.createElement("li"), button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.append(Object.assign(document.createElement("span"), { className: "nk-hidden", textContent: ", remove" }));
    button.addEventListener("click", () => {
      off();
      update();
      status.tabIndex = -1;
      status.focus();
    });
    item.append(button);
    chips.append(item);
  }

  function chosen() {
    const query = new URLSearchParams();
    chips.replaceChildren();
    boxes.filter((box) => box.checked).forEach((box) => {
      query.append(box.name, box.value);
      chip(/** @type {HTMLElement} */ (box.nextElementSibling).textContent || "", () => { box.checked = false; });
    });
    [words, from, to].forEach((input) => {
      if (!input || !input.value) return;
      query.set(input.name, input.value);
      const label = { words: "“" + input.value + "”", from: "from " + input.value, to: "to " + input.value };
      chip(label[/** @type {"words"} */ (input.name)], () => { input.value = ""; });
    });
    chips.hidden = !chips.children.length;
    return query;
  }

  /** Notes the words of every entry, once. */
  function learn() {
    entries.forEach((entry) => { entry.text = entry.text || fold(entry.node.textContent || ""); });
  }
  if (words) words.addEventListener("focus", learn);

  function update() {
    const query = chosen().toString();
    const facets = asked();
    const wanted = fold(words ? words.value : "").split(/\s+/).filter(Boolean);
    if (wanted.length) learn();
    let shown = 0;
    entries.forEach((entry) => {
      const fit = fits(entry.node, facets) && wanted.every((word) => entry.text.includes(word));
      entry.node.hidden = !fit;
      if (fit) shown += 1;
    });
    all("[data-nk-group]").forEach((group) => {
      const number = all("[data-nk-entry]:not([hidden])", group).length;
      group.hidden = !number;
      all("[data-nk-tally]", group).forEach((tally) => {
        tally.textContent = number + " " + (number === 1 ? noun.replace(/s$/, "") : noun);
      });
    });
    status.textContent = shown === entries.length ? shown + " " + noun : shown + " of " + entries.length + " " + noun;
    if (!shown) status.textContent += ". Untick a box or widen the dates.";
    move();
    try {
      history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
    } catch { /* some browsers keep the address of a page from disk as it is */ }
  }

  /** Puts the window over the bars where the dates are. */
  function move() {
    if (!from || !to || edges.length < 2) return;
    const last = cuts.length - 1;
    const low = from.value ? Math.max(0, cuts.filter((cut) => cut <= from.value).length - 1) : 0;
    const after = to.value ? cuts.findIndex((cut) => cut > to.value) : last;
    const high = Math.max(after < 0 ? last : after, Math.min(low + 1, last));
    edges[0].value = String(low);
    edges[1].value = String(high);
    edges.forEach((edge, index) => edge.setAttribute("aria-valuetext", cuts[index ? high : low]));
    const box = one(".nk-axis__window");
    box.setAttribute("x", (100 * low) / last + "%");
    box.setAttribute("width", (100 * (high - low)) / last + "%");
    all(".nk-axis__bar").forEach((bar, index) =>
      bar.classList.toggle("nk-axis__bar--in", index >= low && index < high));
    all(".nk-axis__jumps button").forEach((jump) => jump.setAttribute(
      "aria-pressed", String(jump.dataset.from === from.value && jump.dataset.to === to.value)));
  }

  /** @param {string} day */
  function dayBefore(day) {
    const moment = new Date(day + "T00:00:00Z");
    moment.setUTCDate(moment.getUTCDate() - 1);
    return moment.toISOString().slice(0, 10);
  }

  edges.forEach((edge, index) => {
    edge.hidden = false;
    edge.addEventListener("input", () => {
      const other = Number(edges[1 - index].value), at = Number(edge.value);
      if (index) take(null, Math.max(at, other + 1));
      else take(Math.min(at, other - 1), null);
    });
  });

  /** The range from one cut to another; null leaves an end as it is. @param {?number} low @param {?number} high */
  function take(low, high) {
    if (from && low !== null) from.value = low <= 0 ? "" : cuts[low];
    if (to && high !== null) to.value = high >= cuts.length - 1 ? "" : dayBefore(cuts[high]);
    update();
  }

  // Dragging over the bars chooses a range; dragging a chosen range moves it.
  const brush = one(".nk-axis__brush");
  if (brush) brush.addEventListener("pointerdown", (event) => {
    if (event.button || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const last = cuts.length - 1, low = Number(edges[0].value), high = Number(edges[1].value);
    const frame = brush.getBoundingClientRect();
    const at = (/** @type {PointerEvent} */ moved) =>
      Math.min(last - 1, Math.max(0, Math.floor((last * (moved.clientX - frame.left)) / frame.width)));
    const start = at(event), moving = high - low < last && start >= low && start < high;
    let seen = moving ? start : -1;
    const drag = (/** @type {PointerEvent} */ moved) => {
      const now = at(moved);
      if (now === seen) return;
      seen = now;
      const by = Math.min(last - high, Math.max(-low, now - start));
      if (moving) take(low + by, high + by);
      else take(Math.min(start, now), Math.max(start, now) + 1);
    };
    const stop = () => brush.removeEventListener("pointermove", drag);
    brush.setPointerCapture(event.pointerId);
    brush.addEventListener("pointermove", drag);
    brush.addEventListener("pointerup", stop, { once: true });
    brush.addEventListener("pointercancel", stop, { once: true });
    drag(event);
  });

  function read() {
    const query = new URLSearchParams(location.search);
    boxes.forEach((box) => {
      box.checked = query.getAll(box.name).includes(box.value);
      const closed = box.checked && box.closest("details details");
      if (closed) closed.open = true;
    });
    [words, from, to].forEach((input) => { if (input) input.value = query.get(input.name) || ""; });
    update();
  }

  /** @param {string} text @param {HTMLElement} beside */
  async function copy(text, beside) {
    try {
      await navigator.clipboard.writeText(text);
      say(beside, "Copied");
    } catch { // not allowed on pages from disk in some browsers: the address to select
      all(".nk-explore__address").forEach((old) => old.remove());
      const shown = document.createElement("input");
      Object.assign(shown, { value: text, readOnly: true, className: "nk-explore__address" });
      shown.setAttribute("aria-label", "Address, to copy");
      beside.after(shown);
      shown.select();
    }
  }

  /** @param {HTMLElement} beside @param {string} text */
  function say(beside, text) {
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    said.className = "nk-explore__said";
    beside.after(said);
    said.textContent = text;
    setTimeout(() => said.remove(), 4000);
  }

  root.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const self = /** @type {HTMLAnchorElement | null} */ (target.closest("a.nk-self"));
    if (self) copy(self.href.replace(location.search, ""), self);
    const button = /** @type {HTMLElement | null} */ (target.closest("[data-nk-copy]"));
    if (button) copy(location.href, button);
    const jump = /** @type {HTMLElement | null} */ (target.closest(".nk-axis__jumps button"));
    if (jump && from && to) {
      from.value = jump.dataset.from || "";
      to.value = jump.dataset.to || "";
      update();
    }
    const save = /** @type {HTMLAnchorElement | null} */ (target.closest("a[data-nk-save]"));
    if (save && entries.some((entry) => entry.node.hidden)) {
      event.preventDefault();
      load((table) => download(table, save));
    }
  });

  /** @typedef {{about: Record<string, any>, columns: string[], rows: any[][]}} Table */
  /** @param {(table: Table) => void} use */
  function load(use) {
    const script = document.createElement("script");
    Object.assign(window, { nkTable: use });
    script.src = root.dataset.nkTable || "";
    document.head.append(script);
  }

  /** @param {Table} table @param {HTMLAnchorElement} link */
  function download(table, link) {
    const shown = new Set(entries.filter((entry) => !entry.node.hidden).map((entry) => entry.node.dataset.nkEntry));
    const rows = table.rows.filter((row) => shown.has(row[0]));
    const about = { ...table.about, what: noun + ", " + status.textContent, view: location.search };
    const kind = link.dataset.nkSave;
    /** @param {any} value */
    const cell = (value) => /[",\n]/.test(value) ? '"' + String(value).replace(/"/g, '""') + '"' : String(value);
    const { caveats, ...lines } = /** @type {Record<string, any>} */ (about);
    const text = kind === "csv"
      ? [...Object.entries(lines).map(([name, value]) => "# " + name + ": " + value),
        ...caveats.map((/** @type {string} */ note) => "# note: " + note),
        ...[table.columns, ...rows].map((row) => row.map(cell).join(","))].join("\n") + "\n"
      : JSON.stringify({ about, records: rows.map((row) => Object.fromEntries(
        table.columns.map((name, index) => [name, row[index]]))) }, null, 1);
    const file = document.createElement("a");
    file.href = URL.createObjectURL(new Blob([text], { type: kind === "csv" ? "text/csv" : "application/json" }));
    file.download = root.dataset.nkExplore + "-part." + kind;
    file.click();
    setTimeout(() => URL.revokeObjectURL(file.href), 10000);
  }

  // --- one event in full, beside the list, where there is room ---

  const body = one(".nk-explore__body");
  const wide = matchMedia("(min-width: 72em)");

  /** @param {HTMLElement} entry */
  function show(entry) {
    let panel = one(".nk-panel");
    if (!panel) {
      panel = document.createElement("section");
      panel.className = "nk-panel";
      panel.tabIndex = -1;
      panel.setAttribute("aria-label", "The event in full");
      panel.addEventListener("keydown", (event) => {
        if (event.key === "Escape") hide();
      });
      body.append(panel);
    }
    all("[aria-current]").forEach((old) => old.removeAttribute("aria-current"));
    entry.setAttribute("aria-current", "true");
    const close = document.createElement("button");
    close.type = "button";
    close.className = "nk-button";
    close.textContent = "Close";
    close.addEventListener("click", hide);
    const parts = all("time, h3, .nk-event__body > p, .nk-event__more > :not(summary)", entry);
    panel.replaceChildren(...parts.map((part) => {
      const copied = /** @type {HTMLElement} */ (part.cloneNode(true));
      copied.removeAttribute("id");
      return copied;
    }));
    const year = (all("h2", entry.parentElement || root)[0].textContent || "").slice(0, 4);
    const day = all("time", panel)[0];
    if (/^\d+$/.test(year) && !/\d{4}/.test(day.textContent || "")) day.firstChild?.after(" " + year);
    panel.prepend(close);
    panel.scrollTop = 0;
  }

  /** Shuts the event beside the list and goes back to where it was opened. */
  function hide() {
    const entry = one("[aria-current]");
    entry.removeAttribute("aria-current");
    one(".nk-panel").remove();
    all("summary", entry)[0].focus();
  }

  all(".nk-event__more > summary").forEach((summary) => {
    summary.addEventListener("click", (event) => {
      const entry = /** @type {HTMLElement | null} */ (summary.closest("[data-nk-entry]"));
      if (!wide.matches || !entry) return;
      event.preventDefault();
      show(entry);
      one(".nk-panel").focus({ preventScroll: true });
    });
  });

  function target() {
    const heading = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const entry = heading && /** @type {HTMLElement | null} */ (heading.closest("[data-nk-entry]"));
    if (!entry) return;
    if (entry.hidden && form) {
      form.reset();
      setTimeout(() => entry.scrollIntoView());
    }
    const more = /** @type {HTMLDetailsElement | undefined} */ (all(".nk-event__more", entry)[0]);
    if (more && wide.matches) show(entry);
    else if (more) more.open = true;
  }
  addEventListener("hashchange", target);

  if (form) {
    form.hidden = false;
    const whole = /** @type {HTMLDetailsElement} */ (one(".nk-filters__fold")), beside = matchMedia("(min-width: 56em)");
    const unfold = () => { whole.open = beside.matches; };
    beside.addEventListener("change", unfold);
    unfold();
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", update);
    form.addEventListener("reset", () => {
      if (dates) dates.reset();
      setTimeout(update);
    });
  }
  if (dates) {
    dates.hidden = false;
    dates.addEventListener("submit", (event) => event.preventDefault());
    dates.addEventListener("input", update);
  }
  all("[data-nk-copy]").forEach((button) => { button.hidden = false; });
  addEventListener("popstate", read);
  read();
  target();
})();
