package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.lab.shop.ClosingTime;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the store's manager sees at the gateway, and head office of the store. */
interface PagesOfTheOffices {
    ShopInBrowser in();

    @Test
    @Order(130)
    default void the_gateway_lists_what_is_short_and_which_labels_are_wrong() {
        in().shop().awaitMarked();
        Screen page = in().gateway("stock?show=negative");
        page.row("MINCE").says("30003", "\u22121.25", "kg", "never counted");
        page.row("OIL").says("\u22120.75", "l");
        page.part("table").doesNotSay("APPLE", "PEAR");

        page.follow("Shelf labels");
        page.row("APPLE").says("10001", "0.45", "0.35", "GBP", "103 with handheld-1");
        assertThat(in().gatewayApi("/api/v1/shelf-prices").findValuesAsText("plu"))
                .containsExactly("10001");

        page.follow("Devices");
        for (String device : new String[] {"till-1", "till-2", "handheld-1"})
            page.row(device).says("v2");
        page.says("live", "sold by at 3 of 3 devices");
    }

    @Test
    @Order(140)
    default void the_gateway_shows_what_was_done_twice() {
        Screen page = in().gateway("exceptions");

        page.row("PEAR")
                .says("T1 receipt 5, line 1", "T1 receipt 6", "T2 receipt 3", "not checked");
        page.row("T1 receipt 7").says("T1 by 101", "T2 by 102", "T2 receipt 4 0.40 GBP");
        page.row("4.20 GBP").says("T1", "101", "1");
        assertThat(in().gatewayApi("/api/v1/resumed-twice")).hasSize(1);
        assertThat(in().gatewayApi("/api/v1/suspended-baskets").toString()).contains("420");

        page.follow("T1 receipt 5");
        page.says(
                "Receipt 5 of T1",
                "sale by 101",
                "PEAR",
                "Came back",
                "T1 receipt 6",
                "T2 receipt 3");
        page.row("T2 receipt 3").says("1", "by 102", "not checked");
    }

    @Test
    @Order(160)
    default void
            the_store_is_closed_without_a_till_on_the_dashboard_where_a_supervisor_allows_it() {
        in().shop().awaitMarked();
        Screen page = in().gateway("");
        page.says("live", "37.47");
        page.row("till-1").says("8", "9.65");
        page.row("till-2").says("5", "27.82");
        Screen closing = page.part("#closing");
        assertThat(closing.key("Close the day").isDisabled()).isTrue();
        closing.area().getByText("Close without till-2").first().click();
        closing.press("Close without till-2");
        Screen ask = page.part("#ask");
        ask.says("is made without till-2, and says so and who allowed it.");
        ask.fill("Your name", "Mia");
        ask.fill("Number", Wares.SUPERVISOR.number());
        ask.fill("PIN", "00000");
        ask.fill("Reason", "its drawer is still counted");
        ask.press("Close the day");
        ask.says("the number or the PIN is wrong: try again");

        ask.fill("PIN", Wares.SUPERVISOR.pin());
        ask.press("Close the day");

        closing.says("Store Z 1", "closed without: till-2", "37.47");
        Screen z = in().gateway("days/" + TestShop.DAY + "/z");
        z.says("closed without: till-2", "Sam", "its drawer is still counted");
        in().gateway("exchange?day=" + TestShop.DAY).row("USD", "0.620000").says("+2.00");
    }

    @Test
    @Order(170)
    default void what_the_till_brings_later_is_made_a_supplement_on_the_dashboard() {
        Screen page = in().gateway("");
        page.part("#closing").says("closed without: till-2");
        in().second()
                .countCoins(
                        Map.of("50.00", 2, "2.00", 1, "0.50", 1, "0.20", 1, "0.10", 1, "0.02", 1));
        Screen till = in().second().closeTheDay();
        till.says("Expected 102.82 GBP", "Over/short 0.00 GBP");
        till.press("Close");
        page.row("till-2").says("Z 1");
        page.part("#closing").doesNotSay("supplement without till-2");

        page.part("#closing").press("Make a supplement");
        Screen ask = page.part("#ask");
        ask.says("A supplement to the store Z of 2024-03-01 is made and signed.");
        ask.doesNotSay("A supervisor allows it");
        ask.fill("Your name", "Mia");
        ask.press("Close the day");

        page.part("#closing").says("Supplement 1 to store Z 1", "complete");
        in().gateway("days/" + TestShop.DAY + "/z").says("Supplement 1 to store Z 1");
    }

    @Test
    @Order(180)
    default void the_store_Z_and_the_exchange_page_tell_the_whole_day_and_exports_are_saved()
            throws IOException {
        Screen z = in().gateway("days/" + TestShop.DAY + "/z");
        z.says("Exchange", "Out of the ordinary", "Grand totals", "Merkle root");
        z.showsWhole(".wide");

        Screen exchange = in().gateway("exchange?day=" + TestShop.DAY);
        exchange.row("USD", "0.620000").says("100.00 USD", "62.00 GBP", "64.00 GBP");
        exchange.row("USD", "0.64", "0.66").says("0.61", "0.68");
        exchange.row("takes back").says("T1, 101", "20.00 USD", "0.7");

        assertThat(Files.readString(in().downloaded("SAF-T"))).startsWith("<?xml").contains("USD");
        assertThat(Files.readString(in().downloaded("journal"))).contains("USD");
        assertThat(in().downloaded("DSFinV-K")).isNotEmptyFile();
    }

    @Test
    @Order(190)
    default void head_office_has_the_day_and_leads_from_its_books_to_a_proven_receipt() {
        new ClosingTime(in().shop().laboratory(), TestShop.DAY).awaitFiled();
        Screen page = in().headOffice();
        page.row("Store 1").says("closed", "Z 1", "37.47", "\u22120.03");
        page.follow("closed");
        page.says("Store Z 1", "Gross takings 37.47", "VAT 1.19 net 36.28");
        page.row("T1", "till-1").says("9.65");

        page.follow("Books");
        page.says("Trial balance", "debits and credits are equal");
        page.row("4000 Sales", "Butchery").says("7.20");
        page.row("4000 Sales", "Butchery").follow("4000 Sales");
        page.says("brought forward");
        page.row("Z 1").follow("Z 1");
        page.says("Posting of Store 1", "Store Z 1, posted by rules");
        page.follow("the store's Z with its totals");
        page.says("Store Z 1", "Gross takings 37.47");
        page.follow("its posting");
        page.row("T1", "till-1").follow("have them shown");
        page.says("Receipts of T1", "Complete", "none is left out, added or altered");
        page.row("8.55").follow("1");
        page.says(
                "Receipt 1 of T1",
                "Proven",
                "till-1 signed the head at entry",
                "MINCE",
                "8.55 GBP");
    }
}
