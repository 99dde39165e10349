/**
 * Turns the table of an evidence clock into a slider over its stops. The address keeps the stop; nothing is stored or
 * sent, and what a reader types stays in the page.
 */
(function () {
  "use strict";

  /** @param {number} number @param {string} one @param {string} many */
  const amount = (number, one, many) => `${number} ${number === 1 ? one : many}`;

  /** @param {HTMLElement} clock */
  function prepare(clock) {
    const form = /** @type {HTMLFormElement} */ (clock.querySelector(".nk-clock__panel"));
    const range = /** @type {HTMLInputElement} */ (form.querySelector("input[type=range]"));
    const said = /** @type {HTMLElement} */ (form.querySelector("output"));
    const access = /** @type {HTMLElement} */ (form.querySelector(".nk-clock__access"));
    const day = /** @type {HTMLElement} */ (form.querySelector("[data-nk-day]"));
    const steps = /** @type {HTMLButtonElement[]} */ (Array.from(form.querySelectorAll("[data-nk-step]")));
    const sections = /** @type {HTMLElement[]} */ (Array.from(clock.querySelectorAll("[data-nk-stop]")));
    const days = sections.map((section) => section.dataset.nkStop || "");
    const field = (/** @type {string} */ name) => /** @type {any} */ (form.elements.namedItem(name));

    function show() {
      const at = Number(range.value);
      const until = days[at];
      const title = /** @type {HTMLElement} */ (sections[at].querySelector("h3"));
      const date = /** @type {HTMLElement} */ (title.querySelector("time")).textContent || "";
      const tally = { seen: 0, open: 0, corrected: 0, fresh: 0 };
      sections.forEach((section, index) => {
        let any = index === at;
        section.querySelectorAll("tbody tr").forEach((one) => {
          const row = /** @type {HTMLElement} */ (one);
          const fits =
            index <= at &&
            (!field("by").value || (row.dataset.by || "").split(" ").includes(field("by").value)) &&
            (!field("standing").value || row.dataset.standing === field("standing").value);
          const known = field("later").checked || (row.dataset.later || "9999") <= until;
          const outcome = known ? row.dataset.outcome : "";
          row.toggleAttribute("data-nk-off", !fits);
          const later = row.querySelector(".nk-clock__later");
          if (later) later.toggleAttribute("data-nk-off", !known);
          /** @type {HTMLElement} */ (row.querySelector(".nk-clock__new")).hidden = index !== at;
          if (!fits) return;
          any = true;
          tally.seen += 1;
          if (index === at) tally.fresh += 1;
          if (outcome === "corrected") tally.corrected += 1;
          else if (row.dataset.standing === "claim" && outcome !== "confirmed") tally.open += 1;
        });
        section.toggleAttribute("data-nk-off", index > at || !any);
        section.toggleAttribute("data-nk-now", index === at);
      });
      said.textContent =
        `${date}${field("by").value || field("standing").value ? ", of what you chose" : ""}: ${amount(tally.seen, "thing", "things")} public, ${tally.fresh} of them new, ` +
        `${amount(tally.open, "still a claim", "still claims")}, ` +
        `${tally.corrected} ${field("later").checked ? "later corrected" : "corrected by then"}`;
      range.setAttribute("aria-valuetext", (title.textContent || "").trim());
      day.textContent = `${date}:`;
      const who = /** @type {HTMLElement} */ (sections[at].querySelector(".nk-clock__who"));
      access.replaceChildren(who.cloneNode(true));
      steps.forEach((button) => {
        const next = at + Number(button.dataset.nkStep);
        button.setAttribute("aria-disabled", String(next < 0 || next >= days.length));
      });
    }

    function moved() {
      show();
      history.replaceState(null, "", `#clock=${clock.dataset.nkClock}&at=${days[Number(range.value)]}`);
    }

    /** Goes to the stop that the address names, if it names one of this clock. */
    function arrive() {
      const wish = new URLSearchParams(location.hash.slice(1));
      const anchor = days.findIndex((one) => location.hash === `#${clock.dataset.nkClock}-${one}`);
      const stop = wish.get("clock") === clock.dataset.nkClock ? days.indexOf(wish.get("at") || "") : anchor;
      if (stop < 0) return;
      range.value = String(stop);
      show();
      (anchor < 0 ? clock : sections[stop]).scrollIntoView();
    }

    form.hidden = false;
    range.addEventListener("input", moved);
    steps.forEach((button) =>
      button.addEventListener("click", () => {
        range.value = String(Number(range.value) + Number(button.dataset.nkStep));
        moved();
      })
    );
    /** @type {HTMLElement} */ (form.querySelector(".nk-clock__go")).addEventListener("click", () => {
      const title = /** @type {HTMLElement} */ (sections[Number(range.value)].querySelector("h3"));
      title.focus();
      title.scrollIntoView();
    });
    form.addEventListener("change", (event) => {
      if (event.target !== range) show();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    window.addEventListener("hashchange", arrive);
    show();
    arrive();
  }

  document.querySelectorAll("[data-nk-clock]").forEach((clock) => prepare(/** @type {HTMLElement} */ (clock)));
})();
