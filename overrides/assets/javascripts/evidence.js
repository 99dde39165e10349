/* Shows on a count in the text that its card is open. Opening and closing are the browser's own. */
(function () {
  /** @type {Element | null} */
  let pressed = null

  document.addEventListener("click", function (event) {
    pressed = /** @type {Element} */ (event.target).closest(".nk-count")
  }, true)

  document.addEventListener("toggle", function (event) {
    const card = /** @type {HTMLElement} */ (event.target)
    if (!card.matches(".nk-card")) return
    const open = /** @type {ToggleEvent} */ (event).newState === "open"
    document.querySelectorAll('.nk-count[popovertarget="' + card.id + '"]').forEach(function (count) {
      count.removeAttribute("aria-expanded")
      if (!open || count !== pressed) return
      count.setAttribute("aria-expanded", "true")
      const box = count.getClientRects()[0]
      card.style.setProperty("--nk-tip", box.left + box.width / 2 - card.getBoundingClientRect().left + "px")
    })
  }, true)
})()
