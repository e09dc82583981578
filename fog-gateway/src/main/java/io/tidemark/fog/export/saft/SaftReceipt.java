package io.tidemark.fog.export.saft;

import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.TaxTotal;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A receipt as the schema cuts it: what was sold stands in lines, a tip is a raise and a cash
 * rounding an element of its own, and what was paid is the sum of the three.
 */
record SaftReceipt(
        CurrencyCode currency,
        List<Line> all,
        List<Tender> tenders,
        Money change,
        TransactionDetails details,
        String refers,
        boolean isTraining) {

    static SaftReceipt of(RetailTransaction sold, EntryHeader header) {
        return new SaftReceipt(
                sold.currency(),
                sold.lines(),
                sold.tenders(),
                sold.change(),
                sold.details(),
                refers(sold, header),
                false);
    }

    static SaftReceipt of(TrainingTransaction training) {
        return new SaftReceipt(
                training.currency(),
                training.lines(),
                training.tenders(),
                training.change(),
                training.details(),
                "",
                true);
    }

    /** Which receipts it takes back, as {@code store/workstation/day/receipt}. */
    private static String refers(RetailTransaction sold, EntryHeader header) {
        Stream<String> undone =
                sold instanceof PostVoided voided
                        ? Stream.of(
                                voided.original().store()
                                        + "/"
                                        + voided.original().workstation()
                                        + "/"
                                        + header.businessDay()
                                        + "/"
                                        + voided.original().receipt())
                        : Stream.of();
        return Stream.concat(undone, sold.lines().stream().flatMap(SaftReceipt::original))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> original(Line line) {
        OriginalLine original = line.original();
        if (original == null) return Stream.of();
        return Stream.of(
                original.store()
                        + "/"
                        + original.workstation()
                        + "/"
                        + original.day()
                        + "/"
                        + original.receipt());
    }

    static boolean isSold(LineKind kind) {
        return switch (kind) {
            case GOODS, DEPOSIT, GIFT_CARD -> true;
            case TIP, ROUNDING -> false;
        };
    }

    List<Line> lines() {
        return all.stream().filter(line -> isSold(line.details().kind())).toList();
    }

    Money gross() {
        return Money.sum(currency, lines(), Line::gross);
    }

    Money net() {
        return Money.sum(currency, lines(), Line::net);
    }

    Money of(LineKind kind) {
        return Money.sum(
                currency,
                all.stream().filter(line -> line.details().kind() == kind).toList(),
                Line::gross);
    }

    /** Sums of what its lines stored, by key and rate. */
    List<TaxTotal> taxes() {
        SortedMap<TaxCategory, List<Line>> byTax =
                lines().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Line::tax, TreeMap::new, Collectors.toList()));
        return byTax.entrySet().stream()
                .map(each ->
                        new TaxTotal(
                                each.getKey(),
                                Money.sum(currency, each.getValue(), Line::gross),
                                Money.sum(currency, each.getValue(), Line::taxAmount)))
                .toList();
    }
}
