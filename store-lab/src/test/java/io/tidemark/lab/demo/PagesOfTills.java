package io.tidemark.lab.demo;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What cashiers do at the pages of two tills. */
interface PagesOfTills {
    ShopInBrowser in();

    @Test
    @Order(10)
    default void a_cashier_signs_on_with_number_and_PIN() {
        first().dialog().fill("Operator number", Wares.ANNA.number());
        first().dialog().fill("PIN", "0000");
        first().dialog().press("Sign on");
        first().dialog().says("PIN is wrong");

        first().signOn(Wares.ANNA, "Anna");
        second().signOn(Wares.BEN, "Ben");

        first().all().says("Business day", TestShop.DAY.toString(), "The basket is empty");
    }

    /** 20 % off the mince are more than a cashier may give, and 0.50 more off all. */
    @Test
    @Order(20)
    default void a_sale_at_two_VAT_rates_with_discounts_is_allowed_by_a_supervisor() {
        first().scan("3*10001", "APPLE", "1.05 GBP");
        first().scan("1.25*30003", "MINCE", "10.00 GBP");
        first().discount("On this line", "20", "percent", "Short date");
        first().total("9.05 GBP");
        first().discount("On the basket", "0.50", "amount", "Regular customer");
        first().total("8.55 GBP");
        first().totalNote("2 lines, VAT 0.53 GBP included, discounts −2.50 GBP");

        first().payCash("8.55 GBP", "10");
        first().allow("discount", "sell it today");

        first().dialog().says("Sale recorded", "Change 1.45 GBP", "Receipt 1", "Served by 101");
        first().dialog().says("Short date 20 % −2.00 GBP", "Regular customer −0.44 GBP");
        first().dialog().says("VAT 20 % of 0.82 GBP 0.17 GBP", "VAT 5 % of 7.20 GBP 0.36 GBP");
        first().dialog().says("Allowed by 201: discount (sell it today)");
        first().nextCustomer();
    }

    @Test
    @Order(30)
    default void a_line_is_taken_out_and_another_price_needs_a_reason() {
        first().scan("10001", "APPLE", "0.35 GBP");
        first().scan("20002", "PEAR", "0.40 GBP");
        first().all().press("Remove");
        first().total("0.35 GBP");
        first().price("0.30", "");
        first().dialog().says("Say why it is not the listed price");
        first().dialog().fill("Reason", "Damaged");
        first().dialog().press("OK");
        first().line("APPLE").says("listed 0.35", "0.30 GBP");

        first().payByCard("0.30 GBP");
        first().allow("price", "it has a bruise");

        first().dialog().says("Receipt 2", "instead of 0.35: Damaged", "Card 0.30 GBP");
        first().nextCustomer();
    }

    @Test
    @Order(40)
    default void a_basket_waits_and_is_taken_up_and_paid_at_the_other_till() {
        first().scanMeasured("40004", "OIL", "How many (l)", "0,75");
        first().line("OIL").says("3.15 GBP");
        String basket = first().suspend();

        second().takeUp(basket);
        second().line("OIL").says("0.75 l", "3.15 GBP");
        second().payCash("3.15 GBP", "3.15");

        second().dialog()
                .says("Sale recorded", "Receipt 1", "OIL", "VAT 20 % of 2.62 GBP 0.53 GBP");
        second().nextCustomer();
    }

    @Test
    @Order(50)
    default void goods_of_the_other_till_come_back_by_their_receipts_number() {
        shop().awaitMarked();
        second().findReceipt("T1", "1");
        second().dialog()
                .says("Receipt 1 of T1", "APPLE: 3 of 3 pc left", "MINCE: 1.25 of 1.25 kg left");
        second().dialog().fill("APPLE", "1");
        second().dialog().press("Go on");

        second().payBack("0.33 GBP", "Faulty", "it is rotten");
    }

    @Test
    @Order(60)
    default void a_receipt_is_printed_again_and_then_taken_back_whole() {
        first().scan("5*10001", "APPLE", "1.75 GBP");
        first().payCash("1.75 GBP", "2");
        first().dialog().says("Change 0.25 GBP");
        first().nextCustomer();

        first().openReceipt(3);
        first().dialog().press("Print a copy");
        first().printed().says("COPY 1", "Receipt 3", "1.75 GBP");
        first().dialog().press("Take back");
        first().dialog().press("Wrong amount");
        first().dialog().press("Take back");
        first().allow("post-void", "saw it happen");

        first().dialog().says("Post-void recorded", "Post-void 4", "Total \u22121.75 GBP");
        first().nextCustomer();
    }

