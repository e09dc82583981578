package io.tidemark.node.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.running.JsonBody;
import io.tidemark.node.running.PinAsked;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is sent with a call of an API, and what is put into it: a new id, a PIN. */
final class ApiBody {
    /** Bytes of a body: more than any request may have. */
    private static final int BODY_MAX = 64 << 20;

    private static final String COMMAND_ID = "commandId";
    private static final String FIELD = "[a-zA-Z]+";
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");

    @Option(
            names = "--body",
            paramLabel = "FILE",
            description = "What to send, such as JSON; - for what is piped in.")
    private @Nullable Path body;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "Media type of the body; application/json if left out.")
    private String type = "application/json";

    @Option(
            names = "--new-id",
            description =
                    "Puts a new commandId into the body and tells it on standard error: with it the same"
                            + " command may be sent again, and is done once.")
    private boolean newId;

    @Option(
            names = "--pin-file",
            paramLabel = "[FIELD=]FILE",
            description =
                    "Puts a PIN from the file into the body, - for what is piped in; with FIELD, such as"
                            + " approval or confirmation, into that object of it.")
    private @Nullable String pinFile;

    @Option(
            names = "--ask-pin",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "FIELD",
            description = "The same of a PIN that is asked for at the terminal.")
    private @Nullable String askPin;

    /** Media type. */
    String type() {
        return type;
    }

    void requireSense() {
        requireField();
        if (body == null && (newId || pinFile != null || askPin != null))
            throw wrong(
                    "--new-id, --pin-file and --ask-pin put something into a body: give --body");
        if (pinFile != null && askPin != null) throw wrong("give one of --pin-file and --ask-pin");
        if (PinAsked.isPiped(body) && pinFile != null && PinAsked.isPiped(Pin.of(pinFile).file()))
            throw wrong("only one of --body and --pin-file can be piped in");
    }

    /** What stands behind --ask-pin is taken for its FIELD, though METHOD may be meant. */
    private void requireField() {
        String field = askPin;
        if (field == null || field.isEmpty()) return;
        if (METHODS.contains(field.toUpperCase(Locale.ROOT)) || !field.matches(FIELD))
            throw wrong(
                    "'"
                            + field
                            + "' is no FIELD of a body, such as approval: give --ask-pin behind PATH");
    }

    BodyPublisher content(PinAsked pins, AtHand atHand) throws IOException {
        if (body == null) return BodyPublishers.noBody();
        byte[] given = given(body);
        if (!newId && pinFile == null && askPin == null) return BodyPublishers.ofByteArray(given);
        JsonBody filled = withPin(JsonBody.parse(new String(given, UTF_8)), pins);
        return BodyPublishers.ofString((newId ? withId(filled, atHand) : filled).toString());
    }

    private static byte[] given(Path body) throws IOException {
        if (PinAsked.isPiped(body)) return bytes(System.in);
        if (!Files.exists(body) || Files.isDirectory(body))
            throw wrong("there is no file " + body + " to send");
        try (InputStream in = Files.newInputStream(body)) {
            return bytes(in);
        }
    }

    private static byte[] bytes(InputStream in) throws IOException {
        byte[] read = in.readNBytes(BODY_MAX + 1);
        if (read.length > BODY_MAX) throw wrong("a body has at most " + BODY_MAX + " bytes");
        return read;
    }

    private JsonBody withId(JsonBody filled, AtHand atHand) {
        if (filled.has(COMMAND_ID))
            throw wrong("the body has a commandId: leave out one of it and --new-id");
        String id = UUID.randomUUID().toString();
        atHand.err().println(COMMAND_ID + " " + id);
        atHand.err().flush();
        return filled.with(COMMAND_ID, id);
    }

    private JsonBody withPin(JsonBody filled, PinAsked pins) {
        if (pinFile == null && askPin == null) return filled;
        Pin wanted = pinFile != null ? Pin.of(pinFile) : new Pin(String.valueOf(askPin), null);
        Optional<String> pin = pins.of(wanted.whose(), wanted.file(), "--pin-file");
        if (pin.isEmpty()) return filled;
        return wanted.field().isEmpty()
                ? filled.with("pin", pin.get())
                : filled.within(wanted.field(), "pin", pin.get());
    }

    private static CannotRun wrong(String why) {
        return new CannotRun(ExitCode.BAD_USAGE, why);
    }

    /**
     * Where a PIN comes from, and where it goes.
     *
     * @param field an object of the body; empty for the body itself
     * @param file null to ask for it
     */
    private record Pin(String field, @Nullable Path file) {
        static Pin of(String option) {
            int equals = option.indexOf('=');
            boolean named = equals > 0 && option.substring(0, equals).matches(FIELD);
            return named
                    ? new Pin(option.substring(0, equals), Path.of(option.substring(equals + 1)))
                    : new Pin("", Path.of(option));
        }

        String whose() {
            return field.isEmpty() ? "the operator" : "whoever gives the " + field;
        }
    }
}
