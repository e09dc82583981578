package io.tidemark.lab.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.tidemark.lab.demo.Wares.Person;

/** What the pages of tills and handhelds have alike: a dialog over the rest, a scanner, people. */
abstract class DeviceScreen {
    final Page page;
    final Screen all;
    final Screen dialog;

    DeviceScreen(Page page) {
        this.page = page;
        all = Screen.of(page);
        dialog = all.part("#dialog");
    }

    Screen all() {
        return all;
    }

    Screen dialog() {
        return dialog;
    }

    /** Into the dialog that asks for it. */
    void identify(Person who, String name) {
        dialog.fill("Operator number", who.number());
        dialog.fill("PIN", who.pin());
        dialog.press("Sign on");
        operatorIs(name);
    }

    void operatorIs(String name) {
        assertThat(page.locator("#operator")).hasText(name);
    }

    /** As a scanner types it. */
    void scan(String code) {
        page.locator("#scan").fill(code);
        enters();
    }

    /** Behind what is there, and no further. */
    void types(String some) {
        page.locator("#scan").pressSequentially(some);
    }

    void enters() {
        page.locator("#scan").press("Enter");
    }
}
