package io.tidemark.node.web;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.AgeCheck;
import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.ReceiptKind;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A receipt as its device signed it, for the pages that show it: also what somebody did with it
 * that needed a reason or a supervisor.
 */
public record ReceiptView(EntryHeader header, RetailTransaction transaction) {
    /** Empty of an entry that is no receipt, or that this version cannot read. */
    public static Optional<ReceiptView> of(EntryBytes bytes) {
        try {
            return of(EntryCodec.decode(bytes));
        } catch (Malformed noReceipt) {
            return Optional.empty();
        }
    }

    /** Empty of an entry that is no receipt. */
    public static Optional<ReceiptView> of(Entry entry) {
        return entry.event() instanceof RetailTransaction transaction
                ? Optional.of(new ReceiptView(entry.header(), transaction))
                : Optional.empty();
    }

    /** Of a gift card's number. */
    private static final int SHOWN = 4;

    /** Something with its amount, as in {@code basket discount 10 %: staff}. */
    public record Named(String words, Money amount) {}

    /** {@code sale}, {@code return} or {@code post-void}. */
    public String kind() {
        return words(ReceiptKind.of(transaction).name()).replace(' ', '-');
    }

    /** Who gave it, and in which shift at its device; empty where nobody is named. */
    public String by() {
        return header.shift() == 0 || header.operator().isBlank()
                ? header.operator()
                : header.operator() + ", shift " + header.shift();
    }

    /** With at least the places of its currency: {@code 2.50}, {@code 0.1255}. */
    public String price(UnitPrice price) {
        int places = Math.max(price.value().scale(), transaction.currency().digits());
        return price.value().setScale(places).toPlainString();
    }

    /** How the line came to its price, where that is not the catalogue's; else empty. */
    public String pricing(Line line) {
        String what = what(line.details());
        String price = priced(line);
        return what.isEmpty() || price.isEmpty() ? what + price : what + ", " + price;
    }

    private static String what(LineDetails details) {
        String number = details.card();
        return switch (details.kind()) {
            case GOODS -> details.taxExcluded() ? "price without VAT" : "";
            case GIFT_CARD -> "gift card" + (number == null ? "" : " " + hidden(number));
            case DEPOSIT, TIP, ROUNDING -> words(details.kind().name());
        };
    }

    /** Whoever has the whole number of a gift card can spend it. */
    private static String hidden(String number) {
        return "…" + number.substring(Math.max(0, number.length() - SHOWN));
    }

    /** What a tender was besides an amount of money of the store's; empty where it was that. */
    public String how(Tender tender) {
        CardUse card = tender.card();
        if (card != null) return hidden(card.number()) + (card.checked() ? "" : ", not checked");
        return tender.amount().currency().equals(transaction.currency())
                ? ""
                : tender.amount() + " at " + tender.rate().value().toPlainString();
    }

    /** As in {@code sold from 18 years on: told by a document}; empty where nobody had to look. */
    public String age() {
        AgeCheck age = details().age();
        if (age == null) return "";
        return "sold from "
                + age.years()
                + " years on: "
                + switch (age.how()) {
                    case DOCUMENT -> "told by a document";
                    case APPEARANCE -> "told by looks";
                };
    }

    private String priced(Line line) {
        if (!line.details().kind().isGoods()) return "";
        LineDetails.PriceOverride override = line.details().override();
        if (override == null) return line.origin() == PriceOrigin.ENTERED ? "entered price" : "";
        return because("entered price, listed " + price(override.listed()), override.reason());
    }

    /** What the line has of each discount: negative where it made the line cheaper. */
    public List<Named> off(Line line) {
        return line.details().shares().stream()
                .map(share -> off(details().discounts().get(share.discount()), share.amount()))
                .toList();
    }

    /** Each discount in all. */
    public List<Named> off() {
        return details().discounts().stream()
                .map(discount -> off(discount, discount.amount()))
                .toList();
    }

    /** As in {@code discount allowed by 9001: good customer}. */
    public List<String> approvals() {
        return details().approvals().stream().map(ReceiptView::words).toList();
    }

    /** The receipt that this one takes back as a whole. */
    public Optional<OriginalReceipt> undone() {
        return transaction instanceof PostVoided undoing
                ? Optional.of(undoing.original())
                : Optional.empty();
    }

    /** What most receipts have none of. */
    public TransactionDetails details() {
        return transaction.details();
    }

    private static Named off(Discount discount, Money amount) {
        String what = words(discount.kind().name()) + " discount" + rate(discount.ratePpm());
        return new Named(because(what, discount.reason()), amount.negated());
    }

    private static String rate(int ppm) {
        if (ppm == 0) return "";
        return " " + BigDecimal.valueOf(ppm, 4).stripTrailingZeros().toPlainString() + " %";
    }

    private static String words(Approval approval) {
        return because(
                words(approval.act()) + " allowed by " + approval.supervisor(), approval.reason());
    }

    private static String because(String what, String reason) {
        return reason.isBlank() ? what : what + ": " + reason;
    }

    private static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
