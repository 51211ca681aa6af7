using System.Text.Json;
using Microsoft.Playwright;

namespace Participation.Browser.Tests.Running;

/// <summary>What stands on a page, and what is wrong with it that axe does not look for.</summary>
sealed record PageFacts(
    string Title, string Language, string[] Ids, string[] Links, string[] Faults)
{
    const string Script = """
        () => {
          const faults = [];
          const name = e => (e.getAttribute('aria-label') || e.textContent || e.value || '').trim().slice(0, 30) || e.outerHTML.slice(0, 60);
          const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
          for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) faults.push(`the id ${id} stands twice`);
          const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(h => h.checkVisibility()).map(h => +h.tagName[1]);
          if (levels.filter(l => l === 1).length !== 1) faults.push('not one main heading');
          levels.forEach((l, i) => { if (i > 0 && l > levels[i - 1] + 1) faults.push(`a heading of level ${l} after one of ${levels[i - 1]}`); });
          if ((document.querySelector('main')?.innerText ?? '').trim() === '') faults.push('no words in main');
          const links = [...document.querySelectorAll('a')];
          for (const a of links) {
            if (!a.getAttribute('href')) faults.push(`a link without an address: ${name(a)}`);
            if (!(a.innerText.trim() || a.getAttribute('aria-label')) && a.checkVisibility()) faults.push(`a link without a name: ${a.outerHTML.slice(0, 80)}`);
            const inPage = a.getAttribute('href')?.startsWith('#') && a.getAttribute('href').slice(1);
            if (inPage && !document.getElementById(decodeURIComponent(inPage))) faults.push(`nothing at #${inPage}`);
          }
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode())
            if (/^[A-Z][A-Za-z]+(\.[A-Za-z]\w*)+$/.test(texts.currentNode.data.trim())) faults.push(`a key in place of its words: ${texts.currentNode.data.trim()}`);
          for (const form of document.querySelectorAll('form'))
            if (!form.querySelector('button, input[type=submit]')) faults.push('a form that can not be sent');
          const isSmall = e => { const r = e.getBoundingClientRect(); return r.width < 43.5 || r.height < 43.5; };
          for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
            const shown = e.checkVisibility({ visibilityProperty: true }) && !e.closest('.visually-hidden, .skip-link, .decoy');
            if (!shown || !isSmall(e) || (e.labels && [...e.labels].some(l => !isSmall(l)))) continue;
            // WCAG 2.5.8's exception: a link among the words of a sentence.
            const around = e.parentElement;
            const inSentence = e.tagName === 'A' && getComputedStyle(e).display.startsWith('inline') && around.textContent.trim().length > e.textContent.trim().length;
            // A card's link is as large as its card.
            const after = getComputedStyle(e, '::after');
            const stretched = after.position === 'absolute' && after.content !== 'none';
            if (!inSentence && !stretched) { const r = e.getBoundingClientRect(); faults.push(`${Math.round(r.width)}×${Math.round(r.height)} px: ${name(e)}`); }
          }
          return { title: document.title, language: document.documentElement.lang, ids, links: links.map(a => a.href).filter(h => h), faults };
        }
        """;

    public static async Task<PageFacts> Of(IPage page)
    {
        await page.LayOutWhole();
        return (await page.EvaluateAsync<JsonElement>(Script)).Deserialize<PageFacts>(JsonSerializerOptions.Web)!;
    }
}
