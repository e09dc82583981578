package io.tidemark.lab.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.tidemark.lab.demo.Wares.Person;

/** A handheld's page as somebody in the aisle uses it, on a screen 360 pixels wide. */
final class HandheldScreen extends DeviceScreen {
    static final int WIDTH = 360;
    static final int HEIGHT = 740;

    HandheldScreen(Page page) {
        super(page);
    }

    void signOn(Person who, String name) {
        all.press("Sign on");
        identify(who, name);
    }

    /** One of the tiles. */
    void open(String tile) {
        all.press(tile);
        assertThat(page.locator("#title")).hasText(tile);
        fits();
    }

    void home() {
        page.locator("#back").click();
        all.says("Receive delivery", "End of day");
        fits();
    }

    /** Scans it and says how much there is of it. */
    void take(String code, String article, String quantity) {
        scan(code);
        dialog.says(article);
        fits();
        dialog.fill("Quantity", quantity);
        dialog.press("OK");
        all.part("#screen").says(article, quantity);
    }

    void send(String key, String told) {
        all.press(key);
        dialog.says(told, "on this device's disk");
        fits();
    }

    void done() {
        dialog.press("OK");
        all.says("Receive delivery", "End of day");
    }

    /** Nobody has to push the page sideways. */
    private void fits() {
        Object width = page.evaluate("document.scrollingElement.scrollWidth");
        assertThat(width).as("width of " + page.locator("#title").innerText()).isEqualTo(WIDTH);
    }
}
