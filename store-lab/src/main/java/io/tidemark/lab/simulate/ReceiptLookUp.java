package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.CameBack;
import io.tidemark.edge.record.Command;
import io.tidemark.edge.record.Found;
import io.tidemark.edge.record.Refusal;
import io.tidemark.edge.sync.GatewayQuestions.Outcome;
import io.tidemark.lab.simulate.Notebook.Receipt;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.ReturnedPart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a till looks up about a receipt or a basket before it decides: in its journals, as they are,
 * and at its gateway, if that has replied.
 */
final class ReceiptLookUp {
    private static final String NOT_HERE = "this till does not have it, and no gateway told of it";

    private final List<Journal> journals;
    private final String here;
    private final UnaryOperator<CameBack> counted;

    /**
     * @param here the till's workstation
     * @param counted what is made of what the gateway told that came back
     */
    ReceiptLookUp(List<Journal> journals, String here, UnaryOperator<CameBack> counted) {
        this.journals = journals;
        this.here = here;
        this.counted = counted;
    }

    /** A command that can be decided, or why it cannot. */
    sealed interface Looked {
        record Up(Command command) implements Looked {}

        record Lacking(Refusal refusal) implements Looked {}
    }

    Looked about(Question question, Outcome told) {
        Command command = question.command();
        Receipt about = question.about();
        if (about == null) return basket(command, told);
        Optional<RetailTransaction> given = own(about);
        CameBack back = counted.apply(new CameBack(here, returned(told)));
        return switch (command.ask()) {
            case Ask.TakeBack _ -> originals(command, about, given.or(() -> found(told)), back);
            default ->
                    given.map(undone -> undoing(command, about, undone, back))
                            .orElseGet(() -> lacking(Refusal.Kind.NOT_CHECKED, NOT_HERE));
        };
    }

    private static Looked basket(Command command, Outcome told) {
        if (!(told instanceof Outcome.Answered(Reply reply))) return new Looked.Up(command);
        return switch (reply) {
            case Reply.BasketTaken taken ->
                    lacking(Refusal.Kind.BASKET, "it was taken up at " + taken.workstation());
            case Reply.BasketClaimed given ->
                    new Looked.Up(command.with(Found.claimed(given.workstation())));
            default -> new Looked.Up(command); // nothing that helps
        };
    }

    private static Looked undoing(
            Command command, Receipt about, RetailTransaction undone, CameBack back) {
        return new Looked.Up(
                command.with(
                        Found.undoing(new Found.Undone(about.id(), undone, back.elsewhere()))));
    }

    private static Looked lacking(Refusal.Kind kind, String why) {
        return new Looked.Lacking(new Refusal(kind, why));
    }

    private static Looked originals(
            Command command, Receipt about, Optional<RetailTransaction> given, CameBack back) {
        Map<OriginalLine, Found.Sold> sold = new HashMap<>();
        Map<OriginalLine, String> lacking = new HashMap<>();
        for (var each : Objects.requireNonNull(command.ask().basket()).lines()) {
            OriginalLine line = Objects.requireNonNull(each.original()).key();
            if (given.isEmpty()) lacking.put(line, about.id() + ": " + NOT_HERE);
            else if (given.get().lines().size() < line.line())
                return lacking(Refusal.Kind.RETURNED, about.id() + " has no line " + line.line());
            else sold.put(line, back.of(line.line(), given.get().lines().get(line.line() - 1)));
        }
        return new Looked.Up(command.with(Found.lines(sold, lacking)));
    }

    static List<ReturnedPart> returned(Outcome told) {
        return told instanceof Outcome.Answered(Reply reply)
                        && reply instanceof Reply.ReceiptFound found
                ? found.returned()
                : List.of();
    }

    /** As the gateway told it. */
    static Optional<RetailTransaction> found(Outcome told) {
        return told instanceof Outcome.Answered(Reply reply)
                        && reply instanceof Reply.ReceiptFound found
                        && EntryCodec.decode(found.entry()).event()
                                instanceof RetailTransaction given
                ? Optional.of(given)
                : Optional.empty();
    }

    private Optional<RetailTransaction> own(Receipt about) {
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
