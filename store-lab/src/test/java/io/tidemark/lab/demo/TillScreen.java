package io.tidemark.lab.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.tidemark.lab.demo.Wares.Person;
import java.util.Map;

/** A till's page as a cashier uses it: what they scan, press and type, and what they then read. */
final class TillScreen extends DeviceScreen {
    private static final int ASKED_MAX = 200;

    TillScreen(Page page) {
        super(page);
    }

    /** The page asks for it by itself where nobody is signed on. */
    void signOn(Person who, String name) {
        dialog.says("Sign on", "Operator number", "PIN");
        identify(who, name);
    }

    /** A code, or "3*10001" for three of them; the line appears with this amount. */
    void scan(String typed, String article, String amount) {
        scan(typed);
        line(article).says(amount);
    }

    /** A code of what goes by weight or measure: the page asks how much, and adds none unasked. */
    void scanMeasured(String code, String article, String asked, String much) {
        scan(code);
        dialog.says(article, asked);
        assertThat(line(article).area()).isHidden();
        dialog.fill(asked, "0");
        dialog.press("OK");
        dialog.says("Type what the scales or the measure show");
        dialog.fill(asked, much);
        dialog.press("OK");
    }

    Screen line(String article) {
        return all.part("#basket").row(article);
    }

    void choose(String article) {
        line(article).area().click();
    }

    void total(String amount) {
        assertThat(page.locator("#total")).hasText(amount);
    }

    void totalNote(String text) {
        all.part("#total-note").says(text);
    }

    /** Of the chosen line, or of the basket. */
    void discount(String of, String much, String unit, String why) {
        all.press("Discount");
        dialog.press(of);
        dialog.fill("How much", much);
        dialog.area().getByLabel("Percent or amount").selectOption(unit);
        dialog.fill("Reason", why);
        dialog.press("Take off");
    }

    void price(String one, String why) {
        all.press("Price");
        dialog.fill("Price of one", one);
        dialog.fill("Reason", why);
        dialog.press("OK");
    }

    void payCash(String due, String given) {
        all.press("Cash");
        dialog.says("Cash for " + due);
        dialog.fill("Cash given", given);
        dialog.press("Taken");
    }

    /** What is neither the store's own cash nor a card. */
    void otherMoney(String choice) {
        all.press("Gift card, foreign cash, tip");
        dialog.press(choice);
    }

    void payByCard(String due) {
        all.press("Card");
        dialog.says("Take " + due + " by card");
        dialog.press("Taken");
    }

    /** A supervisor comes and types number, PIN and why. */
    void allow(String act, String reason) {
        dialog.says("A supervisor must allow this", act);
        dialog.fill("Operator number", Wares.SUPERVISOR.number());
        dialog.fill("PIN", Wares.SUPERVISOR.pin());
        dialog.fill("Reason", reason);
        dialog.press("Allow");
    }

    void nextCustomer() {
        dialog.press("Next customer");
        assertThat(dialog.area()).isHidden();
    }

    /** One of this till's receipts of the day, shown again. */
    void openReceipt(long number) {
        all.press("Receipts");
        dialog.press(number + " ·");
        dialog.says("Copy of a receipt");
    }

    /** What would come out of the printer. */
    Screen printed() {
        return all.part("#print");
    }

    /**
     * @return the number on the slip that the customer gets
     */
    String suspend() {
        all.press("Waiting baskets");
        dialog.press("Suspend this basket");
        dialog.says("waits", "Suspended, not paid");
        String basket = dialog.part(".slip").area().innerText();
        nextCustomer();
        return basket;
    }

    /** Asks again, as a cashier does, until the gateway has told of it. */
    void takeUp(String basket) {
        for (int asked = 1; asked < ASKED_MAX; asked++) {
            all.press("Waiting baskets");
            dialog.says("basket");
            if (dialog.key(basket).isVisible()) break;
            dialog.press("Back");
        }
        dialog.press(basket);
        assertThat(dialog.area()).isHidden();
    }

    /** By what the receipt says of itself; answers with its lines, or that nobody has it. */
    void findReceipt(String workstation, String number) {
        all.press("Return with receipt");
        dialog.fill("Scan the receipt", number);
        dialog.fill("Till", workstation);
        dialog.press("Find");
    }

