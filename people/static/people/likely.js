"use strict";
// Beneath a box for names: people in the register whom the name may mean, asked of the server while
// it is typed. One listener for the page, so that rows added later work too. Nothing is kept.
{
  const PATIENCE = 250;
  const LONGEST = 200;
  const MOST = 10;
  const ROOM = 3000; // signs of an address; servers take no more than about 4000
  const waiting = new WeakMap();

  const element = (tag, text = "", attributes = {}) => {
    const made = document.createElement(tag);
    made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) {
      made.setAttribute(name, value);
    }
    return made;
  };

  const inOwnScript = (name) => element("bdi", name.text, { lang: name.lang, dir: name.dir });

  const line = (person) => {
    const item = element("li");
    const link = element("a", "", { href: person.address, target: "_blank", rel: "noopener" });
    link.append(inOwnScript(person.called));
    item.append(link);
    if (person.spelling.text !== person.called.text) {
      item.append(" as ", inOwnScript(person.spelling));
    }
    const details = [...person.told_apart_by, person.id].join(" · ");
    item.append(element("span", ` · ${details} · ${person.tier}`, { class: "quiet" }));
    item.append(element("div", person.why, { class: "quiet" }));
    return item;
  };

  const show = (place, people) => {
    place.replaceChildren();
    if (people.length) {
      const count = people.length === 1 ? "One person" : `${people.length} people`;
      const list = element("ul");
      list.append(...people.map(line));
      const told = `${count} in the register may be meant. Each opens in a new tab.`;
      place.append(element("p", told), list);
    }
  };

  const names = (box) => {
    const typed = box.value.split("\n").map((name) => name.trim().slice(0, LONGEST));
    let room = ROOM;
    return typed
      .filter(Boolean)
      .slice(0, MOST)
      .filter((name) => (room -= encodeURIComponent(name.toWellFormed?.() ?? name).length) > 0);
  };

  const ask = async (box, signal) => {
    const question = new URLSearchParams(names(box).map((name) => ["name", name]));
    if (box.dataset.person) {
      question.set("person", box.dataset.person);
    }
    const answer = await fetch(`${box.dataset.likely}?${question}`, { signal });
    return answer.ok ? (await answer.json()).people : [];
  };

  const tell = async (box, place, signal) => {
    try {
      const people = names(box).length ? await ask(box, signal) : [];
      if (!signal.aborted) {
        show(place, people);
      }
    } catch (error) {
      if (error.name !== "AbortError") {
        show(place, []); // the same question is asked when the form is saved
      }
    }
  };

  document.addEventListener("input", (event) => {
    const box = event.target;
    const place = box.nextElementSibling;
    if (!box.matches("[data-likely]") || !place?.matches(".likely")) {
      return;
    }
    waiting.get(box)?.abort();
    const newest = new AbortController();
    waiting.set(box, newest);
    setTimeout(() => newest.signal.aborted || tell(box, place, newest.signal), PATIENCE);
  });
}
