package io.tidemark.cloud.headoffice;

import io.tidemark.cloud.books.CloseDownRef;
import io.tidemark.cloud.books.Posting;
import io.tidemark.cloud.books.PostingLine;
import io.tidemark.cloud.books.Statement;
import io.tidemark.cloud.books.TrialBalance;
import io.tidemark.ledger.money.Money;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The books as tables for other programs (RFC 4180). Amounts are decimals, debits positive; a text
 * that a spreadsheet would take for a formula is quoted with an apostrophe.
 */
final class BooksCsv {
    private static final String END = "\r\n";
    private static final String CLOSE_DOWN =
            "store,day,z,supplement,rules,epoch,sequence,hash,of,account,name,detail,amount,currency";

    private BooksCsv() {}

    static String of(TrialBalance balance) {
        StringBuilder csv =
                new StringBuilder("account,name,kind,detail,balance,currency").append(END);
        for (TrialBalance.InCurrency in : balance.currencies())
            for (TrialBalance.Line line : in.lines())
                row(
                        csv,
                        line.account().code(),
                        line.account().name(),
                        line.account().kind().label(),
                        line.detail(),
                        decimal(line.balance()),
                        in.currency().code());
        return csv.toString();
    }

    static String of(List<Posting> postings) {
        StringBuilder csv = new StringBuilder(CLOSE_DOWN).append(END);
        for (Posting posting : postings)
            for (PostingLine line : posting.lines())
                row(csv, cells(posting.of(), posting.rules(), line).toArray(String[]::new));
        return csv.toString();
    }

    static String of(Statement statement) {
        StringBuilder csv = new StringBuilder(CLOSE_DOWN).append(",balance").append(END);
        for (Statement.Line line : statement.lines())
            row(
                    csv,
                    Stream.concat(
                                    cells(line.of(), line.rules(), line.line()),
                                    Stream.of(decimal(line.balance())))
                            .toArray(String[]::new));
        return csv.toString();
    }

    private static Stream<String> cells(CloseDownRef of, int rules, PostingLine line) {
        return Stream.of(
                of.store(),
                of.day().toString(),
                Long.toString(of.zNumber()),
                Integer.toString(of.supplement()),
                Integer.toString(rules),
                Integer.toString(of.epoch()),
                Long.toString(of.sequence()),
                of.hash().hex(),
                line.measure().label(),
                line.account().code(),
                line.account().name(),
                line.detail(),
                decimal(line.amount()),
                line.amount().currency().code());
    }

    private static String decimal(Money money) {
        return money.decimal().toPlainString();
    }

    private static void row(StringBuilder csv, String... cells) {
        csv.append(Stream.of(cells).map(BooksCsv::cell).collect(Collectors.joining(",")))
                .append(END);
    }

    private static String cell(String text) {
        boolean formula = text.matches("(?s)[=+@\\t\\r].*|-[^0-9].*");
        String safe = formula ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
