"use strict";
// Deciding about what was found in an article by keyboard. Every key presses a button or chooses a
// box that stands on the page anyway; nothing is caught while somebody types.
{
  const cards = () => [...document.querySelectorAll(".card[data-open]")];
  const current = () => document.activeElement?.closest(".card[data-open]");
  const form = document.getElementById("suggestions");

  const go = (card) => {
    if (card) {
      card.focus();
      card.scrollIntoView({ block: "nearest" });
      show(card);
    }
  };

  // Where the text tells of it.
  const show = (card) => {
    for (const mark of document.querySelectorAll("mark.here")) {
      mark.classList.remove("here");
    }
    const marks = document.querySelectorAll(`mark[data-row="${card.id}"]`);
    for (const mark of marks) {
      mark.classList.add("here");
    }
    const text = marks[0]?.closest(".text");
    if (text) {
      text.scrollTop += marks[0].getBoundingClientRect().top - text.getBoundingClientRect().top - 80;
    }
  };

  const move = (by) => {
    const all = cards();
    const at = all.indexOf(current());
    go(at < 0 ? all[by > 0 ? 0 : all.length - 1] : all[at + by]);
  };

  const decide = (value) => {
    const card = current();
    const radio = card?.querySelector(`.decide input[value="${value}"]`);
    if (radio) {
      radio.checked = true;
      move(1);
    }
  };

  const press = (value) => form?.querySelector(`button[name="do"][value="${value}"]`)?.click();

  const change = () => {
    const card = current();
    for (const more of card?.querySelectorAll("details") ?? []) {
      more.open = true;
    }
    card?.querySelector("select, input:not([type=radio])")?.focus();
  };

  const choose = (number) => {
    const radio = current()?.querySelectorAll(".who input")[number - 1];
    if (radio) {
      radio.checked = true;
    }
  };

  // The selected words and where they begin, counted in signs as the server counts them.
  const take = () => {
    const chosen = getSelection();
    const box = document.getElementById("id_hand-quote");
    const line = chosen.anchorNode?.parentElement?.closest("p[data-start]");
    if (!box || !line || chosen.isCollapsed) {
      return;
    }
    const range = chosen.getRangeAt(0);
    const first = range.startContainer.parentElement.closest("p[data-start]") ?? line;
    const before = document.createRange();
    before.setStart(first, 0);
    before.setEnd(range.startContainer, range.startOffset);
    box.value = chosen.toString();
    document.getElementById("id_hand-start").value =
      Number(first.dataset.start) + [...before.toString()].length;
    box.focus();
    box.scrollIntoView({ block: "center" });
  };

  const KEYS = {
    j: () => move(1),
    k: () => move(-1),
    a: () => decide("accept"),
    r: () => decide("reject"),
    l: () => decide("later"),
    e: change,
    s: () => press("save"),
    A: () => press("rest"),
    c: take,
  };

  const isTyping = (place) =>
    place.matches("textarea, select, input:not([type=radio], [type=checkbox])");

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
      return;
    }
    if (event.key === "Escape" && current()) {
      go(current());
    } else if (!isTyping(event.target)) {
      const act = KEYS[event.key] ?? (/^[1-9]$/.test(event.key) && (() => choose(event.key)));
      if (act) {
        event.preventDefault();
        act();
      }
    }
  });

  document.addEventListener("focusin", (event) => {
    const card = event.target.closest(".card");
    if (card) {
      show(card);
    }
  });

  const keys = document.getElementById("keys");
  if (keys) {
    keys.hidden = false;
    for (const told of document.querySelectorAll("[data-needs-script]")) {
      told.hidden = false;
    }
    const wanted = document.getElementById(form.dataset.focus) ?? document.querySelector(".wrong");
    const hand = document.querySelector(".hand .errornote");
    hand?.scrollIntoView({ block: "center" });
    go(wanted ?? (hand || location.hash ? null : cards()[0]));
  }

  // What is read in steps goes on by itself.
  document.querySelector("[data-step] button")?.click();
}
