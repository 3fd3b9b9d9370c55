"use strict";
// Beside the box of a partial date: what its words are understood as, asked of the server when
// they change. One listener for the page, so that rows added later work too.
{
  const tell = async (box) => {
    const place = box.nextElementSibling;
    const written = box.value;
    if (!written.trim()) {
      place.textContent = "";
      place.classList.remove("error");
      return;
    }
    const answer = await ask(box.dataset.understand, written);
    if (box.value !== written) {
      return;
    }
    place.textContent = answer.understood || answer.error;
    place.classList.toggle("error", !answer.understood);
  };

  const ask = async (address, written) => {
    try {
      const answer = await fetch(`${address}?written=${encodeURIComponent(written)}`);
      return await answer.json();
    } catch {
      return { error: "No answer from the server; saving will tell." };
    }
  };

  document.addEventListener("change", (event) => {
    if (event.target.matches("input[data-understand]")) {
      tell(event.target);
    }
  });
}
