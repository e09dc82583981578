package io.tidemark.edge.till;

import static io.tidemark.edge.RunningTill.newId;
import static io.tidemark.edge.RunningTill.sale;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.edge.RunningTill;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.proof.HeadCode;
import io.tidemark.ledger.proof.ReceiptProof;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages as a browser gets them, and what they need that no other program asks for. */
class TillPagesTest extends TillOfTheShop {
    private static final Pattern REFERRED =
            Pattern.compile("(?:from |import\\()'\\./([a-z0-9-]+\\.js)'");
    private static final Pattern ELEMENT = Pattern.compile("byId\\('([a-z-]+)'\\)");

    @Test
    void every_script_that_a_page_needs_is_there() {
        for (String start : new String[] {"till.js", "handheld.js"})
            assertThat(scriptsFrom(start)).hasSizeGreaterThan(5);
    }

    @Test
    void every_element_that_the_tills_scripts_look_for_is_on_its_page() {
        String page = till.get("/").body();

        for (String script : scriptsFrom("till.js")) {
            Matcher found = ELEMENT.matcher(till.get("/assets/" + script).body());
            while (found.find()) assertThat(page).contains("id=\"" + found.group(1) + "\"");
        }
    }

    @Test
    void goods_have_their_page_at_a_till_too() {
        assertThat(till.get("/goods").body()).contains("assets/handheld.js");
    }

    @Test
    void goods_are_received_and_thrown_away_at_a_till_in_its_open_day() {
        till.openDay();

        Json wasted =
                Json.of(
                        till.post(
                                "/api/v1/stock/waste",
                                """
                                {"commandId": "%s", "operator": "Mary", "reason": "broken",
                                 "lines": [{"plu": "85123A", "quantity": "1"}]}\
                                """
                                        .formatted(newId())));

        assertThat(wasted.text("kind")).isEqualTo("WASTE");
        assertThat(Json.of(till.get("/api/v1/stock/entries")).text("0.kind")).isEqualTo("WASTE");
    }

    @Test
    void a_receipts_QR_code_carries_the_head_that_its_till_signed() {
        till.openDay();
        Json sold = Json.of(till.post("/api/v1/sales", sale(newId(), "1", 255)));

        Json told = Json.of(till.get("/api/v1/receipts/1/proof"));

        ReceiptProof proof = ReceiptProof.parse(Base64.getDecoder().decode(told.text("proof")));
        assertThat(verdict(proof, sold.number("entry.sequence")))
                .isInstanceOf(ReceiptProof.Verdict.Proven.class);
        assertThat(told.text("entry.hash")).isEqualTo(sold.text("entry.hash"));
        assertThat(told.text("signed.hash")).isEqualTo(proof.head().hash().hex());
        assertThat(told.text("code")).isEqualTo(HeadCode.of(proof.head()));
    }

    @Test
    void a_receipt_that_was_never_given_is_not_proven() {
        assertThat(till.get("/api/v1/receipts/99/proof").statusCode()).isEqualTo(404);
    }

    @Test
    void the_x_report_tells_what_was_out_of_the_ordinary() {
        till.openDay();
        till.post("/api/v1/returns", sale(newId(), "-1", -255));

        Json report = Json.of(till.get("/api/v1/x-report"));

        assertThat(report.text("tallies.1.kind") + report.number("tallies.1.count"))
                .isEqualTo("RETURN_WITHOUT_RECEIPT1");
    }

    private static ReceiptProof.Verdict verdict(ReceiptProof proof, long sequence) {
        JournalId journal = proof.head().journal();
        return proof.verify(journal, sequence, RunningTill.TILL_KEY.verifier());
    }

    private Set<String> scriptsFrom(String start) {
        Set<String> seen = new HashSet<>(Set.of(start));
        Deque<String> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            var answer = till.get("/assets/" + next.pop());
            assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(200);
            Matcher found = REFERRED.matcher(answer.body());
            while (found.find()) if (seen.add(found.group(1))) next.push(found.group(1));
        }
        return seen;
    }
}