    void payBack(String amount, String why, String act) {
        dialog.says("Pay back " + amount);
        dialog.press(why);
        dialog.press("Cash");
        allow("return", act);
        dialog.says("Return recorded", "Reason: " + why, "Total \u2212" + amount);
        nextCustomer();
    }

    void says(String link) {
        all.part("#link").says(link);
    }

    void operatorMenu(String choice) {
        page.locator("#operator").click();
        dialog.press(choice);
    }

    void dayMenu(String choice) {
        all.press("Day and reports");
        dialog.press(choice);
    }

    /** What is in the drawer, told without being shown what should be. */
    private void countBlind() {
        dayMenu("Count");
        dialog.says("Count without looking at the report");
        dialog.doesNotSay("Expected");
    }

    /** By how many there are of each coin and note, such as {@code 50.00}. */
    void countCoins(Map<String, Integer> pieces) {
        countBlind();
        dialog.area().getByText("By coins and notes").first().click();
        pieces.forEach((face, count) -> dialog.fill("Pieces of " + face, String.valueOf(count)));
        dialog.press("Record count");
        dialog.says("Counted", "The count is on the record", "Over/short");
        dialog.press("OK");
    }

    /** Cash comes or goes, and somebody else is asked to confirm it. */
    void moveCash(String how, String amount) {
        all.press("Cash drawer");
        dialog.press(how);
        dialog.fill("Amount", amount);
        dialog.press("Record");
        dialog.says("The other person confirms", how + ": " + amount + " GBP is on the record");
    }

    /** What it comes to is shown before it is recorded. */
    void exchange(String what, String amount, String rate, String comesTo) {
        all.press("Cash drawer");
        dialog.press("Exchange currency");
        dialog.press("Exchange");
        dialog.says("From 500.00 GBP of one customer a day on, papers are to be seen");
        dialog.area().getByLabel("What").selectOption(what);
        dialog.fill("Amount in that currency", amount);
        dialog.fill("Another rate", rate);
        dialog.says(comesTo);
        dialog.press("Exchange");
    }

    /** Of a card that is paid with, whose balance the gateway is asked for. */
    void giftCard(String number, String left) {
        otherMoney("Gift card");
        dialog.fill("Number of the card", number);
        dialog.press("OK");
        dialog.says(left);
    }

    void later() {
        dialog.press("Later");
        assertThat(dialog.area()).isHidden();
    }

    /** By the supervisor, who says how much there was. */
    void confirm(String amount) {
        dialog.fill("Operator number", Wares.SUPERVISOR.number());
        dialog.fill("PIN", Wares.SUPERVISOR.pin());
        dialog.fill("They say, in GBP", amount);
        dialog.press("Confirm");
        assertThat(dialog.area()).isHidden();
    }

    void toBeConfirmed(String what) {
        all.press("Cash drawer");
        dialog.press("Confirm cash");
        dialog.press(what);
    }

    /**
     * A drawer that is off is counted again, explained, and looked at by somebody who did not
     * count.
     */
    void countOff(String amount, String dollars, String why) {
        countBlind();
        dialog.fill("Cash, in GBP", amount);
        dialog.press("Record count");
        dialog.says("Still to be counted: Cash USD");
        dialog.doesNotSay("Over/short");
        dialog.press("Count it");
        dialog.fill("Cash, in USD", dollars);
        dialog.press("Record count");
        dialog.says("Count again", "further off than this shop tolerates: Cash GBP");
        dialog.press("Count again");
        dialog.fill("Cash, in GBP", amount);
        dialog.press("Record count");
        dialog.says("Over or short", "still further off than this shop tolerates");
        dialog.press(why);
        dialog.press("Go on");
        allow("over or short", "counted it, too");
        dialog.says("Settled", "Over/short");
        dialog.press("OK");
    }

    Screen closeTheDay() {
        dayMenu("Close the day");
        dialog.says("The till Z is made now, once");
        dialog.press("Close the day");
        dialog.says("Till Z 1");
        return dialog;
    }
}
