/**
 * Marks the chosen answer of a question. Without it the answers stand in the fold below. Nothing is stored or sent.
 */
(function () {
  "use strict";

  /** @param {HTMLFormElement} form */
  function prepare(form) {
    const result = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
    const answers = /** @type {HTMLDetailsElement} */ (form.querySelector("details"));
    const buttons = /** @type {HTMLElement} */ (form.querySelector(".nk-quiz__buttons"));
    /** @type {HTMLInputElement[]} */
    const choices = Array.from(form.querySelectorAll("input[type=radio]"));
    const reasons = answers.querySelectorAll("[data-nk-supported]");

    function clear() {
      result.textContent = "";
      form.querySelectorAll("[data-nk-mark]").forEach((label) => label.removeAttribute("data-nk-mark"));
    }

    answers.hidden = true;
    buttons.hidden = false;
    form.addEventListener("change", clear);
    form.addEventListener("reset", clear);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clear();
      const chosen = choices.findIndex((choice) => choice.checked);
      if (chosen < 0) {
        result.textContent = "Choose an answer first.";
        return;
      }
      const label = /** @type {HTMLElement} */ (choices[chosen].closest("label"));
      label.dataset.nkMark = /** @type {HTMLElement} */ (reasons[chosen]).dataset.nkSupported;
      result.append(...Array.from(reasons[chosen].childNodes, (node) => node.cloneNode(true)));
    });
  }

  document.querySelectorAll("form[data-nk-quiz]").forEach((form) => prepare(/** @type {HTMLFormElement} */ (form)));
})();
