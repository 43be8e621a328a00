/// What a page does beside being read: arrows walk the marks of a lane, and a form narrows the events to
/// those with some words and a type. All is there without it.
enum PageScript {
  static let node = Node.raw("script", source)

  static let source: StaticString = #"""
    'use strict';
    // One tab stop a lane; arrows, Home and End move within.
    for (const lane of document.querySelectorAll('.lane')) {
      const marks = [...lane.querySelectorAll('a')];
      marks.forEach((mark, place) => mark.setAttribute('tabindex', place ? '-1' : '0'));
      lane.addEventListener('keydown', event => {
        const place = marks.indexOf(event.target.closest('a'));
        const next = {
          ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: marks.length - 1
        }[event.key];
        if (place < 0 || next === undefined || !marks[next]) return;
        event.preventDefault();
        marks[place].setAttribute('tabindex', '-1');
        marks[next].setAttribute('tabindex', '0');
        marks[next].focus();
      });
    }

    const form = document.getElementById('filter');
    if (form) {
      form.hidden = false;
      const words = document.getElementById('words');
      const type = document.getElementById('type');
      const told = document.getElementById('told');
      const items = [...document.querySelectorAll('.events > li')];
      const months = [...document.querySelectorAll('.month')];
      const place = 'annals ' + location.pathname;
      let texts = null, types = null;

      // Words as the search of annals cuts them: without marks over letters, each Han character one.
      const cut = text => ' ' + text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
        .replace(/(\p{Script=Han})/gu, ' $1 ').replace(/[^\p{L}\p{N}]+/gu, ' ').trim() + ' ';
      const phrases = text => (text.match(/"[^"]*"|\S+/g) || []).map(cut).filter(part => part.trim());

      // What the search of annals looks at: the titles, the type, actors and objects.
      const text = item => [...item.querySelectorAll('p,i,.says,q')].map(part => part.textContent);

      function narrow() {
        const asked = phrases(words.value);
        if (asked.length && !texts) texts = items.map(item => cut(text(item).join(' ')));
        if (type.value) types ??= items.map(
          item => item.querySelector('i').textContent.split(' · ')[0]);
        let shown = 0;
        items.forEach((item, index) => {
          const fits = (!type.value || types[index] === type.value)
            && asked.every(part => texts[index].includes(part));
          if (item.hidden === fits) item.hidden = !fits;
          if (fits) shown += 1;
        });
        for (const month of months) {
          const isEmpty = !month.querySelector('li:not([hidden])');
          if (month.hidden !== isEmpty) month.hidden = isEmpty;
        }
        told.textContent = shown + (shown === 1 ? ' event' : ' events');
        try {
          sessionStorage.setItem(place, JSON.stringify([words.value, type.value]));
        } catch {}
      }

      // A mark leads to its event, whatever was asked for before.
      function show() {
        const item = location.hash && document.getElementById(location.hash.slice(1));
        if (!item || !item.hidden && !item.closest('[hidden]')) return;
        words.value = type.value = '';
        narrow();
        item.scrollIntoView();
      }

      try {
        [words.value, type.value] = JSON.parse(sessionStorage.getItem(place)) || ['', ''];
      } catch {}
      if (words.value || type.value) narrow();
      words.addEventListener('input', narrow);
      type.addEventListener('change', narrow);
      form.addEventListener('submit', event => event.preventDefault());
      addEventListener('hashchange', show);
      show();
    }

    """#
}
