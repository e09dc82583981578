package io.tidemark.node.command;

import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.journal.JournalView;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which entries a person wants to see. */
final class Wanted {
    @Option(
            names = "--from",
            paramLabel = "ENTRY",
            defaultValue = "1",
            description = "The first sequence; 1 unless given.")
    private long from;

    @Option(
            names = "--to",
            paramLabel = "ENTRY",
            description = "The last sequence; the journal's unless given.")
    private long to = Long.MAX_VALUE;

    @Option(names = "--day", paramLabel = "DATE", description = "A business day, as 2010-12-01.")
    private @Nullable String day;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description =
                    "A type of entry, such as sale-completed, or its number; may be given more than once.")
    private List<String> types = List.of();

    @Option(names = "--receipt", paramLabel = "NUMBER", description = "A receipt's number.")
    private @Nullable Long receipt;

    @Option(names = "--command", paramLabel = "UUID", description = "The id of a command.")
    private @Nullable String command;

    /** A question that makes sense, ready to be asked of each entry. */
    record Question(
            long from,
            long to,
            Optional<LocalDate> day,
            List<Integer> types,
            @Nullable Long receipt,
            @Nullable String command) {
        boolean isAnsweredBy(Shown entry) {
            boolean any = day.isEmpty() && types.isEmpty() && receipt == null && command == null;
            EntryHeader header = entry.header();
            if (any || header == null) return any;
            return (day.isEmpty() || day.get().equals(header.businessDay()))
                    && (types.isEmpty() || types.contains(header.type()))
                    && (receipt == null || receipt == header.receipt())
                    && (command == null || command.equals(String.valueOf(header.command())));
        }

        /** Where to begin: no entry of a day stands in a segment of an earlier one. */
        long start(JournalView view) {
            if (day.isEmpty()) return from;
            return view.parts().stream()
                    .filter(part -> !part.day().isBefore(day.get()))
                    .findFirst()
                    .map(part -> Math.max(from, part.first()))
                    .orElse(Long.MAX_VALUE);
        }
    }

    /**
     * @throws CannotRun naming the option that makes no sense
     */
    Question question() {
        if (from < 1) throw refused("--from is " + from + "; sequences start at 1");
        if (to < from) throw refused("--to is " + to + ", before --from, which is " + from);
        return new Question(
                from,
                to,
                Optional.ofNullable(day).map(Wanted::date),
                types.stream().map(Wanted::type).toList(),
                receipt,
                command == null ? null : uuid(command));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refused("--day is '" + text + "'; write a date as 2010-12-01");
        }
    }

    private static int type(String text) {
        OptionalInt code = EventNames.code(text);
        if (code.isPresent()) return code.getAsInt();
        throw refused(
                "--type is '" + text + "'; write one of " + EventNames.all() + ", or a number");
    }

    private static String uuid(String text) {
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException e) {
            throw refused("--command is '" + text + "'; write the command's UUID");
        }
    }

    private static CannotRun refused(String why) {
        return new CannotRun(ExitCode.BAD_USAGE, why);
    }
}
