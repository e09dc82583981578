package io.tidemark.lab.demo;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One day in a shop by its pages alone, in a real browser: two tills, a handheld, the gateway and
 * head office. The tests stand with whom they are about, and each goes on where the one before it
 * ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class PagesSystemTest implements PagesOfTills, PagesOfTheHandheld, PagesOfTheOffices {
    @TempDir static Path dir;

    private static ShopInBrowser in;

    @BeforeAll
    static void open() throws IOException {
        in = ShopInBrowser.open(dir);
    }

    @AfterAll
    static void close() {
        if (in != null) in.close();
    }

    @Override
    public ShopInBrowser in() {
        return in;
    }
}
