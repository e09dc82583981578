package io.tidemark.edge.command;

import io.tidemark.ledger.money.Money;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Json;
import io.tidemark.node.running.PinAsked;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who confirms cash that another person recorded, by number and PIN. */
final class SecondPerson {
    private static final String FILE = "--confirming-pin-file";

    @Option(
            names = "--confirmed-by",
            paramLabel = "NUMBER",
            description = "Who confirms it: another person than whoever recorded it.")
    private @Nullable String by;

    @Option(
            names = FILE,
            paramLabel = "FILE",
            description =
                    "Holds that person's PIN, - if it is piped in; asked for at a terminal if left out.")
    private @Nullable Path file;

    @Option(names = "--note", paramLabel = "TEXT", description = "What that person has to say.")
    private @Nullable String note;

    /**
     * As the field {@code confirmation} of a command; empty where nobody confirms it.
     *
     * @param amounts as that person says it; empty where it is as it was recorded
     */
    Optional<String> confirmation(PinAsked pins, List<Money> amounts) {
        if (by == null) {
            if (file != null || note != null)
                throw new CannotRun(
                        ExitCode.BAD_USAGE,
                        "say with --confirmed-by whose --confirming-pin-file and --note these are");
            return Optional.empty();
        }
        List<String> fields = new ArrayList<>(List.of(Json.field("by", by)));
        pins.of(by, file, FILE).ifPresent(pin -> fields.add(Json.field("pin", pin)));
        if (!amounts.isEmpty())
            fields.add(Json.field("amounts", amounts.stream().map(TypedMoney::json).toList()));
        if (note != null) fields.add(Json.field("note", note));
        return Optional.of(Json.raw("confirmation", Json.object(fields)));
    }

    boolean isPiped() {
        return PinAsked.isPiped(file);
    }
}
