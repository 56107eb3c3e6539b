// Everything works without these; they only save a click or a lost text.
import { offerCopies } from "./copy.js";
import { keepForms, forgetAll } from "./autosave.js";
import { letAgendasBeDragged } from "./agenda.js";
import { offerProposals } from "./proposals.js";

for (const element of document.querySelectorAll("[data-focus]")) element.focus();

// On a narrow screen the tab of this page is brought into sight.
for (const tab of document.querySelectorAll(".tabs [aria-current]")) tab.parentElement.scrollLeft = tab.offsetLeft - tab.parentElement.offsetLeft - 40;

// Menus made of <details> close on Escape and on a click elsewhere.
const menus = () => document.querySelectorAll("details.menu[open]");
document.addEventListener("click", (event) => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) menu.querySelector("summary").focus();
  }
});

for (const form of document.querySelectorAll("[data-clears-drafts]")) form.addEventListener("submit", forgetAll);
keepForms();
offerProposals();
letAgendasBeDragged();
offerCopies();

// The gains and strains of the pole that the chosen stop is nearest to.
for (const place of document.querySelectorAll("[data-place]")) {
  const show = () => {
    const chosen = place.querySelector("[data-today] input:checked");
    const at = chosen && chosen.value !== "" ? Math.sign(Number(chosen.value)) : null;
    for (const pole of place.querySelectorAll("[data-pole]")) pole.hidden = at === null || Number(pole.dataset.pole) !== at;
  };
  place.addEventListener("change", show);
  show();
}
