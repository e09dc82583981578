package io.tidemark.lab.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's own browser, without a window, for tests to look at pages with. */
final class Chromium implements AutoCloseable {
    /** As root, in a container, and without a word to anybody outside. */
    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    /** Two cores may be at something else. */
    private static final double MILLIS_MAX = 20_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** What the browser and its driver write goes where the build's output is. */
    static Chromium start() throws IOException {
        Path executable = executable();
        Path own = Files.createDirectories(Path.of("target", "browser").toAbsolutePath());
        System.setProperty("playwright.driver.tmpdir", own.toString());
        Map<String, String> environment = new HashMap<>();
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        environment.put("TMPDIR", own.toString());
        environment.put("HOME", own.toString());
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        PlaywrightAssertions.setDefaultAssertionTimeout(MILLIS_MAX);
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable)
                                        .setArgs(FLAGS)
                                        .setEnv(environment)));
    }

    private static Path executable() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "chromium"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(
                                "There is no chromium on the PATH, and these tests look at pages"
                                        + " with it: install it (apt install chromium), or have"
                                        + " .ci/run do so."));
    }

    /** As on a till's screen. */
    Page open(String address) {
        return open(address, 1280, 900);
    }

    /** With nothing kept of another page's. */
    Page open(String address, int width, int height) {
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, height));
        page.setDefaultTimeout(MILLIS_MAX);
        page.navigate(address);
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
