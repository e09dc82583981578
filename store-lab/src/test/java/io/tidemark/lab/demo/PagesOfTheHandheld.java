package io.tidemark.lab.demo;

import java.io.IOException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What somebody does in the aisles, on a screen 360 pixels wide. */
interface PagesOfTheHandheld {
    ShopInBrowser in();

    @Test
    @Order(100)
    default void a_handheld_looks_an_article_up_by_PLU_and_by_GTIN() {
        handheld().signOn(Wares.WIM, "Wim");

        handheld().scan("30003");
        handheld()
                .all()
                .says(
                        "MINCE",
                        "8.00 GBP",
                        "for one kilogram",
                        "VAT 5 %",
                        "In the store: -1.25 kg, never counted");
        handheld().scan("4006381333931");
        handheld()
                .all()
                .says("PEAR", "0.40 GBP", "for one piece", "GTIN 4006381333931", "In the store: ");
        handheld().scan("10001");
        handheld().all().says("APPLE", "From 2024-03-02: 0.50 GBP");
        handheld().home();
    }

    @Test
    @Order(105)
    default void what_is_being_typed_stays_while_the_day_begins() throws IOException {
        handheld().all().says("no day is open");
        handheld().types("300");

        TillCommands.done(
                in().shop().store().handhelds().getFirst(),
                "stock/shelf-prices",
                TillCommands.command().put("plu", "10001").put("shelf", "0.35"));

        handheld().all().says("2024-03-01 is open");
        handheld().types("03");
        handheld().enters();
        handheld().all().says("MINCE", "8.00 GBP");
        handheld().home();
    }

    @Test
    @Order(110)
    default void goods_are_received_counted_blind_wasted_and_sent_on_360_pixels() {
        handheld().open("Receive delivery");
        handheld().all().fill("Supplier", "Orchard");
        handheld().take("10001", "APPLE", "20");
        handheld().send("Receive", "Received");
        handheld().done();

        handheld().open("Count");
        handheld().take("20002", "PEAR", "5");
        handheld().home();
        handheld().all().says("1 not recorded yet");
        handheld().scan("20002");
        handheld().all().says("In the store: not told while a count is open.");
        handheld().home();
        handheld().open("Count");
        handheld().send("Submit count", "Counted");
        handheld().done();

        handheld().open("Waste");
        handheld().take("20002", "PEAR", "1");
        handheld().all().press("Broken");
        handheld().send("Record waste", "Recorded");
        handheld().done();

        handheld().open("Transfer out");
        handheld().all().fill("To store", "store-2");
        handheld().take("10001", "APPLE", "2");
        handheld().send("Send", "Sent");
        handheld()
                .dialog()
                .says("Transfer to store-2. Send this number with the goods:", "store-1.");
        handheld().done();

        handheld().open("Transfer in");
        handheld().scan("store-2.handheld-1.1-7");
        handheld().take("20002", "PEAR", "6");
        handheld().send("Take in", "Taken in");
        handheld().done();
    }

    @Test
    @Order(120)
    default void a_shelf_that_shows_another_price_is_told_at_once() {
        handheld().open("Shelf price");
        handheld().scan("10001");
        handheld().dialog().fill("Price on the shelf", "0.45");
        handheld().dialog().press("Check");

        handheld()
                .all()
                .says("Wrong", "The till asks 0.35 GBP, the shelf says 0.45. Print a new label.");
        handheld().home();
        handheld().open("Today");
        handheld()
                .all()
                .says(
                        "Delivery",
                        "Count",
                        "Waste",
                        "Transfer out",
                        "Transfer in",
                        "Shelf price wrong");
        handheld().home();
    }

    private HandheldScreen handheld() {
        return in().handheld();
    }
}
