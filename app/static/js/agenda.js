// Items of an agenda are dragged to another place among those of the same level. The page then says the new place; the
// buttons beside each item do the same without this.
const lineAt = (event, dragged) => {
  const line = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-item]");
  return line && line !== dragged && line.dataset.parent === dragged.dataset.parent ? line : null;
};

function letDrag(list, form) {
  const mark = (line) => {
    for (const one of list.querySelectorAll(".is-over")) one.classList.remove("is-over");
    line?.classList.add("is-over");
  };
  const drop = (dragged, target) => {
    const keys = [...list.querySelectorAll("[data-item]")].filter((one) => one.dataset.parent === dragged.dataset.parent).map((one) => one.dataset.item);
    const rest = keys.filter((key) => key !== dragged.dataset.item);
    const isBelow = keys.indexOf(target.dataset.item) > keys.indexOf(dragged.dataset.item);
    rest.splice(rest.indexOf(target.dataset.item) + (isBelow ? 1 : 0), 0, dragged.dataset.item);
    form.elements.keys.value = rest.join(" ");
    form.elements.parent_id.value = dragged.dataset.parent;
    form.elements.moved.value = dragged.dataset.item;
    form.submit();
  };
  for (const grip of list.querySelectorAll("[data-grip]")) {
    const dragged = grip.closest("[data-item]");
    grip.hidden = false;
    grip.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      dragged.classList.add("is-dragged");
    });
    grip.addEventListener("pointermove", (event) => {
      if (grip.hasPointerCapture(event.pointerId)) mark(lineAt(event, dragged));
    });
    const end = (event) => {
      const target = event.type === "pointerup" ? lineAt(event, dragged) : null;
      dragged.classList.remove("is-dragged");
      mark(null);
      if (target) drop(dragged, target);
    };
    grip.addEventListener("pointerup", end);
    grip.addEventListener("pointercancel", end);
  }
}

export function letAgendasBeDragged() {
  const form = document.querySelector("[data-order-form]");
  for (const list of document.querySelectorAll("[data-order]")) if (form) letDrag(list, form);
}
