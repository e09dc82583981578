package io.tidemark.edge.record;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.EntryHeader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which commands were recorded, and where. Rebuilt from the journals' headers when the till starts.
 */
final class RecordedCommands {
    /**
     * Commands remembered; the oldest are forgotten. At 120 bytes each this is 24 MB, and weeks of
     * a busy till, where a caller asks again within minutes.
     */
    static final int REMEMBERED_MAX = 200_000;

    private final int most;
    private final Map<CommandId, Recorded> commands = new LinkedHashMap<>();

    RecordedCommands(int most) {
        this.most = most;
    }

    /** Entries of one command follow each other. */
    void add(JournalId journal, long sequence, EntryHeader header) {
        CommandId id = header.command();
        if (id == null) return;
        @Nullable Recorded before = commands.get(id);
        if (before == null)
            commands.put(id, new Recorded(journal, header.commandDigest(), sequence, sequence));
        else commands.put(id, before.extendedTo(sequence));
        if (commands.size() > most) commands.remove(commands.keySet().iterator().next());
    }

    Optional<Recorded> find(CommandId id) {
        return Optional.ofNullable(commands.get(id));
    }
}
