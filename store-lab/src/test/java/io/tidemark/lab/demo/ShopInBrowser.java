package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;

/** A shop at work, with a page open at each of its devices. */
record ShopInBrowser(
        TestShop shop,
        Chromium chromium,
        TillScreen first,
        TillScreen second,
        HandheldScreen handheld)
        implements AutoCloseable {
    static ShopInBrowser open(Path directory) throws IOException {
        TestShop shop = TestShop.open(directory, 2, 1);
        try {
            Wares.publishForBureau(shop, directory);
            return looking(shop, Chromium.start());
        } catch (IOException | RuntimeException | AssertionError e) {
            shop.close();
            throw e;
        }
    }

    private static ShopInBrowser looking(TestShop shop, Chromium chromium) {
        String handheld = shop.store().handhelds().getFirst().node().address();
        return new ShopInBrowser(
                shop,
                chromium,
                new TillScreen(chromium.open(shop.till(0).node().address())),
                new TillScreen(chromium.open(shop.till(1).node().address())),
                new HandheldScreen(
                        chromium.open(handheld, HandheldScreen.WIDTH, HandheldScreen.HEIGHT)));
    }

    Screen gateway(String path) {
        return Screen.of(chromium.open(shop.store().gateway().address() + path));
    }

    /** What the browser saves of a link on the gateway's page of the day. */
    Path downloaded(String link) {
        Page page = chromium.open(shop.store().gateway().address());
        page.getByText("Export", new Page.GetByTextOptions().setExact(true)).click();
        return page.waitForDownload(() -> Screen.of(page).follow(link)).path();
    }

    Screen headOffice() {
        return Screen.of(chromium.open(shop.laboratory().headOffice().address()));
    }

    JsonNode gatewayApi(String path) {
        return shop.store().gatewayApi().get(path);
    }

    @Override
    public void close() {
        chromium.close();
        shop.close();
    }
}
