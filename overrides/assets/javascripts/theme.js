/**
 * Colours, search, the heading in view, read marks. Loaded right after the header, so that a chosen scheme is there
 * before the page is drawn. What it keeps stays in this browser; where storage is refused, everything else still works.
 */
(function () {
  "use strict";

  const root = document.documentElement;
  const body = document.body;

  /**
   * @param {string} name
   * @returns {string}
   */
  function kept(name) {
    try {
      return localStorage.getItem("nk." + name) || "";
    } catch {
      return "";
    }
  }

  /**
   * @param {string} name
   * @param {string} value
   * @returns {boolean} whether the browser kept it
   */
  function keep(name, value) {
    try {
      localStorage.setItem("nk." + name, value);
      return true;
    } catch {
      return false;
    }
  }

  root.classList.replace("no-js", "js");

  /** @param {string} scheme "default" (light) or "slate" (dark), the theme's names */
  function paint(scheme) {
    body.dataset.mdColorScheme = scheme;
    const button = document.querySelector(".nk-scheme");
    button?.setAttribute("aria-pressed", String(scheme === "slate"));
    button?.removeAttribute("hidden");
  }

  const system = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => paint(kept("scheme") || (system.matches ? "slate" : "default"));
  system.addEventListener("change", follow);
  follow();
  document.querySelector(".nk-scheme")?.addEventListener("click", () => {
    const scheme = body.dataset.mdColorScheme === "slate" ? "default" : "slate";
    keep("scheme", scheme);
    paint(scheme);
  });

  /** Fetches the theme's search once somebody goes to it; the field keeps what was typed meanwhile. */
  function search() {
    const input = /** @type {HTMLInputElement | null} */ (document.querySelector(".md-search__input"));
    const box = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
    const address = input?.form?.dataset.nkScript;
    if (!input || !box || !address) return;
    input.addEventListener("focus", () => {
      box.checked = true;
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => {
        if (document.activeElement !== input) return;
        input.blur();
        input.focus();
      };
      document.body.append(script);
    }, { once: true });
    // the theme hears released keys only; this way it hears pasting and dictation too
    input.addEventListener("input", () => input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })));
    document.addEventListener("keydown", (event) => {
      const typing = event.target instanceof Element && event.target.closest("input, textarea, select");
      if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || typing || !input.offsetParent) return;
      event.preventDefault();
      input.focus();
    });
  }

  /** Marks, in the list at the side, the heading that the reader has come to. */
  function headings() {
    const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".nk-side .nk-parts a"));
    const mark = () => {
      let here = null;
      for (const link of links) {
        const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
        if (heading && heading.getBoundingClientRect().top < innerHeight * 0.3) here = link;
      }
      for (const link of links) link.classList.toggle("nk-here", link === here);
    };
    const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -70% 0px" });
    for (const link of links) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) observer.observe(heading);
    }
  }

  /** Shows the ticks of the pages read so far, and marks this one once its foot comes into view. */
  function ticks() {
    const read = new Set(kept("read").split(" ").filter(Boolean));
    const show = () => {
      for (const mark of document.querySelectorAll("[data-nk-read]")) {
        mark.toggleAttribute("hidden", !read.has(mark.getAttribute("data-nk-read") || ""));
      }
      document.querySelector("[data-nk-ticks]")?.toggleAttribute("hidden", read.size === 0);
    };
    show();
    const page = body.dataset.nkPage || "";
    const foot = document.querySelector(".nk-footer");
    if (!foot || read.has(page) || !document.querySelector(`[data-nk-read="${page}"]`)) return;
    new IntersectionObserver((entries, observer) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      if (keep("read", [...read.add(page)].join(" "))) show();
    }).observe(foot);
  }

  /** Keeps the level that the reader chose, and goes to the other where an address leads into what the choice hides. */
  function levels() {
    const choices = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(".nk-level input"));
    if (!choices.length) return;
    /** @param {string} level */
    const choose = (level) => {
      for (const choice of choices) choice.checked = choice.value === level;
    };
    const follow = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target) return;
      if (target.closest(".nk-plain")) choose("plain");
      else if (!target.getClientRects().length) choose("standard");
      target.scrollIntoView();
    };
    for (const choice of choices) choice.addEventListener("change", () => keep("level", choice.value));
    if (kept("level")) choose(kept("level"));
    addEventListener("hashchange", follow);
    follow();
  }

  // what opens over the page does not cover what the focus has moved on to
  if ("popover" in root) document.addEventListener("focusin", (event) => {
    const here = /** @type {Element} */ (event.target);
    const box = /** @type {HTMLElement | null} */ (document.querySelector('[popover=""]:popover-open'));
    if (!box || box.contains(here) || here.contains(box) || here.getAttribute("popovertarget") === box.id) return;
    box.hidePopover();
  });

  search();
  document.addEventListener("DOMContentLoaded", () => {
    headings();
    levels();
    ticks();
  });
})();
