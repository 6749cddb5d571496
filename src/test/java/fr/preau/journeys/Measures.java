package fr.preau.journeys;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;

/** What axe does not measure: that nothing scrolls sideways, that letters can be read, that a thumb finds what it looks for. In CSS pixels. */
final class Measures {

    private static final String SIDEWAYS = """
            () => document.documentElement.scrollWidth <= window.innerWidth ? [] : ['scrolls sideways']""";

    /** With what stands inside of Vaadin's pieces; what only screen readers say is not drawn. */
    private static final String SMALL_LETTERS = """
            () => {
              const SMALLEST = 14;
              const all = root => [...root.querySelectorAll('*')].flatMap(one => one.shadowRoot ? [one, ...all(one.shadowRoot)] : [one]);
              const around = one => one.assignedSlot ?? one.parentElement ?? one.getRootNode().host;
              const isDrawn = one => {
                for (let here = one; here; here = around(here)) if (getComputedStyle(here).clipPath.startsWith('inset(50%')) return false;
                return true;
              };
              return all(document).filter(one => [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()))
                .filter(one => parseFloat(getComputedStyle(one).fontSize) < SMALLEST)
                .filter(one => one.checkVisibility({visibilityProperty: true}) && isDrawn(one))
                .slice(0, 5).map(one => 'letters of ' + getComputedStyle(one).fontSize + ', ' + one.textContent.trim().slice(0, 40));
            }""";

    /**
     * Links and buttons that stand alone. A link in a sentence is as high as the sentence, as WCAG 2.2 allows; what lies under a layer
     * of its own, on its whole card for instance, is as large as that, and what a choice of Vaadin's shows opens by its whole field.
     */
    private static final String SMALL_TARGETS = """
            () => {
              const SMALLEST = 43.5, WORD = /[\\p{L}\\d]/u;
              const display = one => getComputedStyle(one).display;
              const area = one => {
                const field = one.closest('vaadin-select')?.shadowRoot.querySelector('[part~=input-field]');
                if (field) return field.getBoundingClientRect();
                const layer = getComputedStyle(one, '::after');
                const isCovered = !['none', 'normal'].includes(layer.content) && layer.position === 'absolute';
                return isCovered ? {width: parseFloat(layer.width), height: parseFloat(layer.height)} : one.getBoundingClientRect();
              };
              const saysMore = (one, way) => {
                for (let next = one[way]; next; next = next[way]) {
                  if (next.nodeType === Node.TEXT_NODE && WORD.test(next.data)) return true;
                  if (next.nodeType !== Node.ELEMENT_NODE || display(next) === 'none') continue;
                  if (next.matches('br') || !display(next).startsWith('inline')) return false;
                  if (!next.matches('a, button') && WORD.test(next.textContent)) return true;
                }
                return false;
              };
              const isInSentence = link => {
                if (display(link) !== 'inline') return false;
                for (let one = link; display(one).startsWith('inline'); one = one.parentElement) {
                  if (saysMore(one, 'previousSibling') || saysMore(one, 'nextSibling')) return true;
                }
                return false;
              };
              return [...document.querySelectorAll('a[href], button, summary, [role=button]')]
                .filter(one => one.checkVisibility({visibilityProperty: true}) && !isInSentence(one))
                .map(one => ({one, size: area(one)})).filter(({size}) => size.width < SMALLEST || size.height < SMALLEST)
                .map(({one, size}) => `${Math.round(size.width)} × ${Math.round(size.height)} to tap, `
                  + (one.textContent.trim() || one.outerHTML).slice(0, 60));
            }""";

    /** The sections at the thumb stand in one row, and none of their words is broken or cut. */
    private static final String TABS = """
            () => {
              const tabs = [...document.querySelectorAll('.tabs a')].filter(tab => tab.checkVisibility());
              const isBroken = tab => {
                const text = tab.lastChild;
                return [...text.data.matchAll(/\\S+/g)].some(word => {
                  const range = document.createRange();
                  range.setStart(text, word.index);
                  range.setEnd(text, word.index + word[0].length);
                  return range.getClientRects().length > 1;
                });
              };
              const faults = tabs.filter(tab => isBroken(tab) || tab.scrollWidth > tab.clientWidth)
                .map(tab => 'a broken word at the thumb, ' + tab.textContent.trim());
              const rows = new Set(tabs.map(tab => Math.round(tab.getBoundingClientRect().top)));
              return rows.size > 1 ? [...faults, 'two rows at the thumb'] : faults;
            }""";

    private Measures() {
    }

    /** What is wrong with the page as it is now. */
    static List<String> faults(Page page) {
        return Stream.of(SIDEWAYS, SMALL_LETTERS, SMALL_TARGETS, TABS)
                .flatMap(script -> ((List<?>) page.evaluate(script)).stream()).map(Object::toString).toList();
    }

    /** What another width of the window can do to a page whose letters and targets were measured: whether all of it is still in sight. */
    static List<String> faultsOfWidth(Page page) {
        return Stream.of(SIDEWAYS, TABS).flatMap(script -> ((List<?>) page.evaluate(script)).stream()).map(Object::toString).toList();
    }

    /** Whether all of it stands within the window: what also holds with letters twice as large, or from right to left. */
    static boolean scrollsSideways(Page page) {
        return !((List<?>) page.evaluate(SIDEWAYS)).isEmpty();
    }
}
