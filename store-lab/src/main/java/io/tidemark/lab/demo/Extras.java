package io.tidemark.lab.demo;

import io.tidemark.lab.retail.Catalogue;
import io.tidemark.lab.retail.Invoice;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What a till does beside plain sales: one thing at each of its first seven sales, in turn, and
 * after that at every third. Each till of a store begins elsewhere in the list. What is sold beside
 * the file is taken back, so that in money the file's day is the shop's.
 */
final class Extras {
    private static final int ALWAYS_UNTIL = Extra.values().length;
    private static final int THEN_EVERY = 3;

    /** How much further in the list each till begins. */
    private static final int APART = 5;

    private final TillScript till;
    private final Optional<TillScript> next;
    private int sales;

    /** In this order. */
    private enum Extra {
        WAITING_HERE,
        WAITING_ELSEWHERE,
        LINE_VOIDED,
        POST_VOIDED,
        BROUGHT_BACK,
        PRACTISED,
        GIVEN_UP
    }

    Extras(TillScript till, Optional<TillScript> next) {
        this.till = till;
        this.next = next;
    }

    /** An invoice of the file, with what there is about it. */
    void receipt(FileReceipt receipt, LocalDateTime at) {
        Optional<Piece> piece = piece(receipt.invoice());
        if (piece.isEmpty() || (sales >= ALWAYS_UNTIL && sales % THEN_EVERY != 0)) {
            if (piece.isPresent()) sales++;
            plain(receipt);
            return;
        }
        int turn = sales < ALWAYS_UNTIL ? sales : ALWAYS_UNTIL + sales / THEN_EVERY;
        sales++;
        Extra[] all = Extra.values();
        about(all[(turn + APART * till.till()) % all.length], receipt, new Around(piece.get(), at));
    }

    private record Around(Piece piece, LocalDateTime at) {}

    private void about(Extra kind, FileReceipt receipt, Around around) {
        switch (kind) {
            case WAITING_HERE -> waiting(receipt, around.at(), Optional.empty());
            case WAITING_ELSEWHERE -> waiting(receipt, around.at(), next);
            case LINE_VOIDED -> say(receipt.withVoidedLine(till.settled(receipt.invoice())));
            case POST_VOIDED -> {
                plain(receipt);
                till.add(new PostVoiding(around.piece(), around.at()));
            }
            case BROUGHT_BACK -> {
                plain(receipt);
                broughtBack(around);
            }
            case PRACTISED -> {
                plain(receipt);
                practised(around);
            }
            case GIVEN_UP -> {
                say(around.piece().givenUp(around.at()));
                plain(receipt);
            }
        }
    }

    private void plain(FileReceipt receipt) {
        say(receipt.paid(till.settled(receipt.invoice())));
    }

    private void waiting(FileReceipt receipt, LocalDateTime at, Optional<TillScript> elsewhere) {
        if (till.isTooLate(at)) plain(receipt);
        else till.errand(new WaitingBasket(receipt), at, elsewhere);
    }

    private void broughtBack(Around around) {
        if (till.isTooLate(around.at())) return;
        till.errand(new BroughtBack(around.piece(), around.at()), around.at(), next);
    }

    private void practised(Around around) {
        till.add(
                Act.Saying.of(
                        training(around.at(), "on"),
                        around.piece().practised(around.at()),
                        training(around.at(), "off")));
    }

    private Scripted training(LocalDateTime at, String way) {
        Words words = till.words();
        return words.step(Kind.TRAINING, at, "operator/training/" + way, words.body(at));
    }

    private void say(Scripted step) {
        till.add(Act.Saying.of(step));
    }

    /**
     * One of what the invoice sells first; none where that would be nothing, or nothing is sold.
     */
    private Optional<Piece> piece(Invoice invoice) {
        if (invoice.isReturn() || invoice.grossMinor() <= 0) return Optional.empty();
        String plu = invoice.lines().getFirst().goods().code();
        Words words = till.words();
        return Optional.ofNullable(words.shop().catalogue().products().get(plu))
                .map(Catalogue.Product::price)
                .map(price -> new Piece(words, plu, words.minor(BigDecimal.ONE, price)))
                .filter(piece -> piece.minor() > 0 && invoice.lines().getFirst().amountMinor() > 0);
    }

    /** Rung up twice: seen when a copy is printed, and taken back. */
    private record PostVoiding(Piece piece, LocalDateTime when) implements Act {
        @Override
        public Instant at() {
            return piece.words().instant(when);
        }

        @Override
        public int receipts() {
            return 2;
        }

        @Override
        public void perform(Cashier cashier) {
            Scripted sale = piece.sold(when, "CASH");
            long receipt = cashier.say(sale).number();
            cashier.say(piece.copied(when, receipt));
            cashier.say(piece.postVoided(when, sale, receipt));
        }
    }
}
