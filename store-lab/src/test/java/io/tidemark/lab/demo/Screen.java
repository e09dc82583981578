package io.tidemark.lab.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/** A page, or a dialog on it, as a person reads it and presses its keys. */
record Screen(Locator area) {
    static Screen of(Page page) {
        return new Screen(page.locator("body"));
    }

    Screen part(String selector) {
        return new Screen(area.locator(selector));
    }

    /** What stands there, line breaks taken for spaces; waits until it does. */
    void says(String... texts) {
        for (String text : texts)
            assertThat(area).containsText(text, new ContainsTextOptions().setUseInnerText(true));
    }

    void doesNotSay(String... texts) {
        for (String text : texts)
            assertThat(area)
                    .not()
                    .containsText(text, new ContainsTextOptions().setUseInnerText(true));
    }

    /** Each of these is shown in its whole width: nothing is found by scrolling aside alone. */
    void showsWhole(String selector) {
        Object cut =
                area.locator(selector)
                        .evaluateAll(
                                "all => all.filter(e => e.scrollWidth > e.clientWidth)"
                                        + ".map(e => e.innerText)");
        Assertions.assertThat((List<?>) cut).isEmpty();
    }

    /** The first key whose words begin so. */
    void press(String key) {
        key(key).click();
    }

    Locator key(String key) {
        return area.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(begins(key)))
                .first();
    }

    void follow(String link) {
        area.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(begins(link)))
                .first()
                .click();
    }

    void fill(String label, String value) {
        area.getByLabel(begins(label)).first().fill(value);
    }

    /** The row of a table in which all of these words stand. */
    Screen row(String... words) {
        Locator rows = area.getByRole(AriaRole.ROW);
        for (String word : words) rows = rows.filter(new Locator.FilterOptions().setHasText(word));
        return new Screen(rows.first());
    }

    /** A pattern of the browser's, which knows no quoting. */
    private static Pattern begins(String words) {
        String plain = words.replaceAll("[.*+?^$(){}|\\[\\]\\\\]", "\\\\$0");
        return Pattern.compile("^\\s*" + plain + "(?!\\w)");
    }
}
