/* The timeline's form: choices with their counts, and the filter in words for print and citation. */
Timeline.Form = (function () {
  "use strict";
  const GROUPS = Timeline.GROUPS, TEXTS = ["from", "to", "certainty", "q"];

  class Form {
    constructor(form) {
      this.form = form;
      this.facets = Array.from(form.querySelectorAll(".facet"));
      this.boxes = Array.from(form.querySelectorAll(".facet input"), input => ({
        input, name: input.name, value: input.value, label: input.nextElementSibling.textContent,
        count: input.parentNode.querySelector(".count"),
      }));
      this.said = form.querySelector("[role=status]");
      this.facets.forEach(facet => this.closing(facet));
    }
    /* An open list of choices closes with Escape, and when something else is clicked. */
    closing(facet) {
      facet.addEventListener("keydown", event => {
        if (event.key === "Escape" && facet.open) { facet.open = false; facet.querySelector("summary").focus(); }
      });
      document.addEventListener("click", event => { if (!facet.contains(event.target)) { facet.open = false; } });
    }
    say(text) { this.said.textContent = text; }
    /* What is chosen now, on top of an earlier state. */
    read(before) {
      const data = new FormData(this.form), state = Object.assign({}, before);
      GROUPS.forEach(name => { state[name] = data.getAll(name); });
      TEXTS.forEach(name => { state[name] = data.get(name).trim(); });
      state.disputed = data.get("disputed") || "";
      state.item = data.has("item") ? before.item : [];
      return state;
    }
    write(state) {
      const fields = this.form.elements;
      this.boxes.forEach(one => { one.input.checked = state[one.name].includes(one.value); });
      TEXTS.forEach(name => { fields[name].value = state[name]; });
      fields.disputed.checked = Boolean(state.disputed);
      const items = this.form.querySelector("[data-items]");
      items.hidden = !state.item.length;
      items.querySelector("input").checked = state.item.length > 0;
      items.querySelector(".count").textContent = state.item.length;
    }
    counted(counts, disputed) {
      this.boxes.forEach(one => {
        const count = String(counts[one.name][one.value] || 0);
        if (one.count.textContent === count) { return; }
        one.count.textContent = count;
        one.input.parentNode.classList.toggle("none", count === "0");
      });
      this.form.elements.disputed.parentNode.querySelector(".count").textContent = disputed;
    }
    /* The names chosen in a list, also shown on it while it is closed. */
    named(facet, state) {
      const name = facet.dataset.facet;
      const names = this.boxes.filter(one => one.name === name && state[name].includes(one.value)).map(one => one.label);
      facet.querySelector(".chosen").textContent = names.length ? ": " + names.join(", ") : "";
      return names.length ? facet.querySelector("summary").firstChild.textContent.toLowerCase() + " " + names.join(" or ") : "";
    }
    inWords(state) {
      const parts = this.facets.map(facet => this.named(facet, state));
      if (state.from) { parts.push("from " + state.from); }
      if (state.to) { parts.push("to " + state.to); }
      if (state.certainty) { parts.push(this.form.elements.certainty.selectedOptions[0].textContent); }
      if (state.q) { parts.push("with the words “" + state.q + "”"); }
      if (state.disputed) { parts.push("disputed only"); }
      if (state.item.length) { parts.push("only the items " + state.item.join(", ")); }
      return parts.filter(Boolean).join("; ");
    }
  }
  return Form;
})();
