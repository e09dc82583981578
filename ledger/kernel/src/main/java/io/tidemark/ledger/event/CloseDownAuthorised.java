package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.time.LocalDate;
import java.util.List;

/**
 * Somebody with the authority for it had the store closed without devices that were lost, dead or
 * absent. It stands in the store's journal before the close-down that it allows, on the disk with
 * it; it moves nothing.
 *
 * @param day whose close-down it allows
 * @param supplement which one, 0 for the store Z itself
 * @param without devices whose day was not over, or of which not all was there
 * @param supervisor whose number; where the master data name no operators, whoever was named
 * @param name the supervisor's, as the master data had it
 * @param role the supervisor's, as the master data had it
 * @param reason why, in the supervisor's words
 */
public record CloseDownAuthorised(
        LocalDate day,
        int supplement,
        List<String> without,
        String supervisor,
        String name,
        String role,
        String reason)
        implements Event {
    private static final int FIELDS = 7;

    public CloseDownAuthorised {
        without = List.copyOf(without);
        if (supplement < 0) throw new IllegalArgumentException("supplement " + supplement);
        if (without.isEmpty())
            throw new IllegalArgumentException("nobody's authority is needed to leave out nothing");
        if (supervisor.isBlank())
            throw new IllegalArgumentException("an authority needs the supervisor who gave it");
        Items.atMost(without.size(), Limits.DEVICES_MAX, "devices");
        Items.within(supervisor, Limits.CODE_MAX, "a supervisor");
        Items.within(name, Limits.TEXT_MAX, "a name");
        Items.within(role, Limits.CODE_MAX, "a role");
        Items.within(reason, Limits.TEXT_MAX, "a reason");
    }

    /** As people read it: {@code Sue Hart (21, supervisor): its disk is broken}. */
    public String inWords() {
        String who = name.isEmpty() ? supervisor : name + " (" + supervisor + ", " + role + ")";
        return reason.isEmpty() ? who : who + ": " + reason;
    }

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).integer(day.toEpochDay()).integer(supplement);
        writer.list(without, (device, into) -> into.text(device));
        writer.text(supervisor).text(name).text(role).text(reason);
    }

    static CloseDownAuthorised readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new CloseDownAuthorised(
                                Items.day(reader),
                                reader.integer(0, Integer.MAX_VALUE),
                                reader.list(
                                        Limits.DEVICES_MAX, () -> reader.text(NodeName.LABEL_MAX)),
                                Items.code(reader),
                                reader.text(Limits.TEXT_MAX),
                                Items.code(reader),
                                reader.text(Limits.TEXT_MAX)));
    }
}
