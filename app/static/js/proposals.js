// Takes a proposal of the library over into the form: a gain into its words, a strain into the first empty line.
const grown = (field, text) => {
  field.value = field.value.trim() ? `${field.value.trim()}\n${text}` : text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  for (let box = field.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  field.focus();
};

const emptyLine = (aspect) =>
  [...aspect.querySelectorAll("[data-strain-title] input")].find((field) => field.type !== "hidden" && !field.value.trim());

export function offerProposals() {
  for (const list of document.querySelectorAll("[data-proposals]")) {
    const aspect = list.closest("[data-aspect]");
    for (const button of list.querySelectorAll("button[data-take]")) {
      button.hidden = false;
      button.addEventListener("click", () => {
        const field = button.dataset.take === "gain" ? aspect.querySelector("[data-gain-words] textarea") : emptyLine(aspect);
        if (!field) {
          list.querySelector("[role=status]").textContent = list.dataset.full;
          return;
        }
        grown(field, button.dataset.words);
        button.hidden = true;
      });
    }
  }
}
