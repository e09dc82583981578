package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Command;
import io.tidemark.edge.record.Found;
import io.tidemark.edge.record.Refusal;
import io.tidemark.lab.simulate.Cashier.Question;
import io.tidemark.lab.simulate.Notebook.Receipt;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.journal.Journal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a till looks up about a receipt of its own before it decides: in its journals, as they are.
 * Nobody asks the gateway.
 */
final class ReceiptLookUp {
    private static final String NOT_HERE = "this till does not have it";

    private final List<Journal> journals;

    ReceiptLookUp(List<Journal> journals) {
        this.journals = journals;
    }

    /** A command that can be decided, or why it cannot. */
    sealed interface Looked {
        record Up(Command command) implements Looked {}

        record Lacking(Refusal refusal) implements Looked {}
    }

    Looked about(Question question) {
        Receipt about = question.about();
        Command command = question.command();
        if (about == null) return new Looked.Up(command);
        Optional<RetailTransaction> given = given(about);
        if (command.ask() instanceof Ask.TakeBack back)
            return new Looked.Up(command.with(originals(about, given, back)));
        return given.<Looked>map(undone ->
                        new Looked.Up(
                                command.with(
                                        Found.undoing(new Found.Undone(about.id(), undone, "")))))
                .orElseGet(
                        () -> new Looked.Lacking(new Refusal(Refusal.Kind.NOT_CHECKED, NOT_HERE)));
    }

    private static Found originals(
            Receipt about, Optional<RetailTransaction> given, Ask.TakeBack back) {
        Map<OriginalLine, Found.Sold> sold = new HashMap<>();
        Map<OriginalLine, String> lacking = new HashMap<>();
        for (var asked : back.basket().lines()) {
            OriginalLine line = Objects.requireNonNull(asked.original()).key();
            given.ifPresentOrElse(
                    receipt -> {
                        Line was = receipt.lines().get(line.line() - 1);
                        sold.put(line, new Found.Sold(was, 0, 0, ""));
                    },
                    () -> lacking.put(line, about.id() + ": " + NOT_HERE));
        }
        return Found.lines(sold, lacking);
    }

    private Optional<RetailTransaction> given(Receipt about) {
        return journals.stream()
                .filter(journal -> journal.id().equals(about.journal()))
                .filter(journal -> about.sequence() <= journal.forced().sequence())
                .filter(journal -> about.sequence() > journal.prunedUpTo())
                .map(journal ->
                        EntryCodec.decode(journal.read(about.sequence(), 1).entries().getFirst()))
                .filter(entry -> entry.header().receipt() == about.id().receipt())
                .map(Entry::event)
                .filter(RetailTransaction.class::isInstance)
                .map(RetailTransaction.class::cast)
                .findFirst();
    }
}
