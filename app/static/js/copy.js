// A button that copies what stands in a field. Without this the field can be marked and copied by hand.
export function offerCopies() {
  for (const button of document.querySelectorAll("[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    const words = button.querySelector("span");
    button.addEventListener("click", async () => {
      const field = document.getElementById(button.dataset.copy);
      field.select();
      await navigator.clipboard.writeText(field.value);
      words.textContent = button.dataset.copied;
    });
  }
}
