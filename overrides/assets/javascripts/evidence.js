/* Shows on a count in the text that its card is open, and a source beside the marker that the mouse or the focus rests
   on. Without this script cards open and markers lead to the list of sources just the same. */
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

  function unfold() {
    const target = document.getElementById(location.hash.slice(1))
    const fold = target && target.closest("details:not([open])")
    if (!target || !fold) return
    fold.setAttribute("open", "")
    target.scrollIntoView()
  }
  addEventListener("hashchange", unfold) // where the browser does not unfold by itself
  unfold()

  const peek = document.createElement("div")
  if (!("popover" in peek)) return
  peek.className = "nk-peek"
  peek.popover = "manual"
  peek.setAttribute("aria-hidden", "true") // the list of sources says the same
  document.body.append(peek)
  let leaving = 0

  /** @param {Event} event */
  function show(event) {
    const mark = /** @type {Element} */ (event.target).closest(".nk-cite a, .nk-peek")
    if (!mark) return
    clearTimeout(leaving)
    const source = mark !== peek && document.getElementById(/** @type {HTMLAnchorElement} */ (mark).hash.slice(1))
    if (!source) return
    peek.replaceChildren(.../** @type {Element} */ (source.cloneNode(true)).querySelectorAll(
      "cite, .nk-sources__described, .nk-sources__who, .nk-sources__what"))
    peek.showPopover()
    const at = mark.getBoundingClientRect()
    const above = at.bottom + peek.offsetHeight + 8 > innerHeight
    peek.style.insetBlockStart = (above ? at.top - peek.offsetHeight - 4 : at.bottom + 4) + "px"
    peek.style.insetInlineStart = Math.max(8, Math.min(at.left, innerWidth - peek.offsetWidth - 8)) + "px"
  }

  function hide() {
    peek.hidePopover()
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "mouse") show(event)
  })
  document.addEventListener("pointerout", function () {
    clearTimeout(leaving)
    leaving = setTimeout(hide, 300)
  })
  document.addEventListener("focusin", show)
  document.addEventListener("focusout", hide)
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") hide()
  })
  document.addEventListener("scroll", hide, { passive: true })
})()