    @Test
    @Order(70)
    default void training_is_seen_and_sells_nothing() {
        first().operatorMenu("Training mode");
        first().all().says("Training: nothing is sold, and no receipt is one");
        first().scan("20002", "PEAR", "0.40 GBP");
        first().payCash("0.40 GBP", "0.40");
        first().dialog().says("Training: nothing was sold", "TRAINING · NOT A RECEIPT");
        first().nextCustomer();

        first().operatorMenu("End training");

        first().all().doesNotSay("Training: nothing is sold");
    }

    /** The other till is cut off, and takes back what has come back already. */
    @Test
    @Order(80)
    default void goods_come_back_unchecked_where_the_gateway_is_away() {
        first().scan("20002", "PEAR", "0.40 GBP");
        first().payCash("0.40 GBP", "0.40");
        first().nextCustomer();
        shop().awaitMarked();
        shop().till(1).way().cut();
        second().says("offline");
        first().findReceipt("T1", "5");
        first().dialog().press("Everything");
        first().dialog().press("Go on");
        first().payBack("0.40 GBP", "Changed mind", "unopened");

        second().findReceipt("T1", "5");
        second().dialog().says("This receipt cannot be checked");
        second().dialog().press("Take back unchecked");
        second().dialog().fill("Scan the article", "20002");
        second().dialog().press("Add");
        second().dialog().says("1. PEAR", "1 pc × 0.40");
        second().dialog().press("Go on");
        second().payBack("0.40 GBP", "Faulty", "unopened");

        shop().till(1).way().restore();
        shop().awaitMarked();
    }

    /** Suspended here, taken up here offline, and by the other till that cannot know. */
    @Test
    @Order(90)
    default void a_basket_is_taken_up_by_both_tills_where_one_is_cut_off() {
        first().scan("20002", "PEAR", "0.40 GBP");
        String basket = first().suspend();
        first().scan("1*40004", "OIL", "4.20 GBP");
        first().suspend();
        shop().awaitMarked();
        shop().till(0).way().cut();
        first().says("offline");

        first().takeUp(basket);
        first().payCash("0.40 GBP", "0.40");
        first().nextCustomer();
        second().takeUp(basket);
        second().payCash("0.40 GBP", "0.40");
        second().nextCustomer();

        shop().till(0).way().restore();
        shop().awaitMarked();
    }

    /** In training mode, so that it is in no figure that the rest of the day is held to. */
    @Test
    @Order(100)
    default void spirits_with_their_deposit_and_a_tip_are_paid_in_euros_by_somebody_old_enough() {
        second().operatorMenu("Training mode");
        second().scan(Wares.GIN, "GIN", "17.00 GBP");
        second().line("BOTTLE").says("deposit", "0.20 GBP");
        second().total("17.20 GBP");

        second().otherMoney("Tip");
        second().dialog().fill("For those who serve", "1");
        second().dialog().press("OK");
        second().total("18.20 GBP");
        second().otherMoney("Cash in EUR");
        second().dialog().says("Sold from 18 years on", "born on 2006-03-01 or before");
        second().dialog().press("Document seen");
        second().dialog().says("EUR for 18.20 GBP", "One EUR counts as 0.86 GBP");
        second().dialog().fill("Cash given in EUR", "25");
        second().dialog().says("Change", "3.30 GBP");
        second().dialog().press("Taken");

        second().dialog()
                .says(
                        "BOTTLE",
                        "Tip 1.00 GBP",
                        "Cash 25.00 EUR at 0.86 21.50 GBP",
                        "Change 3.30 GBP",
                        "Sold from 18 years on: document seen");
        second().nextCustomer();
    }

    @Test
    @Order(110)
    default void a_gift_card_is_sold_by_its_number_and_one_that_nobody_knows_is_said_so() {
        second().scan(Wares.GIFT_CARD);
        second().dialog().says("GIFT CARD", "Number of the card");
        second().dialog().fill("Number of the card", "6006-1234");
        second().dialog().press("OK");
        second().dialog().fill("What goes onto it", "25");
        second().dialog().press("OK");
        second().line("GIFT CARD").says("gift card", "25.00 GBP");

        second().otherMoney("Gift card");
        second().dialog().fill("Number of the card", "6006-9");
        second().dialog().press("OK");
        second().dialog().says("Nobody can tell what is on it", "this store did not sell it");
        second().dialog().press("Back");
        second().payByCard("25.00 GBP");

        second().dialog().says("GIFT CARD …1234", "VAT 0 % of 25.00 GBP 0.00 GBP");
        second().nextCustomer();
        second().operatorMenu("End training");
    }

