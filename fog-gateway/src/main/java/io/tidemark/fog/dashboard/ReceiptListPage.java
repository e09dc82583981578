package io.tidemark.fog.dashboard;

import io.tidemark.fog.ledger.GatewayLedger;
import io.tidemark.fog.ledger.ReceiptSearch;
import java.util.List;
import java.util.Optional;

/** Receipts of a day as their page shows them. */
public record ReceiptListPage(
        String day,
        String dayInWords,
        Asked asked,
        List<Row> rows,
        String range,
        Optional<String> before,
        Optional<String> after) {
    static final int ROWS_MAX = 50;

    /** What was typed, to stand in its fields again. */
    public record Asked(String till, String operator, String number, String amount) {
        static Asked of(ReceiptQuestion question) {
            return new Asked(
                    ReceiptQuestion.given(question.till()),
                    ReceiptQuestion.given(question.operator()),
                    ReceiptQuestion.given(question.number()),
                    ReceiptQuestion.given(question.amount()));
        }

        String inAddress() {
            return "&till="
                    + Address.inQuery(till)
                    + "&operator="
                    + Address.inQuery(operator)
                    + "&number="
                    + Address.inQuery(number)
                    + "&amount="
                    + Address.inQuery(amount);
        }
    }

    public record Row(
            String number,
            String link,
            String time,
            String till,
            String operator,
            String kind,
            boolean isSale,
            String lines,
            String gross) {}

    static ReceiptListPage of(ReceiptSearch search, ReceiptQuestion question, StoreView view) {
        ReceiptSearch.Wanted wanted = question.wanted(view.today(), view.facts().currency());
        ReceiptSearch.Page found = search.find(wanted, question.first(), ROWS_MAX);
        Asked asked = Asked.of(question);
        String here = "/receipts?day=" + wanted.day() + asked.inAddress() + "&from=";
        int end = found.from() + found.receipts().size();
        return new ReceiptListPage(
                wanted.day().toString(),
                Shown.day(wanted.day()),
                asked,
                found.receipts().stream().map(receipt -> row(wanted, receipt)).toList(),
                range(found, end),
                found.from() == 0
                        ? Optional.empty()
                        : Optional.of(here + Math.max(0, found.from() - ROWS_MAX)),
                end >= found.total() || found.receipts().isEmpty()
                        ? Optional.empty()
                        : Optional.of(here + end));
    }

    private static String range(ReceiptSearch.Page found, int end) {
        if (found.receipts().isEmpty()) return "";
        return Shown.count(found.from() + 1L)
                + " to "
                + Shown.count(end)
                + " of "
                + Shown.count(found.total());
    }

    private static Row row(ReceiptSearch.Wanted wanted, GatewayLedger.Receipt receipt) {
        return new Row(
                String.valueOf(receipt.number()),
                Address.receipt(wanted.day(), receipt.workstation(), receipt.number()),
                Shown.clock(receipt.madeAt()),
                receipt.workstation(),
                receipt.operator(),
                Shown.words(receipt.kind()).replace(' ', '-'),
                receipt.kind().equals("SALE"),
                Shown.count(receipt.lines()),
                Shown.amount(receipt.gross(), receipt.currency()));
    }
}
