package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Command;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.question.Subject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a till; the same object when it is asked again.
 *
 * @param about the receipt that it is about, which the till looks up; null where it needs none
 */
record Question(Command command, Notebook.@Nullable Receipt about) {
    /** About nothing that is looked up. */
    static Question of(Ask ask) {
        return new Question(Command.of(ask), null);
    }

    CommandId id() {
        return command.ask().id();
    }

    /** What the till asks its gateway before it decides; empty where it asks nothing. */
    Optional<Subject> lookedUp() {
        if (command.ask() instanceof Ask.Resume resume)
            return Optional.of(new Subject.ClaimBasket(resume.suspended()));
        return Optional.ofNullable(about).map(receipt -> new Subject.FindReceipt(receipt.id()));
    }

    /** Whether it counts as a transaction, and is not of the day's beginning or end. */
    boolean isTrade() {
        return switch (command.ask()) {
            case Ask.Sell _,
                    Ask.TakeBack _,
                    Ask.MoveCash _,
                    Ask.ConfirmCash _,
                    Ask.OpenDrawer _,
                    Ask.Exchange _,
                    Ask.UndoExchange _,
                    Ask.VoidBasket _,
                    Ask.CopyReceipt _,
                    Ask.CopyZ _,
                    Ask.Suspend _,
                    Ask.Resume _,
                    Ask.PostVoid _,
                    Ask.Attend _,
                    Ask.MoveStock _,
                    Ask.CountStock _,
                    Ask.CheckShelfPrice _ ->
                    true;
            case Ask.OpenDay _, Ask.Count _, Ask.Settle _, Ask.CloseDay _ -> false;
        };
    }
}