    @Test
    @Order(120)
    default void a_gift_card_of_one_till_pays_at_the_other_which_asks_the_gateway() {
        second().scan(Wares.GIFT_CARD);
        second().dialog().fill("Number of the card", "6006-77");
        second().dialog().press("OK");
        second().dialog().fill("What goes onto it", "25");
        second().dialog().press("OK");
        second().payByCard("25.00 GBP");
        second().dialog().says("GIFT CARD …6-77");
        second().nextCustomer();
        shop().awaitMarked();

        first().scan("20002", "PEAR", "0.40 GBP");
        first().giftCard("6006-77", "25.00 GBP left");
        first().dialog().press("OK");
        first().dialog().says("Take 0.40 GBP from the gift card");
        first().dialog().press("Taken");

        first().dialog().says("Sale recorded", "Gift card …6-77 0.40 GBP");
        first().nextCustomer();
    }

    /** 100 at 0.62 less a hundredth; and 20 at a rate that is out of range, which is taken back. */
    @Test
    @Order(130)
    default void dollars_are_bought_and_sold_and_an_exchange_is_taken_back() {
        first().exchange("BUY", "100", "", "To the customer 61.38 GBP");
        first().dialog().says("Exchanged", "Bought 100.00 USD", "at 0.62 62.00 GBP");
        first().dialog().press("Done");

        first().exchange("SELL", "20", "0.7", "a supervisor must allow it");
        first().allow("exchange rate", "a regular customer");
        first().dialog().says("Exchanged", "Sold 20.00 USD", "From the customer 14.14 GBP");
        first().dialog().press("Take back");
        first().dialog().fill("Reason", "Changed their mind");
        first().dialog().press("Take back");
        first().allow("post-void", "counted the notes");
        first().dialog().says("Taken back", "To the customer 14.14 GBP");
        first().dialog().press("Done");
    }

    @Test
    @Order(140)
    default void cash_is_given_by_one_person_and_confirmed_by_another_at_once_or_later() {
        first().moveCash("Loan", "5.00");
        first().confirm("5.00");
        first().moveCash("Pickup", "5.00");
        first().later();

        first().toBeConfirmed("Pickup · 5.00 GBP");

        first().dialog().says("Pickup: 5.00 GBP is on the record");
        first().confirm("4.90");
        first().all().press("Cash drawer");
        first().dialog().press("Confirm cash");
        first().dialog().says("Opening float · 100.00 GBP");
        first().dialog().doesNotSay("Pickup");
        first().dialog().press("Close");
    }

    @Test
    @Order(150)
    default void drawers_are_counted_blind_and_what_is_off_is_explained_and_allowed() {
        first().countOff("47.54", "100", "Wrong change given");
        Screen z = first().closeTheDay();
        z.says(
                "1 suspended basket waits, not paid",
                "Transactions 8",
                "Gross 9.65 GBP",
                "VAT 0.72 GBP");
        z.row("S 20 %").says("1.73 GBP", "0.36 GBP");
        z.row("R 5 %").says("7.20 GBP", "0.36 GBP");
        z.row("Post-voids").says("2", "15.75 GBP");
        z.row("Lines removed").says("1", "0.40 GBP");
        z.row("Training").says("1", "0.40 GBP");
        z.row("Copies").says("1");
        z.row("Cash moved, to be confirmed").says("3");
        z.row("Confirmed otherwise").says("1");
        z.row("Opening float").says("100.00 GBP");
        z.says("Expected 47.57 GBP", "Counted 47.54 GBP", "Over/short \u22120.03 GBP");
        z.says("Expected 100.00 USD", "Over/short 0.00 USD");
        z.press("Close");

        handheld().all().press("End of day");
        handheld().dialog().press("End the day");
        handheld().dialog().says("Z 1 of 2024-03-01", "Delivery 20 pieces", "Count 5 pieces");
        handheld().done();
    }

    private TillScreen first() {
        return in().first();
    }

    private TillScreen second() {
        return in().second();
    }

    private HandheldScreen handheld() {
        return in().handheld();
    }

    private TestShop shop() {
        return in().shop();
    }
}
